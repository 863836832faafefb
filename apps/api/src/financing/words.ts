import type { Basis, SharingError, SharingKey } from '@samblikk/financing';
import type { Language, Text } from '@samblikk/questionnaire';
import { format, formatPercent } from '@samblikk/text';
import type { Sharer } from './sharers.ts';

export const basisNames: Record<Basis, Text> = {
  own: { nb: 'Hver bærer sitt', nn: 'Kvar ber sitt', en: 'Each bears its own' },
  equal: { nb: 'Likt', nn: 'Likt', en: 'Equal' },
  population: { nb: 'Folketall', nn: 'Folketal', en: 'Inhabitants' },
  budget: { nb: 'Budsjett', nn: 'Budsjett', en: 'Budget' },
  use: { nb: 'Bruk', nn: 'Bruk', en: 'Use' },
  benefit: { nb: 'Gevinst', nn: 'Gevinst', en: 'Benefit' },
  discretion: { nb: 'Skjønn', nn: 'Skjønn', en: 'Discretion' },
};

/** What an amount of a case is. */
export const frameNames: Record<'cost' | 'costFrame' | 'steeringFrame', Text> = {
  cost: { nb: 'Kostnad', nn: 'Kostnad', en: 'Cost' },
  costFrame: { nb: 'Kostnadsramme', nn: 'Kostnadsramme', en: 'Cost frame' },
  steeringFrame: { nb: 'Styringsramme (P50)', nn: 'Styringsramme (P50)', en: 'Steering frame (P50)' },
};

/** What a key is called: "Folketall", or "50 % likt + 50 % folketall". Weights are told as per cent of them all. */
export function keyLabel(key: SharingKey, language: Language): string {
  const [only, ...more] = key;
  if (only && more.length === 0) return basisNames[only.basis][language];
  const sum = key.reduce((total, { weight }) => total + weight, 0);
  return key
    .map(
      ({ basis, weight }) =>
        `${formatPercent((weight / sum) * 100, language)} ${basisNames[basis][language].toLocaleLowerCase('nb')}`,
    )
    .join(' + ');
}

const faults: Record<SharingError['code'], Text> = {
  noActors: { nb: 'Velg hvem som skal dele.', nn: 'Vel kven som skal dele.', en: 'Choose who are to share.' },
  sameActor: {
    nb: '{actor} står to ganger.',
    nn: '{actor} står to gonger.',
    en: '{actor} is there twice.',
  },
  noKey: { nb: 'Velg en nøkkel.', nn: 'Vel ein nøkkel.', en: 'Choose a key.' },
  badNumber: {
    nb: 'Tallet for {actor} må være helt, og null eller mer.',
    nn: 'Talet for {actor} må vere heilt, og null eller meir.',
    en: 'The number of {actor} must be whole, and zero or more.',
  },
  noBasis: {
    nb: 'Ingen har et tall å fordele etter. Fyll ut «{basis}» for minst én.',
    nn: 'Ingen har eit tal å fordele etter. Fyll ut «{basis}» for minst éin.',
    en: 'Nobody has a number to share by. Fill in “{basis}” for at least one.',
  },
  minimumAboveMaximum: {
    nb: '{actor} har et minstebeløp over det høyeste.',
    nn: '{actor} har eit minstebeløp over det høgaste.',
    en: '{actor} has a minimum above its maximum.',
  },
  tooMuchAsked: {
    nb: 'Minstebeløpene er til sammen mer enn det som skal deles.',
    nn: 'Minstebeløpa er til saman meir enn det som skal delast.',
    en: 'The minimums together are more than what is shared.',
  },
  tooLittleAllowed: {
    nb: 'De høyeste beløpene er til sammen mindre enn det som skal deles.',
    nn: 'Dei høgaste beløpa er til saman mindre enn det som skal delast.',
    en: 'The maximums together are less than what is shared.',
  },
  noWeightLeft: {
    nb: 'De som kan betale mer, har ikke noe tall å fordele etter.',
    nn: 'Dei som kan betale meir, har ikkje noko tal å fordele etter.',
    en: 'Those who may pay more have no number to share by.',
  },
};

/** Why a key cannot be used on these, for a person. */
export function faultIn({ code, actor, basis }: SharingError, sharers: readonly Sharer[], language: Language): string {
  return format(faults[code], language, {
    actor: sharers.find(({ id }) => id === actor)?.name ?? '',
    basis: basis ? basisNames[basis][language] : '',
  });
}

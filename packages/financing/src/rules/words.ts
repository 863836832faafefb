import { format, formatDay, formatNumber, type Language, locales, type Text } from '@samblikk/text';
import type { ActorType, PlanPhase } from '../plan/plan.ts';
import { fundingSourceNames, phaseNames } from '../plan/words.ts';
import type { Kroner } from '../sharing/kroner.ts';
import type { Verdict } from './may-use.ts';
import type { Said, SaidCode } from './said.ts';
import type { Category, Scheme, SchemeId } from './scheme.ts';

/** What types of actors are called in a sentence. */
export const actorWords: Record<ActorType, Text> = {
  stateAgency: { nb: 'statlige virksomheter', nn: 'statlege verksemder', en: 'state agencies' },
  municipality: { nb: 'kommuner', nn: 'kommunar', en: 'municipalities' },
  county: { nb: 'fylkeskommuner', nn: 'fylkeskommunar', en: 'counties' },
  ks: { nb: 'KS', nn: 'KS', en: 'KS' },
  private: { nb: 'private', nn: 'private', en: 'private parties' },
};

const projectModel: Text = {
  nb: 'Statens prosjektmodell',
  nn: 'Statens prosjektmodell',
  en: 'Statens prosjektmodell (the State project model)',
};
export const schemeName = (id: SchemeId): Text => (id === 'stateProjectModel' ? projectModel : fundingSourceNames[id]);

export const categoryNames: Record<Category, Text> = {
  small: {
    nb: 'Små og mellomstore tiltak',
    nn: 'Små og mellomstore tiltak',
    en: 'Small and medium-sized measures',
  },
  jointServices: {
    nb: 'Tiltak på tvers og fellesløsninger',
    nn: 'Tiltak på tvers og fellesløysingar',
    en: 'Measures across agencies, and common solutions',
  },
  municipalLed: {
    nb: 'Kommune eller fylkeskommune søker',
    nn: 'Kommune eller fylkeskommune søkjer',
    en: 'A municipality or county applies',
  },
  stateLed: { nb: 'Statlig virksomhet søker', nn: 'Statleg verksemd søkjer', en: 'A state agency applies' },
  trondelag: { nb: 'Trøndelag', nn: 'Trøndelag', en: 'Trøndelag' },
  nordTrondelag: { nb: 'Nord-Trøndelag', nn: 'Nord-Trøndelag', en: 'Nord-Trøndelag' },
};

/** What a verdict is called: of money, and of a demand. */
export const verdictNames: Record<Scheme['kind'], Record<Verdict, Text>> = {
  money: {
    fits: { nb: 'Passer', nn: 'Passar', en: 'Fits' },
    unsure: { nb: 'Kan passe', nn: 'Kan passe', en: 'May fit' },
    doesNotFit: { nb: 'Passer ikke etter regelen', nn: 'Passar ikkje etter regelen', en: 'Does not fit by the rule' },
  },
  demand: {
    fits: { nb: 'Gjelder', nn: 'Gjeld', en: 'Applies' },
    unsure: { nb: 'Kan gjelde', nn: 'Kan gjelde', en: 'May apply' },
    doesNotFit: { nb: 'Gjelder ikke etter regelen', nn: 'Gjeld ikkje etter regelen', en: 'Does not apply by the rule' },
  },
};

/** The words of every code; ICU messages. */
export const ruleWords: Record<SaidCode, Text> = {
  who: { nb: 'For {actors}', nn: 'For {actors}', en: 'For {actors}' },
  partners: {
    nb: 'Kan være med: {actors}',
    nn: 'Kan vere med: {actors}',
    en: 'May take part: {actors}',
  },
  pays: { nb: 'Gjelder {phases}', nn: 'Gjeld {phases}', en: 'Covers {phases}' },
  paysNot: { nb: 'Ikke {phases}', nn: 'Ikkje {phases}', en: 'Not {phases}' },
  totalFrom: {
    nb: 'Tiltaket koster minst {kroner}',
    nn: 'Tiltaket kostar minst {kroner}',
    en: 'The measure costs at least {kroner}',
  },
  totalTo: {
    nb: 'Tiltaket koster høyst {kroner}',
    nn: 'Tiltaket kostar høgst {kroner}',
    en: 'The measure costs at most {kroner}',
  },
  totalOver: {
    nb: 'Tiltaket koster mer enn {kroner}',
    nn: 'Tiltaket kostar meir enn {kroner}',
    en: 'The measure costs more than {kroner}',
  },
  share: {
    nb: 'Dekker høyst {percent} prosent av kostnaden',
    nn: 'Dekkjer høgst {percent} prosent av kostnaden',
    en: 'Covers at most {percent} per cent of the cost',
  },
  supportFrom: { nb: 'Støtten er minst {kroner}', nn: 'Støtta er minst {kroner}', en: 'Support is at least {kroner}' },
  supportTo: { nb: 'Støtten er høyst {kroner}', nn: 'Støtta er høgst {kroner}', en: 'Support is at most {kroner}' },
  paidOver: {
    nb: 'Utbetales over høyst {years, plural, one {ett budsjettår} other {# budsjettår}}',
    nn: 'Blir utbetalt over høgst {years, plural, one {eitt budsjettår} other {# budsjettår}}',
    en: 'Paid over at most {years, plural, one {one budget year} other {# budget years}}',
  },
  lasts: {
    nb: 'Tiltaket varer høyst {years} år',
    nn: 'Tiltaket varer høgst {years} år',
    en: 'The measure lasts at most {years} years',
  },
  payback: {
    nb: 'Betales tilbake med {percent} prosent risikotillegg',
    nn: 'Blir betalt tilbake med {percent} prosent risikotillegg',
    en: 'Paid back with {percent} per cent added for risk',
  },
  notApplicant: {
    nb: 'Ingen av dere er blant dem ordningen er for: {actors}.',
    nn: 'Ingen av dykk er blant dei ordninga er for: {actors}.',
    en: 'None of you is among those it is for: {actors}.',
  },
  phasesNotPaid: {
    nb: 'Dekker ikke {phases}.',
    nn: 'Dekkjer ikkje {phases}.',
    en: 'Does not cover {phases}.',
  },
  totalBelow: {
    nb: 'Summen, {kroner}, er under {limit}.',
    nn: 'Summen, {kroner}, er under {limit}.',
    en: 'The total, {kroner}, is below {limit}.',
  },
  totalAbove: {
    nb: 'Summen, {kroner}, er over {limit}.',
    nn: 'Summen, {kroner}, er over {limit}.',
    en: 'The total, {kroner}, is above {limit}.',
  },
  totalNotOver: {
    nb: 'Summen, {kroner}, er ikke over {limit}.',
    nn: 'Summen, {kroner}, er ikkje over {limit}.',
    en: 'The total, {kroner}, is not above {limit}.',
  },
  supportBelow: {
    nb: 'Støtten kan høyst bli {kroner}, og må være minst {limit}.',
    nn: 'Støtta kan høgst bli {kroner}, og må vere minst {limit}.',
    en: 'Support can be {kroner} at most, and must be at least {limit}.',
  },
  tooLong: {
    nb: 'Tiltaket varer i {years} år; regelen gir rom for {most}.',
    nn: 'Tiltaket varer i {years} år; regelen gir rom for {most}.',
    en: 'The measure lasts {years} years; the rule allows {most}.',
  },
  notYet: {
    nb: 'Regelen gjelder først fra {day}.',
    nn: 'Regelen gjeld først frå {day}.',
    en: 'The rule holds only from {day}.',
  },
  noLonger: {
    nb: 'Regelen gjaldt til {day}. Vi kjenner ingen nyere.',
    nn: 'Regelen gjaldt til {day}. Vi kjenner ingen nyare.',
    en: 'The rule held until {day}. We know of no newer one.',
  },
  chooseActors: {
    nb: 'Velg hvem dere er, så sier vi om dere kan bruke den.',
    nn: 'Vel kven de er, så seier vi om de kan bruke henne.',
    en: 'Choose who you are, and we say whether you may use it.',
  },
  choosePhases: {
    nb: 'Velg hva som skal betales, så sier vi om det blir dekket.',
    nn: 'Vel kva som skal betalast, så seier vi om det blir dekt.',
    en: 'Choose what is to be paid for, and we say whether it is covered.',
  },
  noTotal: {
    nb: 'Skriv hva tiltaket koster, så holder vi det mot grensene.',
    nn: 'Skriv kva tiltaket kostar, så held vi det mot grensene.',
    en: 'Write what the measure costs, and we hold it against the limits.',
  },
  phasesNotTold: {
    nb: 'Kilden sier ikke noe om {phases}.',
    nn: 'Kjelda seier ikkje noko om {phases}.',
    en: 'The source says nothing of {phases}.',
  },
  onlyPartners: {
    nb: 'Kan være med, men ikke søke: {actors}.',
    nn: 'Kan vere med, men ikkje søkje: {actors}.',
    en: 'May take part, but not apply: {actors}.',
  },
  othersNot: {
    nb: 'Kilden nevner ikke {actors}.',
    nn: 'Kjelda nemner ikkje {actors}.',
    en: 'The source does not mention {actors}.',
  },
  somePhasesNotPaid: {
    nb: 'Dekker ikke {phases}: det må betales på en annen måte.',
    nn: 'Dekkjer ikkje {phases}: det må betalast på ein annan måte.',
    en: 'Does not cover {phases}: that must be paid for in another way.',
  },
  somePhasesNotTold: {
    nb: 'Kilden sier ikke noe om {phases}.',
    nn: 'Kjelda seier ikkje noko om {phases}.',
    en: 'The source says nothing of {phases}.',
  },
  paidOverFewer: {
    nb: 'Tiltaket varer i {years} år, men pengene utbetales over høyst {most}.',
    nn: 'Tiltaket varer i {years} år, men pengane blir utbetalte over høgst {most}.',
    en: 'The measure lasts {years} years, but the money is paid over {most} at most.',
  },
  paysBack: {
    nb: 'Et lån: av {kroner} betales {limit} tilbake, med {percent} prosent risikotillegg.',
    nn: 'Eit lån: av {kroner} blir {limit} betalt tilbake, med {percent} prosent risikotillegg.',
    en: 'A loan: of {kroner}, {limit} is paid back, with {percent} per cent added for risk.',
  },
};

/** Kroner as people say them: `15 mill. kroner`, `150 000 kroner`. */
function kronerText(amount: Kroner, language: Language): string {
  const inMillions = amount >= 1_000_000 && amount % 100_000 === 0;
  const number = formatNumber(inMillions ? amount / 1_000_000 : amount, language);
  return inMillions ? `${number} ${language === 'en' ? 'million' : 'mill.'} kroner` : `${number} kroner`;
}

const joined = (words: readonly string[], language: Language) =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(words);
const phaseWord = (phase: PlanPhase, language: Language) =>
  phaseNames[phase][language].toLocaleLowerCase(locales[language]);

/** What was said, for a person. */
export function inWords({ code, params }: Said, language: Language): string {
  const { kroner, limit, percent, years, most, day, actors, phases } = params;
  const filled: Record<string, string | number | undefined> = {
    kroner: kroner === undefined ? undefined : kronerText(kroner, language),
    limit: limit === undefined ? undefined : kronerText(limit, language),
    ...{ percent, years, most },
    day: day === undefined ? undefined : formatDay(day, language),
    actors:
      actors &&
      joined(
        actors.map((actor) => actorWords[actor][language]),
        language,
      ),
    phases:
      phases &&
      joined(
        phases.map((phase) => phaseWord(phase, language)),
        language,
      ),
  };
  const given = Object.entries(filled).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return format(ruleWords[code], language, Object.fromEntries(given));
}

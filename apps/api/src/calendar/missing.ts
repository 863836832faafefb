import type { CalendarEvent, FreezeConcerns } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { format, formatMoment, type Text } from '@samblikk/text';
import { planMessages, standingsIn } from '../messages/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { latestRelease, openingsOf, releases } from '../releases/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import type { DueEvent } from './events.ts';
import { lettersWith } from './moves.ts';

/** What speaks against freezing a round at a moment: told from above, by what knows of all answers. */
export type FreezeConcernsOf = (db: Database, year: number, now: Date) => Promise<FreezeConcerns>;

const missing = {
  nothing: { nb: 'Ingenting mangler.', nn: 'Ingenting manglar.', en: 'Nothing is missing.' },
  nobodyAsked: {
    nb: 'Runden spør ingen virksomheter, og kan ikke åpne før dere har valgt dem.',
    nn: 'Runden spør ingen verksemder, og kan ikkje opne før de har valt dei.',
    en: 'The round asks no agencies, and cannot open before you have chosen them.',
  },
  unreached: {
    nb: '{n, plural, one {# virksomhet får ikke e-post, siden vi ikke har en adresse som virker} other {# virksomheter får ikke e-post, siden vi ikke har en adresse som virker}}: {names}.',
    nn: '{n, plural, one {# verksemd får ikkje e-post, sidan vi ikkje har ei adresse som verkar} other {# verksemder får ikkje e-post, sidan vi ikkje har ei adresse som verkar}}: {names}.',
    en: '{n, plural, one {# agency gets no e-mail, since we have no address that works} other {# agencies get no e-mail, since we have no address that works}}: {names}.',
  },
  notSubmitted: {
    nb: '{n, plural, one {# virksomhet har ikke sendt inn} other {# virksomheter har ikke sendt inn}}.',
    nn: '{n, plural, one {# verksemd har ikkje sendt inn} other {# verksemder har ikkje sendt inn}}.',
    en: '{n, plural, one {# agency has not submitted} other {# agencies have not submitted}}.',
  },
  openQueries: {
    nb: '{n, plural, one {# virksomhet har spørsmål fra dere som ikke er besvart} other {# virksomheter har spørsmål fra dere som ikke er besvart}}.',
    nn: '{n, plural, one {# verksemd har spørsmål frå dykk som det ikkje er svart på} other {# verksemder har spørsmål frå dykk som det ikkje er svart på}}.',
    en: '{n, plural, one {# agency has questions from you that are not answered} other {# agencies have questions from you that are not answered}}.',
  },
  beforeDeadline: {
    nb: 'Fristen er ikke ute før {time}.',
    nn: 'Fristen er ikkje ute før {time}.',
    en: 'The deadline does not pass until {time}.',
  },
  moreTime: {
    nb: '{n, plural, one {# virksomhet har fått mer tid, som ikke er ute da} other {# virksomheter har fått mer tid, som ikke er ute da}}.',
    nn: '{n, plural, one {# verksemd har fått meir tid, som ikkje er ute då} other {# verksemder har fått meir tid, som ikkje er ute då}}.',
    en: '{n, plural, one {# agency has more time, which is not over by then} other {# agencies have more time, which is not over by then}}.',
  },
  undecidedExemptions: {
    nb: '{n, plural, one {# tiltak har} other {# tiltak har}} krav om unntak som ikke er avgjort; svarene holdes unna.',
    nn: '{n, plural, one {# tiltak har} other {# tiltak har}} krav om unntak som ikkje er avgjorde; svara blir haldne unna.',
    en: '{n, plural, one {# measure has} other {# measures have}} claims of exemption that are not decided; the answers are kept back.',
  },
  personalData: {
    nb: '{n, plural, one {# sted i tekst som blir offentlig, ser ut som personopplysninger} other {# steder i tekst som blir offentlig, ser ut som personopplysninger}}.',
    nn: '{n, plural, one {# stad i tekst som blir offentleg, ser ut som personopplysingar} other {# stader i tekst som blir offentleg, ser ut som personopplysingar}}.',
    en: '{n, plural, one {# place in text that becomes public looks like personal data} other {# places in text that becomes public look like personal data}}.',
  },
  missingAnswers: {
    nb: '{n, plural, one {# innsendt tiltak mangler svar} other {# innsendte tiltak mangler svar}}.',
    nn: '{n, plural, one {# innsendt tiltak manglar svar} other {# innsende tiltak manglar svar}}.',
    en: '{n, plural, one {# submitted measure lacks answers} other {# submitted measures lack answers}}.',
  },
  openCorrections: {
    nb: '{n, plural, one {# tiltak har} other {# tiltak har}} rettinger som ikke er avgjort.',
    nn: '{n, plural, one {# tiltak har} other {# tiltak har}} rettingar som ikkje er avgjorde.',
    en: '{n, plural, one {# measure has} other {# measures have}} corrections that are not settled.',
  },
  lateAnswers: {
    nb: '{n, plural, one {# virksomhet svarte etter fristen, og blir merket} other {# virksomheter svarte etter fristen, og blir merket}}.',
    nn: '{n, plural, one {# verksemd svarte etter fristen, og blir merkt} other {# verksemder svarte etter fristen, og blir merkte}}.',
    en: '{n, plural, one {# agency answered after the deadline, and is marked} other {# agencies answered after the deadline, and are marked}}.',
  },
  becomesPublic: {
    nb: 'Dette blir offentlig i {n, plural, one {# tiltak} other {# tiltak}}: {numbers}.',
    nn: 'Dette blir offentleg i {n, plural, one {# tiltak} other {# tiltak}}: {numbers}.',
    en: 'This becomes public in {n, plural, one {# measure} other {# measures}}: {numbers}.',
  },
  noRelease: {
    nb: 'Runden er ikke låst i en utgave, så det er ingenting å publisere.',
    nn: 'Runden er ikkje låst i ei utgåve, så det er ingenting å publisere.',
    en: 'The round has not been locked in a release, so there is nothing to publish.',
  },
  held: {
    nb: 'Utgaven holdes tilbake til noen publiserer den for hånd.',
    nn: 'Utgåva blir halden tilbake til nokon publiserer henne for hand.',
    en: 'The release is held back until someone publishes it by hand.',
  },
} as const satisfies Record<string, Text>;

type Key = keyof typeof missing;
type Values = Record<string, string | number>;
type Missing = readonly (readonly [Key, (language: Language) => Values])[];

type Plan = Awaited<ReturnType<typeof planMessages>>;

/** Whom an event writes to, as things are; undefined when it writes to nobody. */
export async function planOf(tx: Transaction, round: RoundRow, { event, dueAt }: DueEvent): Promise<Plan | undefined> {
  const kind = lettersWith[event];
  return kind && planMessages(tx, round, { kind, now: dueAt });
}

/**
 * What stands in the way of an event, or is not as it should be before it: a line each.
 * @param plan from `planOf`
 * @param concerns what speaks against it, when it is a freeze
 */
export async function missingAt(
  tx: Transaction,
  round: RoundRow,
  { event, dueAt }: DueEvent,
  { plan, concerns }: { readonly plan: Plan | undefined; readonly concerns?: FreezeConcerns | undefined },
): Promise<(language: Language) => string> {
  const found = concerns ? ofFreeze(concerns) : await ofEvent(tx, round, event, dueAt, plan);
  const said: Missing = found.length > 0 ? found : [['nothing', () => ({})]];
  return (language) => said.map(([what, of]) => format(missing[what], language, of(language))).join('\n');
}

const counted = (what: Key, { length }: { readonly length: number }): Missing =>
  length > 0 ? [[what, () => ({ n: length })]] : [];

/** The checklist before a freeze, with what came late, which is no concern. */
function ofFreeze({ beforeDeadline, ...concerns }: FreezeConcerns): Missing {
  return [
    ...(beforeDeadline
      ? ([['beforeDeadline', (language) => ({ time: formatMoment(beforeDeadline, language) })]] satisfies Missing)
      : []),
    ...Object.entries(concerns).flatMap(([what, list]) => counted(what as keyof typeof concerns, list)),
  ];
}

async function ofEvent(
  tx: Transaction,
  round: RoundRow,
  event: CalendarEvent,
  at: Date,
  plan: Plan | undefined,
): Promise<Missing> {
  const standings = plan?.standings ?? (await standingsIn(tx, round, at));
  const unreached = plan?.skipped.filter(({ reason }) => reason === 'noAddress' || reason === 'bounced') ?? [];
  const names = (language: Language) => unreached.map(({ name }) => name[language]).join(', ');
  const reach: Missing =
    unreached.length > 0 ? [['unreached', (language) => ({ n: unreached.length, names: names(language) })]] : [];
  switch (event) {
    case 'open':
      return standings.length === 0 ? [['nobodyAsked', () => ({})]] : reach;
    case 'reminder':
    case 'deadline':
      return reach;
    case 'close':
    case 'freeze':
      return [
        ...counted(
          'notSubmitted',
          standings.filter(({ submitted }) => !submitted),
        ),
        ...counted(
          'openQueries',
          standings.filter(({ questions }) => questions.length > 0),
        ),
      ];
    case 'expiry': {
      const opened = (await openingsOf(tx, round, at)).filter((one) => one.at <= at);
      const numbers = [...new Set(opened.map(({ number }) => number))];
      const personalData = opened.reduce((sum, one) => sum + one.personalData, 0);
      return [
        ['becomesPublic', () => ({ n: numbers.length, numbers: numbers.join(', ') })],
        ...counted('personalData', { length: personalData }),
      ];
    }
    case 'snapshot':
      return (await latestRelease(tx, round.id)) ? [] : [['noRelease', () => ({})]];
    case 'publish': {
      if (!(await latestRelease(tx, round.id))) return [['noRelease', () => ({})]];
      const visible = (await releases(tx, at, { year: round.year })).length > 0;
      return visible ? reach : [['held', () => ({})]];
    }
  }
}

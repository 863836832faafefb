import type { CalendarEvent } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { format, formatMoment, type Text } from '@samblikk/text';
import { holdersOf } from '../access/index.ts';
import { planMessages, standingsIn } from '../messages/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { type MailContext, mailEach } from '../platform/mail/index.ts';
import { latestRelease, releases } from '../releases/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import type { DueEvent } from './events.ts';
import { lettersWith } from './moves.ts';

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
  questions: {
    nb: '{n, plural, one {# virksomhet har spørsmål fra dere som ikke er besvart} other {# virksomheter har spørsmål fra dere som ikke er besvart}}.',
    nn: '{n, plural, one {# verksemd har spørsmål frå dykk som det ikkje er svart på} other {# verksemder har spørsmål frå dykk som det ikkje er svart på}}.',
    en: '{n, plural, one {# agency has questions from you that are not answered} other {# agencies have questions from you that are not answered}}.',
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

type Missing = readonly (readonly [keyof typeof missing, (language: Language) => Record<string, string | number>])[];

/** Tells those who run the round what it does by itself tomorrow, to whom it writes, and what is missing. @returns how many letters */
export async function tellStaff(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  { event, dueAt }: DueEvent,
  now: Date,
): Promise<number> {
  const to = await holdersOf(tx, 'admin');
  const year = String(round.year);
  const kind = lettersWith[event];
  const plan = kind && (await planMessages(tx, round, { kind, now: dueAt }));
  const lacks = await missingAt(tx, round, event, dueAt);
  const values = (language: Language) => ({
    year,
    event,
    time: formatMoment(dueAt.toISOString(), language),
    letters: plan?.letters.length ?? 0,
    agencies: new Set(plan?.letters.flatMap(({ agencies }) => agencies.map(({ agencyId }) => agencyId))).size,
    missing: lacks.map(([what, of]) => format(missing[what], language, of(language))).join('\n'),
  });
  const letter = { subject: `round:${year}`, year: round.year, name: 'calendarNotice', to, values } as const;
  await mailEach(tx, mailContext, { ...letter, page: `/runder/${year}/kalender` }, now);
  return new Set(to.map(({ email }) => email.toLowerCase())).size;
}

/** What stands in the way of an event, or is not as it should be before it. */
async function missingAt(tx: Transaction, round: RoundRow, event: CalendarEvent, at: Date): Promise<Missing> {
  const standings = await standingsIn(tx, round, at);
  const count = (of: (typeof standings)[number][]) => () => ({ n: of.length });
  const none: Missing = [['nothing', () => ({})]];
  const said = (list: Missing) => (list.length > 0 ? list : none);
  const kind = lettersWith[event];
  const plan = kind && (await planMessages(tx, round, { kind, now: at }));
  const unreached = plan?.skipped.filter(({ reason }) => reason === 'noAddress' || reason === 'bounced') ?? [];
  const reach: Missing =
    unreached.length > 0
      ? [
          [
            'unreached',
            (language) => ({ n: unreached.length, names: unreached.map(({ name }) => name[language]).join(', ') }),
          ],
        ]
      : [];
  const waiting = standings.filter(({ submitted }) => !submitted);
  const asked = standings.filter(({ questions }) => questions.length > 0);
  const late: Missing = waiting.length > 0 ? [['notSubmitted', count(waiting)]] : [];
  const open: Missing = asked.length > 0 ? [['questions', count(asked)]] : [];
  switch (event) {
    case 'open':
      return standings.length === 0 ? [['nobodyAsked', () => ({})]] : said(reach);
    case 'reminder':
    case 'deadline':
      return said(reach);
    case 'close':
    case 'freeze':
      return said([...late, ...open]);
    case 'publish': {
      if (!(await latestRelease(tx, round.id))) return [['noRelease', () => ({})]];
      const visible = (await releases(tx, at, { year: round.year })).length > 0;
      return visible ? said(reach) : [['held', () => ({})]];
    }
  }
}

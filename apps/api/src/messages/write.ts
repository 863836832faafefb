import { type MessageKind, realYear } from '@samblikk/contract';
import { type Language, locales } from '@samblikk/questionnaire';
import { format, formatDate, formatMoment, type Text } from '@samblikk/text';
import { compose, type Letter, linkTo } from '../platform/mail/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import type { PlannedLetter } from './receivers.ts';
import type { Standing } from './standings.ts';
import type { Wording } from './texts.ts';
import type { Waiting } from './waiting.ts';

const words = {
  noDeadline: { nb: 'ikke fastsatt', nn: 'ikkje fastsett', en: 'not set' },
  status: {
    nb: '{name}: {measures, plural, =0 {ikke begynt} one {# tiltak er begynt på, ikke sendt inn} other {# tiltak er begynt på, ikke sendt inn}}',
    nn: '{name}: {measures, plural, =0 {ikkje begynt} one {# tiltak er påbegynt, ikkje sendt inn} other {# tiltak er påbegynte, ikkje sende inn}}',
    en: '{name}: {measures, plural, =0 {not begun} one {# measure begun, not submitted} other {# measures begun, not submitted}}',
  },
  submitted: { nb: '{name}: sendt inn', nn: '{name}: sendt inn', en: '{name}: submitted' },
  questions: {
    nb: '{name}: {questions, plural, one {# spørsmål} other {# spørsmål}}',
    nn: '{name}: {questions, plural, one {# spørsmål} other {# spørsmål}}',
    en: '{name}: {questions, plural, one {# question} other {# questions}}',
  },
  exemptions: {
    nb: '{name}: {claims, plural, one {# unntak fra offentlighet} other {# unntak fra offentlighet}} å svare på',
    nn: '{name}: {claims, plural, one {# unntak frå offentlegheit} other {# unntak frå offentlegheit}} å svare på',
    en: '{name}: {claims, plural, one {# exemption from publication} other {# exemptions from publication}} to answer about',
  },
  expiring: {
    nb: '{name}: {claims, plural, one {# unntak fra offentlighet gjelder til og med {day}. Etter det blir svaret offentlig} other {# unntak fra offentlighet gjelder til og med {day}. Etter det blir svarene offentlige}}',
    nn: '{name}: {claims, plural, one {# unntak frå offentlegheit gjeld til og med {day}. Etter det blir svaret offentleg} other {# unntak frå offentlegheit gjeld til og med {day}. Etter det blir svara offentlege}}',
    en: '{name}: {claims, plural, one {# exemption from publication holds to the end of {day}. After that the answer is public} other {# exemptions from publication hold to the end of {day}. After that the answers are public}}',
  },
  due: {
    nb: '{line}, svar innen {due}',
    nn: '{line}, svar innan {due}',
    en: '{line}, reply by {due}',
  },
  openUntil: {
    nb: '{line}. Svaret kan endres til {until}',
    nn: '{line}. Svaret kan endrast til {until}',
    en: '{line}. The answer may be changed until {until}',
  },
} as const satisfies Record<string, Text>;

/** Writes one of the planned letters, with the words of the round. */
export function writeMessage(
  kind: MessageKind,
  round: RoundRow,
  { to, language, agencies }: PlannedLetter,
  texts: Readonly<Record<Language, Wording>>,
  where: { readonly publicUrl: string; readonly now: Date },
): Letter {
  return compose(kind, to, language, valuesOf(round, kind, agencies, language, where), texts[language]);
}

function valuesOf(
  round: RoundRow,
  kind: MessageKind,
  agencies: readonly Standing[],
  language: Language,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Date },
): Record<string, string> {
  const nameOf = ({ name }: Standing) => name[language].replace(/\s+/g, ' ').trim();
  const year = String(realYear(round.year));
  // The first to run out, where some have been given more time.
  const earliest = (last: Date | null) => {
    const each = agencies.map(({ until }) => (until && (!last || until > last) ? until : last));
    return each.filter((one) => one !== null).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  };
  const moment = (at: Date | null) => (at ? formatMoment(at.toISOString(), language) : words.noDeadline[language]);
  const lines = (of: (agency: Standing) => string) => agencies.map(of).join('\n');
  const page = (agency: Standing) => linkTo({ publicUrl }, language, `/svar/${round.year}?virksomhet=${agency.orgnr}`);
  const openUntil = (line: string, { until }: Standing) =>
    until && until > now ? format(words.openUntil, language, { line, until: moment(until) }) : line;
  const withDue = (line: string, of: readonly Waiting[]) => {
    const due = of[0]?.dueAt ?? null;
    return due ? format(words.due, language, { line, due: moment(due) }) : line;
  };
  const waiting = (one: Standing) => {
    const { asked, claims, expiring } = waitingFor(one);
    const name = nameOf(one);
    return [
      ...(asked.length > 0
        ? [withDue(format(words.questions, language, { name, questions: asked.length }), asked)]
        : []),
      ...(claims.length > 0
        ? [withDue(format(words.exemptions, language, { name, claims: claims.length }), claims)]
        : []),
      ...[...Map.groupBy(expiring, ({ lastDay }) => lastDay ?? '')].map(([day, on]) =>
        format(words.expiring, language, { name, claims: on.length, day: formatDate(day, language) }),
      ),
    ].map((line) => openUntil(line, one));
  };
  return {
    year,
    agencies: new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(agencies.map(nameOf)),
    deadline: moment(earliest(round.deadline)),
    lastDay: moment(earliest(round.lateUntil ?? round.deadline)),
    status: lines((one) =>
      one.submitted
        ? format(words.submitted, language, { name: nameOf(one) })
        : format(words.status, language, { name: nameOf(one), measures: one.measures }),
    ),
    questions: agencies.flatMap(waiting).join('\n'),
    link:
      kind === 'thanks'
        ? linkTo({ publicUrl }, language, '/tall')
        : agencies.length === 1
          ? lines(page)
          : lines((one) => `${nameOf(one)}: ${page(one)}`),
  };
}

/** What waits for an agency, by what kind of line tells of it. */
function waitingFor({ questions }: Standing) {
  const of = (...kinds: Waiting['kind'][]) => questions.filter(({ kind }) => kinds.includes(kind));
  return { asked: of('query', 'correction'), claims: of('exemption'), expiring: of('expiring') };
}

import { inAll, variablesOf } from '@samblikk/questionnaire';
import { blankCode, combineFilters, type Filters, statedCode } from '../filter.ts';
import type { Settled, TextCheck } from './check-text.ts';
import { basesIn } from './claims.ts';
import { inWords, quoted } from './messages.ts';

/**
 * Parts that are told as if they were all: the counts of a chapter that together are every answer to a question but those that
 * say nothing (“not clarified”, blank), which the chapter passes over in silence.
 * @param isResidual whether an answer, by its label, says nothing of the matter
 */
export function unaccounted(check: TextCheck, isResidual: (label: string) => boolean): void {
  const { edition } = check.against;
  const counts = check.settled.filter(
    ({ sentence, claim, tied }) =>
      sentence.kind !== 'row' && (claim.kind === 'count' || claim.kind === 'of') && tied.selection.length === 1,
  );
  const told = new Set<string>();
  for (const [chapter, inChapter] of Map.groupBy(counts, ({ sentence }) => sentence.chapter ?? '')) {
    for (const { id, options, several } of variablesOf(edition)) {
      if (!options || several) continue;
      const found = options.flatMap(({ code }) => {
        const same = inChapter.find(({ tied }) => isSame(check, wholeOf(tied), { [id]: [code] }));
        return same ? [{ code, same }] : [];
      });
      const rest = options.filter(({ code }) => !found.some((one) => one.code === code));
      if (found.length < 2 || !rest.every(({ label }) => isResidual(label.nb))) continue;
      const whole = check.measure.count({ [id]: [statedCode, blankCode] });
      const sum = found.reduce((all, { code }) => all + check.measure.count({ [id]: [code] }), 0);
      const left = whole - sum;
      if (left <= 0 || told.has(`${chapter} ${left}`) || isTold(check, chapter, [left, sum])) continue;
      told.add(`${chapter} ${left}`);
      const last = found
        .map(({ same }) => same)
        .sort((a, b) => a.sentence.line - b.sentence.line)
        .at(-1) as Settled;
      const missing = [...rest.map(({ code }) => code), blankCode].map((code): Filters => ({ [id]: [code] }));
      const numbers = found.map(({ code }) => check.measure.count({ [id]: [code] })).join(' + ');
      const says = inAll((language) => {
        const named = missing.map((filters) => ({ filters, n: check.measure.count(filters) })).filter(({ n }) => n > 0);
        const list = named
          .map(({ filters, n }) => `${quoted(inWords(edition, filters, language), language)} ${n}`)
          .join(', ');
        const words = {
          nb: `${numbers} = ${sum}, ikke ${whole}: ${left} tiltak er ikke nevnt`,
          nn: `${numbers} = ${sum}, ikkje ${whole}: ${left} tiltak er ikkje nemnde`,
          en: `${numbers} = ${sum}, not ${whole}: ${left} measures are not mentioned`,
        };
        return `${words[language]} (${list})`;
      });
      check.findings.push({
        ...check.place(last.sentence, last.claim),
        code: 'parts',
        severity: 'wrong',
        says,
        todo: {
          nb: `Si hva som gjelder de ${left} andre, så delene blir til det hele.`,
          nn: `Sei kva som gjeld dei ${left} andre, så delane blir til det heile.`,
          en: `Say what is known of the other ${left}, so that the parts make up the whole.`,
        },
        measures: { [id]: [...rest.map(({ code }) => code), blankCode] },
      });
    }
  }
}

const wholeOf = ({ selection, part }: Settled['tied']): Filters =>
  combineFilters(part?.among ?? {}, selection[0] ?? {});

/** Whether two filters find the same measures. */
function isSame({ measure }: TextCheck, a: Filters, b: Filters): boolean {
  const n = measure.count(a);
  return n > 0 && n === measure.count(b) && n === measure.count(combineFilters(a, b));
}

/** Whether a chapter tells one of these numbers, also in a footnote. */
function isTold({ said }: TextCheck, chapter: string, numbers: readonly number[]): boolean {
  return said.some(
    (sentence) =>
      (sentence.chapter ?? '') === chapter &&
      (basesIn(sentence.text).some(({ n }) => numbers.includes(n)) ||
        sentence.claims.some(
          ({ kind, value, of }) =>
            kind === 'count' && (numbers.includes(value) || (of !== undefined && numbers.includes(of))),
        )),
  );
}

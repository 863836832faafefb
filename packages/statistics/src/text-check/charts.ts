import { variablesOf } from '@samblikk/questionnaire';
import { blankCode, type Filters } from '../filter.ts';
import type { Said, TextCheck } from './check-text.ts';
import { countIn, partIn } from './messages.ts';
import { tie } from './tie.ts';

/**
 * The numbers of a chart that stand alone, as text out of a PDF has them: first the numbers, then their labels. Where the labels are
 * the options of a question in its order, each number is of its label.
 */
export function chartNumbers(check: TextCheck): void {
  const { said } = check;
  for (let at = 0; at < said.length; at++) {
    if (said[at]?.kind !== 'data') continue;
    let end = at;
    while (said[end]?.kind === 'data') end += 1;
    const numbers = said.slice(at, end);
    const labels = said.slice(end, end + numbers.length + 4);
    const codes = numbers.length > 1 ? codesOf(check, labels.map(({ text }) => text).join(' '), numbers.length) : [];
    for (const [place, sentence] of numbers.entries()) judge(check, sentence, codes[place]);
    at = end - 1;
  }
}

function judge(check: TextCheck, sentence: Said, filters: Filters | undefined): void {
  for (const claim of sentence.claims) {
    const place = check.place(sentence, claim);
    const mention = filters && { at: 0, end: 0, alternatives: [filters], strong: true };
    const scopes = mention ? [{ needed: [mention], others: [], text: sentence.text }] : [];
    const { agrees, nearest } = tie(claim, scopes, check.measure, new Set());
    const found = agrees[0] ?? nearest;
    if (!found) {
      check.untied.push({ ...place, why: alone });
      continue;
    }
    const { edition } = check.against;
    const says = found.part ? partIn(edition, found.part) : countIn(edition, found.selection, found.n);
    const measures = filters ?? {};
    if (agrees.length > 0) check.right.push({ ...place, as: says, measures });
    else check.findings.push({ ...place, code: 'unsure', severity: 'unsure', says, todo: look, measures });
  }
}

/** The options whose labels follow in order, when there are as many as numbers; blank may be the last. */
function codesOf({ against: { edition } }: TextCheck, text: string, wanted: number): readonly Filters[] {
  const said = text.toLocaleLowerCase('nb');
  for (const { id, options = [] } of variablesOf(edition)) {
    for (const language of ['nb', 'nn', 'en'] as const) {
      let from = 0;
      const found: Filters[] = [];
      const labels = [
        ...options.map(({ code, label }) => ({ code, label: label[language] })),
        { code: blankCode, label: blank[language] },
      ];
      for (const { code, label } of labels) {
        const place = said.indexOf(label.replace(/\s*\(.*/, '').toLocaleLowerCase('nb'), from);
        if (place < 0) continue;
        from = place + 1;
        found.push({ [id]: [code] });
      }
      if (found.length === wanted) return found;
    }
  }
  return [];
}

const blank = { nb: 'Ikke svart', nn: 'Ikkje svart', en: 'No answer' };
const look = {
  nb: 'Se etter: tallet kan være av noe annet enn etiketten det ble lest sammen med.',
  nn: 'Sjå etter: talet kan vere av noko anna enn etiketten det vart lese saman med.',
  en: 'Look at it: the number may be of something else than the label it was read with.',
};
const alone = {
  nb: 'Tallet står alene, som i en figur, uten ord om hva det gjelder.',
  nn: 'Talet står aleine, som i ein figur, utan ord om kva det gjeld.',
  en: 'The number stands alone, as in a chart, without words for what it is about.',
};

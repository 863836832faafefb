import { languages, type Option } from './definition.ts';
import { likeTitle, plain } from './match-text.ts';

/** How a word from a list was understood as an answer category. */
export type WordHow = 'code' | 'label' | 'chosen' | 'yesNo' | 'similar' | 'unknown';

/** A word in a list, and the category it stands for; `''` when someone said that it means nothing. */
export interface Translation {
  readonly word: string;
  readonly code: string | undefined;
  readonly how: WordHow;
}

/** What people put in a cell that says yes, or ticks it; what says no. */
const yesWords = new Set(['x', 'ja', 'j', 'jo', 'yes', 'y', '1', 'true', 'sann', 'sant', 'ok']);
const noWords = new Set(['nei', 'n', 'no', '0', 'false', 'usann', 'usant', 'ikkje', 'ikke']);
const tick = /^[✓✔☑√×]+$/u;

/** Whether a cell is ticked: true, false, or undefined when it says something else. Blank is not ticked. */
export function isTicked(cell: string): boolean | undefined {
  const word = plain(cell);
  if (tick.test(cell.trim()) || yesWords.has(word)) return true;
  return word === '' || noWords.has(word) ? false : undefined;
}

/** The labels of a category, plain, in every language; made once. */
function plainLabels(option: Option): readonly string[] {
  let labels = labelCache.get(option);
  if (!labels) {
    labels = languages.map((language) => plain(option.label[language]));
    labelCache.set(option, labels);
  }
  return labels;
}
const labelCache = new WeakMap<Option, readonly string[]>();

/**
 * The category a word stands for: what was told before, its code, its label in any language, yes and no, what
 * lists call it, or the one it resembles. `exact` leaves resemblance out; `asked`: the word answers our own question.
 */
export function translate(
  word: string,
  options: readonly Option[],
  {
    chosen,
    exact = false,
    asked = false,
  }: { chosen?: string | undefined; exact?: boolean | undefined; asked?: boolean | undefined } = {},
): Translation {
  if (chosen !== undefined) return { word, code: chosen, how: 'chosen' };
  const said = plain(word);
  const byCode = options.find((option) => option.code.toLowerCase() === word.trim().toLowerCase());
  if (byCode) return { word, code: byCode.code, how: 'code' };
  const byLabel = options.filter((option) => plainLabels(option).includes(said));
  if (byLabel.length === 1 && byLabel[0]) return { word, code: byLabel[0].code, how: 'label' };

  const answers = (yesNo: ReadonlySet<string>) =>
    options.find((option) => plainLabels(option).some((label) => yesNo.has(label) && label.length > 1)) ??
    // Below our own question "yes" is the whole of its yes; below another heading it may be less.
    (asked ? only(options, (label) => yesNo.has(label.split(' ')[0] as string)) : undefined);
  const ticked = isTicked(word);
  const byYesNo = ticked === undefined ? undefined : answers(ticked ? yesWords : noWords);
  if (byYesNo) return { word, code: byYesNo.code, how: 'yesNo' };

  const byWord = options.filter(({ words = [] }) => words.some((known) => plain(known) === said));
  if (byWord.length === 1 && byWord[0]) return { word, code: byWord[0].code, how: 'similar' };

  const begun = exact ? undefined : beginsWith(said, options);
  if (begun) return { word, code: begun.code, how: 'similar' };
  const best = exact ? undefined : mostAlike(said, options);
  return best ? { word, code: best.code, how: 'similar' } : { word, code: undefined, how: 'unknown' };
}

/** The only category with such a label. */
function only(options: readonly Option[], fits: (label: string) => boolean): Option | undefined {
  const found = options.filter((option) => plainLabels(option).some(fits));
  return found.length === 1 ? found[0] : undefined;
}

/** The category that lists call by the words a text begins with: `unntatt, jf. offl. § 21`. */
function beginsWith(said: string, options: readonly Option[]): Option | undefined {
  const found = options.filter(({ words = [] }) => words.some((word) => said.startsWith(`${plain(word)} `)));
  return found.length === 1 ? found[0] : undefined;
}

/** The one category that a word is clearly more like than any other. */
function mostAlike(said: string, options: readonly Option[]): Option | undefined {
  // Nobody writes a category in so many words.
  if (said.length > 200) return undefined;
  const [best, second] = options
    .map((option) => ({ option, score: Math.max(...plainLabels(option).map((label) => resembles(said, label))) }))
    .toSorted((a, b) => b.score - a.score);
  return best && best.score >= 0.7 && best.score - (second?.score ?? 0) >= 0.1 ? best.option : undefined;
}

/** How well a word stands for a label, both plain: the label's beginning, a longer form of it, or nearly the same letters. */
function resembles(said: string, full: string): number {
  if (said.length >= 3 && full.startsWith(`${said} `)) return 0.95;
  if (full.length >= 3 && said.startsWith(`${full} `)) return 0.9;
  if (said.length >= 4 && full.length >= 4 && (full.startsWith(said) || said.startsWith(full))) return 0.85;
  if (full.length >= 4 && ` ${said} `.includes(` ${full} `)) return 0.8;
  if (said.length >= 3 && ` ${full}`.includes(` ${said}`)) return 0.75;
  // Texts of very different length share too few pairs of letters.
  if (Math.min(said.length, full.length) / Math.max(said.length, full.length) < 0.5) return 0;
  return likeTitle(said, full);
}

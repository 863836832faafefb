import { languages, type Option } from './definition.ts';
import { likeTitle, plain } from './match-text.ts';

/** How a word from a list was understood as an answer category. */
export type WordHow = 'code' | 'label' | 'told' | 'yesNo' | 'similar' | 'unknown';

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

/** The category a word stands for: what was told before, its code, its label in any language, yes and no, or the one it resembles. */
export function translate(word: string, options: readonly Option[], told?: string): Translation {
  if (told !== undefined) return { word, code: told, how: 'told' };
  const said = plain(word);
  const byCode = options.find((option) => option.code.toLowerCase() === word.trim().toLowerCase());
  if (byCode) return { word, code: byCode.code, how: 'code' };
  const labels = (option: Option) => languages.map((language) => plain(option.label[language]));
  const byLabel = options.filter((option) => labels(option).includes(said));
  if (byLabel.length === 1 && byLabel[0]) return { word, code: byLabel[0].code, how: 'label' };

  const answers = (yesNo: ReadonlySet<string>) =>
    options.find((option) => labels(option).some((label) => yesNo.has(label) && label.length > 1));
  const ticked = isTicked(word);
  const byYesNo = ticked === undefined ? undefined : answers(ticked ? yesWords : noWords);
  if (byYesNo) return { word, code: byYesNo.code, how: 'yesNo' };

  const scored = options
    .map((option) => ({
      option,
      score: Math.max(...languages.map((language) => resembles(said, option.label[language]))),
    }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best && best.score >= 0.7 && best.score - (second?.score ?? 0) >= 0.1) {
    return { word, code: best.option.code, how: 'similar' };
  }
  return { word, code: undefined, how: 'unknown' };
}

/** How well a word stands for a label: the label's beginning, a longer form of it, or nearly the same letters. */
function resembles(said: string, label: string): number {
  const full = plain(label);
  if (said.length >= 3 && full.startsWith(`${said} `)) return 0.95;
  if (full.length >= 3 && said.startsWith(`${full} `)) return 0.9;
  if (said.length >= 4 && full.length >= 4 && (full.startsWith(said) || said.startsWith(full))) return 0.85;
  if (full.length >= 4 && ` ${said} `.includes(` ${full} `)) return 0.8;
  if (said.length >= 3 && ` ${full}`.includes(` ${said}`)) return 0.75;
  return likeTitle(said, full);
}

import type { QuestionOf } from '../definition.ts';
import { open, textCell, texts, writtenText } from './common.ts';
import type { Kind } from './kind.ts';

/** Long enough for several sections with their reasons. */
const longest = 500;

/** Between several, where they are chosen from a list. */
const separator = '; ';

/** The legal bases in an answer: mostly one. Where there is no list they are words, which are left as they stand. */
export function basesIn(question: QuestionOf<'legalBasis'>, answer: string): readonly string[] {
  return question.options.length === 0 ? [answer] : answer.split(separator).filter((basis) => basis.trim() !== '');
}

/** Several legal bases as one answer. */
export const joinBases = (bases: readonly string[]): string =>
  bases.filter((basis) => basis.trim() !== '').join(separator);

/** The act on freedom of information, as people write it. */
const act = '(?:offl|offentleglov\\p{L}*|offentlegheitslov\\p{L}*|offentlighetslov\\p{L}*)\\.?';
const onlySection = new RegExp(
  `^(?:unntatt|unnateke|u\\.?\\s?off)?\\W*(?:jf|jfr|etter|iht)?\\W*${act}\\s*§*\\s*(\\d+)\\.?$`,
  'iu',
);

/** The listed section that a text names and nothing else: `offl. § 21`, `jf. offentleglova § 13`. */
export function sectionIn({ options }: QuestionOf<'legalBasis'>, text: string): string | undefined {
  const [, section] = onlySection.exec(text.trim()) ?? [];
  const found = options.filter(
    ({ label }) => section !== undefined && new RegExp(`§ ${section}(?!\\d)`).test(label.nb),
  );
  return found.length === 1 ? found[0]?.code : undefined;
}

/** What names a legal basis within a text about something else: from the act, or the sign of a section, on. */
const naming = new RegExp(`(?:(?<!\\p{L})${act}|\\p{L}*(?:loven|lova)|\\bfvl\\.?)?\\s*§+\\s*\\d[\\s\\S]*$`, 'iu');

/**
 * Legal bases: codes from the list, or the section of an act in words, one or several. Open, since words are accepted.
 */
export const legalBasis: Kind<'legalBasis', string> = {
  ...textCell,
  ...open,
  name: 'legalBasis',
  answer: () => writtenText(longest),
  choices: (question) => question.options,
  codes: basesIn,
  show: (question, answer, language) =>
    joinBases(
      basesIn(question, answer).map(
        (basis) => question.options.find((option) => option.code === basis)?.label[language] ?? basis,
      ),
    ),
  ownWords: (answer) => answer,
  within: (question, text) => {
    const [named] = naming.exec(text) ?? [];
    return named === undefined ? undefined : (sectionIn(question, named) ?? named.trim().slice(0, longest));
  },
  texts: {
    wrongType: texts.wrongType,
    blank: texts.blank,
    tooLong: texts.tooLong,
    illegalCharacter: texts.illegalCharacter,
  },
};

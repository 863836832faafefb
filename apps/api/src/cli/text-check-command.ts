import { readFile } from 'node:fs/promises';
import { format, type Language, type Text } from '@samblikk/questionnaire';
import type { CheckedText } from '@samblikk/statistics';
import { loaded, releaseOf } from '../releases/index.ts';
import { checkAgainst, TextFault, textFaults } from '../text-check/index.ts';
import { type Command, lang, oneLine, required, round, text, UsageError, yearOf } from './command.ts';

const texts = {
  wrong: { nb: 'FEIL', nn: 'FEIL', en: 'WRONG' },
  base: { nb: 'UTEN GRUNNLAG', nn: 'UTAN GRUNNLAG', en: 'WITHOUT BASE' },
  unsure: { nb: 'USIKKERT', nn: 'USIKKERT', en: 'UNSURE' },
  untied: { nb: 'ikke knyttet til noe', nn: 'ikkje knytt til noko', en: 'not tied to anything' },
  line: { nb: 'linje', nn: 'linje', en: 'line' },
  sum: {
    nb: '{right, number} tall stemmer. {wrong, number} er feil, {base, number} mangler grunnlag, {unsure, number} er usikre, {untied, number} kunne ikke knyttes til noe.',
    nn: '{right, number} tal stemmer. {wrong, number} er feil, {base, number} manglar grunnlag, {unsure, number} er usikre, {untied, number} kunne ikkje knytast til noko.',
    en: '{right, number} numbers agree. {wrong, number} are wrong, {base, number} lack their base, {unsure, number} are unsure, {untied, number} could not be tied to anything.',
  },
} as const satisfies Record<string, Text>;

export const checkTextCommand: Command = {
  name: 'check-text',
  summary: 'Holds a text (DOCX, HTML, plain) against a release: numbers that do not agree with it, or lack their base',
  options: {
    round,
    release: {
      type: 'string',
      value: 'NUMBER',
      help: 'the number of the release; the newest public one when left out',
    },
    file: { type: 'string', value: 'FILE', help: 'the text', required: true },
    json: { type: 'boolean', help: 'all of it, also the numbers that agree, as JSON' },
    lang,
  },
  operand: 'file',
  async run(call) {
    const year = yearOf(call);
    const asked = text(call, 'release');
    if (asked !== undefined && !/^[1-9]\d{0,4}$/.test(asked))
      throw new UsageError(`--release ${asked}: write a number.`);
    const path = required(call, 'file');
    const file = await readFile(path).catch(() => {
      throw new UsageError(`${path} cannot be read.`);
    });
    const db = await call.db();
    const number = asked === undefined ? undefined : Number(asked);
    const release = await releaseOf(db, new Date(), year, number, { unpublished: number !== undefined });
    const checked = await checkAgainst(file, await loaded(db, release)).catch((error: unknown) => {
      if (error instanceof TextFault) throw new UsageError(`${path}: ${textFaults[error.code][call.language]}`);
      throw error;
    });
    await call.out(call.values.json ? `${JSON.stringify(checked, null, 2)}\n` : inLines(checked, call.language));
    return checked.findings.every(({ severity }) => severity === 'unsure');
  },
};

/** Findings by line, then what could not be tied to anything, then how many of each. */
function inLines({ findings, right, untied }: CheckedText, language: Language): string {
  const at = (line: number, chapter?: string) => `${texts.line[language]} ${line}${chapter ? ` (${chapter})` : ''}`;
  const found = findings.map(
    ({ line, chapter, severity, claim, quote, says, todo }) =>
      `${at(line, chapter)}: ${texts[severity][language]}: ${oneLine(claim)}\n    «${oneLine(quote)}»\n    ${says[language]}\n    ${todo[language]}\n`,
  );
  const rest = untied.map(
    ({ line, chapter, claim, why }) =>
      `${at(line, chapter)}: ${texts.untied[language]}: ${oneLine(claim)}. ${why[language]}\n`,
  );
  const of = (severity: 'wrong' | 'base' | 'unsure') => findings.filter((one) => one.severity === severity).length;
  const numbers = {
    right: right.length,
    wrong: of('wrong'),
    base: of('base'),
    unsure: of('unsure'),
    untied: untied.length,
  };
  return `${[...found, ...rest].join('')}${format(texts.sum, language, numbers)}\n`;
}

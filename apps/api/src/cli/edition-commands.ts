import { csvFile } from '@samblikk/files';
import {
  checkEdition,
  codebook,
  codebookCsv,
  type Edition,
  editionOf,
  editions,
  latestEdition,
} from '@samblikk/questionnaire';
import { type CostedChange, costOfDifference, marksOf } from '@samblikk/questionnaire/difference';
import { type Command, type CommandCall, lang, outFile, required, text, UsageError } from './command.ts';
import { writeOut } from './write-out.ts';

const editionOption = (whenLeftOut: string) =>
  ({
    type: 'string',
    value: 'EDITION',
    help: `the edition, e.g. ${latestEdition.id}; ${whenLeftOut} when left out`,
  }) as const;

function editionFrom(call: CommandCall, option = 'edition'): Edition | undefined {
  const id = text(call, option);
  if (id === undefined) return undefined;
  const edition = editionOf(id);
  if (!edition) throw new UsageError(`There is no edition ${id}. There are ${Object.keys(editions).join(', ')}.`);
  return edition;
}

export const questionnaireCheck: Command = {
  name: 'questionnaire check',
  summary: 'Tells what is wrong with an edition of the questionnaire, in words an editor understands',
  options: { edition: editionOption('all') },
  async run(call) {
    const asked = editionFrom(call);
    let errors = 0;
    for (const edition of asked ? [asked] : Object.values(editions)) {
      const previous = edition.previous === undefined ? undefined : editionOf(edition.previous);
      const findings = checkEdition(edition, { previous });
      const wrong = findings.filter(({ level }) => level === 'error').length;
      errors += wrong;
      const words = { error: 'Feil', warning: 'Se på' };
      for (const { level, where, text: said } of findings)
        call.tell(`${edition.id}, ${where}: ${words[level]}: ${said}`);
      await call.out(`${edition.id}: ${wrong} feil, ${findings.length - wrong} merknader\n`);
    }
    return errors === 0;
  },
};

export const codebookCommand: Command = {
  name: 'codebook',
  summary: 'Writes the codebook of an edition: every question and variable, with codes and conditions in words',
  options: {
    edition: editionOption('the newest'),
    format: { type: 'string', value: 'json|csv', help: 'json when left out' },
    lang: { ...lang, help: 'one language of the JSON; all three when left out' },
    out: outFile,
  },
  async run(call) {
    const edition = editionFrom(call) ?? latestEdition;
    const language = call.values.lang === undefined ? undefined : call.language;
    const formats: Record<string, () => string> = {
      json: () => `${JSON.stringify(language ? codebook(edition, language) : codebook(edition), null, 2)}\n`,
      csv: () => csvFile(codebookCsv(edition), { verbatim: true }),
    };
    const format = text(call, 'format') ?? 'json';
    const make = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (!make) throw new UsageError(`--format ${format}: write json or csv.`);
    await writeOut(call, [make()]);
    return true;
  },
};

const editionNamed = (help: string) => ({ type: 'string', value: 'EDITION', help, required: true }) as const;

export const questionnaireDiff: Command = {
  name: 'questionnaire diff',
  summary:
    'Tells what is other in one edition than in another: texts, options, branching and rules, and what each change costs',
  options: {
    from: editionNamed('the older edition'),
    to: editionNamed('the newer edition'),
    format: { type: 'string', value: 'text|csv', help: 'text when left out' },
    lang,
    out: outFile,
  },
  async run(call) {
    const [from, to] = [editionFrom(call, 'from'), editionFrom(call, 'to')];
    if (!from || !to)
      throw new UsageError(`--from ${required(call, 'from')} --to ${required(call, 'to')}: no such edition.`);
    const format = text(call, 'format') ?? 'text';
    if (format !== 'text' && format !== 'csv') throw new UsageError(`--format ${format}: write text or csv.`);
    const { changes, before, after } = costOfDifference(from, to, editions);
    if (format === 'csv') {
      await writeOut(call, [csvFile(differenceRows(changes))]);
      return true;
    }
    const lines = changes.flatMap((change) => differenceLines(change, call.language));
    const minutes = (seconds: number) => (seconds / 60).toFixed(1);
    const totals = `${from.id} -> ${to.id}: new measure ${minutes(before.anew)} -> ${minutes(after.anew)} min, carried over ${minutes(before.carried)} -> ${minutes(after.carried)} min (modelled)`;
    await writeOut(call, [`${[...lines, totals].join('\n')}\n`]);
    return true;
  },
};

const signs = { added: '+', removed: '-', changed: '~' } as const;

function differenceLines(
  { change, of, id, title, parts, comparability, seconds }: CostedChange,
  language: CommandCall['language'],
): string[] {
  const cost =
    of === 'question' ? ` [${comparability?.with}; ${Math.round(seconds.anew)}/${Math.round(seconds.carried)} s]` : '';
  // A whole item that is new or gone is told by its heading.
  const shown = change === 'changed' ? parts : [];
  return [
    `${signs[change]} ${of} ${id}: ${title[language]}${cost}`,
    ...shown.map(({ what, code, before, after }) => {
      const marked = marksOf(before?.[language] ?? '', after?.[language] ?? '')
        .map((mark) =>
          mark.change === 'same' ? mark.text : mark.change === 'added' ? `{+${mark.text}+}` : `[-${mark.text}-]`,
        )
        .join('');
      return `    ${code === undefined ? what : `${what} ${code}`}: ${marked}`;
    }),
  ];
}

/** The difference as a table: a row for each part that is not as it was. */
function differenceRows(changes: readonly CostedChange[]): string[][] {
  const three = (text: { nb: string; nn: string; en: string } | null) => [
    text?.nb ?? '',
    text?.nn ?? '',
    text?.en ?? '',
  ];
  const languages = ['nb', 'nn', 'en'];
  return [
    [
      ...['of', 'id', 'change', 'comparability', 'seconds_new', 'seconds_carried', 'part', 'code'],
      ...languages.map((language) => `before_${language}`),
      ...languages.map((language) => `after_${language}`),
    ],
    ...changes.flatMap(({ of, id, change, comparability, seconds, parts }) =>
      (parts.length === 0 ? [undefined] : parts).map((part) => [
        ...[of, id, change, comparability?.with ?? '', seconds.anew.toFixed(1), seconds.carried.toFixed(1)],
        ...[part?.what ?? '', part?.code ?? '', ...three(part?.before ?? null), ...three(part?.after ?? null)],
      ]),
    ),
  ];
}

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
import { type Command, type CommandCall, lang, outFile, text, UsageError } from './command.ts';
import { writeOut } from './write-out.ts';

const editionOption = (whenLeftOut: string) =>
  ({
    type: 'string',
    value: 'EDITION',
    help: `the edition, e.g. ${latestEdition.id}; ${whenLeftOut} when left out`,
  }) as const;

function editionFrom(call: CommandCall): Edition | undefined {
  const id = text(call, 'edition');
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

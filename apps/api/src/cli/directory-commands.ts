import { readFile } from 'node:fs/promises';
import { directoryHeader, ministryColumn } from '@samblikk/contract';
import { findIn, importDirectory, lookUp, lookUpByName, wholeDirectory } from '../directory/index.ts';
import { type Command, lang, required, text, UsageError } from './command.ts';

export const directoryList: Command = {
  name: 'directory list',
  summary: 'Lists agencies with number, name, ministry and how long it held; with --all also what was before',
  options: {
    search: { type: 'string', value: 'TEXT', help: 'only those with this in a present or former name or number' },
    all: { type: 'boolean', help: 'every name and ministry they have had' },
  },
  async run(call) {
    const all = await wholeDirectory(await call.db());
    const search = text(call, 'search');
    const { agencies } = search ? findIn(all, search) : all;
    if (agencies.length === 0) await call.out('There are no such agencies.\n');
    for (const { id, versions, successors } of agencies) {
      for (const one of call.values.all === true ? versions : versions.slice(-1)) {
        const held = `${one.from ?? ''}..${one.to ?? ''}`;
        const next =
          one.to !== null && successors.length > 0 ? `  carried on by ${successors.map((s) => s.id).join(', ')}` : '';
        await call.out(
          `${id}  ${one.orgnr ?? 'no number'}  ${one.name.nb}  ${one.ministry?.code ?? '-'}  ${held}${next}\n`,
        );
      }
    }
    return true;
  },
};

export const directoryLookUp: Command = {
  name: 'directory look-up',
  summary: 'Looks an organisation up in Enhetsregisteret, by number or name (needs ENHETSREGISTERET_URL)',
  options: {
    orgnr: { type: 'string', value: 'NUMBER', help: 'its organisation number' },
    name: { type: 'string', value: 'TEXT', help: 'part of its name' },
  },
  async run(call) {
    const [orgnr, name] = [text(call, 'orgnr'), text(call, 'name')];
    if ((orgnr === undefined) === (name === undefined)) throw new UsageError('Write one of --orgnr and --name.');
    const today = new Date().toISOString().slice(0, 10);
    const db = await call.db();
    const found =
      name === undefined
        ? [await lookUp(call.config(), db, orgnr ?? '', today)]
        : await lookUpByName(call.config(), db, name, today);
    for (const one of found)
      await call.out(
        `${one.orgnr}  ${one.name}  ${one.form ?? '-'}  ${one.ministry ?? '-'}${one.deletedOn ? `  deleted ${one.deletedOn}` : ''}\n`,
      );
    if (found.length === 0) call.tell('No organisation is called so.');
    return found.length > 0;
  },
};

export const directoryImport: Command = {
  name: 'directory import',
  summary: `Changes the directory from a CSV file with ${directoryHeader.join(', ')}: all or nothing`,
  options: {
    file: {
      type: 'string',
      value: 'FILE',
      help: `the file; a row tells how an agency is from a day on, or a ministry where the column ${ministryColumn} has its code`,
      required: true,
    },
    'dry-run': { type: 'boolean', help: 'tells what would change' },
    lang,
  },
  async run(call) {
    const path = required(call, 'file');
    const csv = await readFile(path, 'utf8').catch(() => {
      throw new UsageError(`--file ${path}: there is no such file, or it cannot be read.`);
    });
    const { changes, problems, unchanged, dryRun } = await importDirectory(await call.db(), {
      ...{ csv, dryRun: call.values['dry-run'] === true, language: call.language },
      ...{ actor: 'system:command-line', now: new Date() },
    });
    for (const { row, column, value, text: said } of problems) call.tell(`${row}, ${column} «${value}»: ${said}`);
    for (const { row, change, id, name, from, details } of changes)
      await call.out(`${row}: ${change} ${id} ${name} ${from} ${details}\n`);
    const verb = problems.length > 0 ? 'Nothing was changed' : dryRun ? 'Would change' : 'Changed';
    await call.out(`${verb}: ${changes.length} changes, ${unchanged} as before, ${problems.length} problems\n`);
    return problems.length === 0;
  },
};

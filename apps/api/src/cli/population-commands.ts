import { readFile } from 'node:fs/promises';
import { importPopulation, populationCsv } from '../intake/index.ts';
import { roundOf } from '../rounds/index.ts';
import { type Command, lang, outFile, required, round, UsageError, yearOf } from './command.ts';
import { writeOut } from './write-out.ts';

export const populationExport: Command = {
  name: 'population export',
  summary: 'Writes whom a round asks as CSV, with mailboxes; it can be imported again',
  options: { round, out: outFile },
  async run(call) {
    const db = await call.db();
    await writeOut(call, [await populationCsv(db, await roundOf(db, yearOf(call)))]);
    return true;
  },
};

export const populationImport: Command = {
  name: 'population import',
  summary: 'Says from a CSV file whom a round asks: all or nothing, and the same again changes nothing',
  options: {
    round,
    file: { type: 'string', value: 'FILE', help: 'the agencies (CSV)', required: true },
    'dry-run': { type: 'boolean', help: 'tells what would change' },
    lang,
  },
  async run(call) {
    const path = required(call, 'file');
    const csv = await readFile(path, 'utf8').catch(() => {
      throw new UsageError(`--file ${path}: there is no such file, or it cannot be read.`);
    });
    const told = await importPopulation(await call.db(), {
      ...{ year: yearOf(call), csv, dryRun: call.values['dry-run'] === true, language: call.language },
      ...{ actor: 'system:command-line', now: new Date() },
    });
    for (const { row, column, value, text } of told.problems) call.tell(`${row}, ${column} «${value}»: ${text}`);
    for (const { orgnr, name } of told.added) await call.out(`+ ${orgnr} ${name}\n`);
    for (const { orgnr, name } of told.removed) await call.out(`- ${orgnr} ${name}\n`);
    for (const { orgnr, name, fields } of told.changed)
      await call.out(
        `~ ${orgnr} ${name}: ${fields.map((f) => `${f.field} «${f.before}» -> «${f.after}»`).join(', ')}\n`,
      );
    const verb = told.problems.length > 0 ? 'Nothing was changed' : told.dryRun ? 'Would ask' : 'Asks';
    await call.out(`${verb}: ${told.asked} agencies, ${told.unchanged} as before, ${told.problems.length} problems\n`);
    return told.problems.length === 0;
  },
};

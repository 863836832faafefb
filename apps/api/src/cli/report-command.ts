import { reportFormats } from '@samblikk/contract';
import { makeReport } from '../report/index.ts';
import { type Command, lang, required, requiredChoice, round, text, UsageError, yearOf } from './command.ts';
import { writeFileOut } from './write-out.ts';

export const reportCommand: Command = {
  name: 'report',
  summary:
    'Writes the draft of the yearly report of a release: findings, figures, method, response, quality, questionnaire',
  options: {
    round,
    release: { type: 'string', value: 'N', help: 'the number of the release; the newest when left out' },
    format: { type: 'string', value: reportFormats.join('|'), help: 'the kind of file', required: true },
    lang: { ...lang, help: 'the language of the report and of messages; nb when left out' },
    figures: { type: 'string', value: 'ID,ID', help: 'only these figures; all of the year’s when left out' },
    table: { type: 'string', value: 'ADDRESS', help: 'a table of your own to take in: its address', many: true },
    site: { type: 'string', value: 'URL', help: 'where readers reach Samblikk; https://samblikk.no when left out' },
    out: { type: 'string', value: 'FILE', help: 'the file to write', required: true },
  },
  async run(call) {
    const year = yearOf(call);
    const number = text(call, 'release');
    if (number !== undefined && !/^[1-9]\d*$/.test(number))
      throw new UsageError(`--release ${number}: write the number of the release in its round, for example 1.`);
    const { table } = call.values;
    const { name, bytes } = await makeReport(await call.db(), new Date(), {
      year,
      number: number === undefined ? undefined : Number(number),
      format: requiredChoice(call, 'format', reportFormats),
      language: call.language,
      figures: text(call, 'figures')?.split(','),
      tables: Array.isArray(table) ? table.map(String) : [],
      site: (text(call, 'site') ?? 'https://samblikk.no').replace(/\/+$/, ''),
    });
    await writeFileOut(required(call, 'out'), bytes);
    call.tell(`${name}: ${bytes.length} bytes in ${required(call, 'out')}`);
    return true;
  },
};

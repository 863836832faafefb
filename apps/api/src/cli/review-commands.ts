import { closeQuery } from '../collaboration/index.ts';
import { notesOf, writeNote } from '../notes/index.ts';
import { endLooks, lookOver } from '../quality/index.ts';
import { agency, agencyOf, commandLine, measure, measureOf } from './about.ts';
import { type Command, required, round, text } from './command.ts';

export const qualityLook: Command = {
  name: 'quality look',
  summary: 'Says that what was last sent in of a measure has been looked over, or with --again that it is to be',
  options: {
    round,
    measure,
    note: { type: 'string', value: 'TEXT', help: 'what was seen, for staff' },
    again: { type: 'boolean', help: 'puts it back into the queue' },
  },
  async run(call) {
    const db = await call.db();
    const of = await measureOf(call, db);
    const now = new Date();
    await db.transaction((tx) =>
      call.values.again
        ? endLooks(tx, of, commandLine, now)
        : lookOver(tx, of, { note: text(call, 'note') ?? '' }, commandLine, now),
    );
    await call.out(call.values.again ? 'Back in the queue.\n' : 'Looked over.\n');
    return true;
  },
};

export const queryClose: Command = {
  name: 'query close',
  summary: 'Is done with a question, answered or not; it stays in the list',
  options: {
    round,
    measure,
    id: { type: 'string', value: 'ID', help: 'the question, as `query list` names it', required: true },
  },
  async run(call) {
    const db = await call.db();
    const of = await measureOf(call, db);
    await db.transaction((tx) => closeQuery(tx, of, required(call, 'id'), commandLine, new Date()));
    await call.out('Closed.\n');
    return true;
  },
};

export const noteList: Command = {
  name: 'note list',
  summary: 'Lists what staff have noted about an agency, in all rounds, newest first',
  options: { round, agency },
  async run(call) {
    const of = await agencyOf(call);
    const notes = await notesOf(await call.db(), of.agency.agencyId);
    for (const { at, year, by, text: words } of notes) await call.out(`${at}  ${year}  ${by}: ${words}\n`);
    await call.out(`${notes.length} notes\n`);
    return true;
  },
};

export const noteAdd: Command = {
  name: 'note add',
  summary: 'Notes something about an agency, for staff',
  options: { round, agency, text: { type: 'string', value: 'TEXT', help: 'what is noted', required: true } },
  async run(call) {
    const of = await agencyOf(call);
    const words = required(call, 'text').trim();
    await (await call.db()).transaction((tx) => writeNote(tx, of, words, commandLine, new Date()));
    await call.out('Noted.\n');
    return true;
  },
};

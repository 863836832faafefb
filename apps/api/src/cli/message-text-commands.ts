import { readFile } from 'node:fs/promises';
import { type BodyOf, editedKinds, writeMessageText } from '@samblikk/contract';
import { editText, textsOf } from '../messages/index.ts';
import { lockedRound, roundOf } from '../rounds/index.ts';
import { type Command, lang, requiredChoice, round, text, UsageError, yearOf } from './command.ts';

const actor = 'system:command-line';

export const messagesText: Command = {
  name: 'messages text',
  summary: 'Shows what a letter of a round says in a language, or with --file writes it, with --reset takes that back',
  options: {
    round,
    kind: { type: 'string', value: editedKinds.join('|'), help: 'what sort of letter', required: true },
    lang,
    file: { type: 'string', value: 'FILE', help: 'the first line is its subject, the rest its text' },
    reset: { type: 'boolean', help: 'goes back to what the program says' },
  },
  async run(call) {
    const [year, path] = [yearOf(call), text(call, 'file')];
    const kind = requiredChoice(call, 'kind', editedKinds);
    if (path !== undefined && call.values.reset) throw new UsageError('Write --file or --reset, not both.');
    const db = await call.db();
    if (path !== undefined || call.values.reset) {
      const wording = path === undefined ? null : split(await readFile(path, 'utf8'));
      await db.transaction(async (tx) => {
        const of = await lockedRound(tx, year);
        await editText(tx, of, { kind, language: call.language, wording, actor }, new Date());
      });
    }
    const {
      subject,
      text: words,
      edited,
      carriedFrom,
    } = (await textsOf(db, await roundOf(db, year)))[kind][call.language];
    await call.out(`${subject}\n\n${words}\n`);
    if (!edited) call.tell('This is what the program says by itself.');
    if (carriedFrom !== null) call.tell(`This came along from the round of ${carriedFrom}.`);
    return true;
  },
};

/** Subject and text of a file, as the endpoint takes them. @throws UsageError when they are not */
function split(file: string): BodyOf<typeof writeMessageText> {
  const [subject = '', ...lines] = file.replaceAll('\r\n', '\n').split('\n');
  const read = writeMessageText.body.safeParse({ subject, text: lines.join('\n') });
  if (!read.success)
    throw new UsageError(
      '--file: the first line is the subject, in at most 200 characters, and the text comes after it, in at most 5000.',
    );
  return read.data;
}

import { readFile } from 'node:fs/promises';
import { type EditedKind, editedKinds } from '@samblikk/contract';
import { isEmailAddress } from '@samblikk/questionnaire';
import { editText, settleBounce, textsOf } from '../messages/index.ts';
import { refusedLetters } from '../platform/mail/index.ts';
import { lockedRound, roundOf } from '../rounds/index.ts';
import { type Command, type CommandCall, lang, required, round, text, UsageError, yearOf } from './command.ts';

const actor = 'system:command-line';

function kindOf(call: CommandCall): EditedKind {
  const given = required(call, 'kind');
  const known = editedKinds.find((one) => one === given);
  if (!known) throw new UsageError(`--kind ${given}: write one of ${editedKinds.join(', ')}.`);
  return known;
}

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
    const [year, kind, path] = [yearOf(call), kindOf(call), text(call, 'file')];
    if (path !== undefined && call.values.reset) throw new UsageError('Write --file or --reset, not both.');
    const db = await call.db();
    if (path !== undefined || call.values.reset) {
      const wording = path === undefined ? null : split(await readFile(path, 'utf8'));
      await db.transaction(async (tx) => {
        const of = await lockedRound(tx, year);
        await editText(tx, of, { kind, language: call.language, wording, actor }, new Date());
      });
    }
    const { subject, text: words, edited } = (await textsOf(db, await roundOf(db, year)))[kind][call.language];
    await call.out(`${subject}\n\n${words}\n`);
    if (!edited) call.tell('This is what the program says by itself.');
    return true;
  },
};

/** Subject and text of a file. @throws UsageError when it has not both */
function split(file: string): { subject: string; text: string } {
  const [subject = '', ...lines] = file.replaceAll('\r\n', '\n').split('\n');
  const wording = { subject: subject.trim(), text: lines.join('\n').trim() };
  if (wording.subject === '' || wording.text === '')
    throw new UsageError('--file: the first line is the subject, and the text comes after it.');
  if (wording.subject.length > 200 || wording.text.length > 5_000)
    throw new UsageError('--file: a subject has at most 200 characters, a text 5000.');
  return wording;
}

const address = (help: string) => ({ type: 'string', value: 'ADDRESS', help }) as const;

export const messagesSettle: Command = {
  name: 'messages settle',
  summary:
    'Is done with an address that was refused in a round; with --to the letters go there, and it takes its place',
  options: {
    round,
    address: { ...address('the address that was refused'), required: true },
    to: address('the right one; without it nothing is sent'),
  },
  async run(call) {
    const [year, wrong, to] = [yearOf(call), required(call, 'address'), text(call, 'to') ?? null];
    if (to !== null && !isEmailAddress(to)) throw new UsageError(`--to ${to}: this is no e-mail address.`);
    const letters = await call.mail();
    const settled = await (await call.db()).transaction(async (tx) => {
      const of = await lockedRound(tx, year);
      const refused = await refusedLetters(tx, year);
      const found = refused.filter(({ receiver }) => receiver?.toLowerCase() === wrong.toLowerCase());
      for (const { id } of found) await settleBounce(tx, letters, of, { id, email: to, actor }, new Date());
      return found.length;
    });
    if (settled === 0) throw new UsageError(`--address ${wrong}: no letter to it waits to be seen to.`);
    await call.out(to === null ? `Done with ${settled} letters.\n` : `${settled} letters go to ${to}.\n`);
    return true;
  },
};

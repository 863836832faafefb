import { isEmailAddress } from '@samblikk/questionnaire';
import { letterReturned, lettersWith, settleBounce } from '../messages/index.ts';
import { lastSentTo, undeliveredLetters } from '../platform/mail/index.ts';
import { lockedRound } from '../rounds/index.ts';
import { type Command, type CommandCall, required, round, text, UsageError, yearOf } from './command.ts';

// Letters that did not arrive.

const actor = 'system:command-line';
const address = (help: string) => ({ type: 'string', value: 'ADDRESS', help }) as const;

export const messagesBounced: Command = {
  name: 'messages bounced',
  summary: 'Notes that a letter that was sent came back: it becomes a task, as one that was refused',
  options: {
    letter: { type: 'string', value: 'ID', help: 'the letter, as messages list shows it' },
    address: address('or the newest letter that went to this address'),
    reason: { type: 'string', value: 'WORDS', help: 'why, as the returned letter says' },
  },
  async run(call) {
    const db = await call.db();
    const reason = text(call, 'reason')?.trim() || undefined;
    const { id } = await named(call);
    const { kind, receiver } = await db.transaction((tx) => letterReturned(tx, { id, reason, actor }, new Date()));
    await call.out(`Noted: ${kind} to ${receiver} came back.\n`);
    return true;
  },
};

/** The letter that a command names. @throws UsageError */
async function named(call: CommandCall): Promise<{ readonly id: string }> {
  const [id, to] = [text(call, 'letter'), text(call, 'address')];
  if ((id === undefined) === (to === undefined)) throw new UsageError('Write one of --letter and --address.');
  if (to !== undefined) {
    const letter = await lastSentTo(await call.db(), to);
    if (!letter) throw new UsageError(`--address ${to}: no letter has gone to it that has not come back.`);
    return letter;
  }
  if (!/^[0-9a-f-]{36}$/i.test(id ?? ''))
    throw new UsageError(`--letter ${id}: write an id as messages list shows it.`);
  return { id: id ?? '' };
}

export const messagesSettle: Command = {
  name: 'messages settle',
  summary:
    'Is done with the letters to an address that did not arrive in a round; with --to they go there, and it takes its place',
  options: {
    round,
    address: { ...address('the address they were to'), required: true },
    to: address('the right one, or the same once more; without it nothing is sent'),
  },
  async run(call) {
    const [year, wrong, to] = [yearOf(call), required(call, 'address'), text(call, 'to') ?? null];
    if (to !== null && !isEmailAddress(to)) throw new UsageError(`--to ${to}: this is no e-mail address.`);
    const letters = await call.mail();
    const settled = await (await call.db()).transaction(async (tx) => {
      const of = await lockedRound(tx, year);
      const undelivered = await undeliveredLetters(tx, await lettersWith(tx, of));
      const found = undelivered.filter(({ receiver }) => receiver?.toLowerCase() === wrong.toLowerCase());
      for (const { id } of found) await settleBounce(tx, letters, of, { id, email: to, actor }, new Date());
      return found.length;
    });
    if (settled === 0) throw new UsageError(`--address ${wrong}: no letter to it waits to be seen to.`);
    await call.out(to === null ? `Done with ${settled} letters.\n` : `${settled} letters go to ${to}.\n`);
    return true;
  },
};

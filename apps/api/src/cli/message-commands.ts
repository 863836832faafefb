import { messageKinds, messageStates } from '@samblikk/contract';
import { outboxOf, planMessages, sendOnce } from '../messages/index.ts';
import { lockedRound, roundOf } from '../rounds/index.ts';
import {
  type Command,
  type CommandCall,
  choiceOf,
  lang,
  oneLine,
  requiredChoice,
  round,
  text,
  UsageError,
  yearOf,
} from './command.ts';

const kind = {
  type: 'string',
  value: messageKinds.join('|'),
  help: 'what sort of letter',
  required: true,
} as const;
const agencies = {
  type: 'string',
  value: 'ORGNR,ORGNR',
  help: 'these agencies; all that the round asks when left out',
} as const;

function orgnrsOf(call: CommandCall): string[] | undefined {
  const given = text(call, 'agencies')?.split(',');
  const wrong = given?.find((orgnr) => !/^\d{9}$/.test(orgnr));
  if (wrong !== undefined) throw new UsageError(`--agencies: ${wrong} is no organisation number.`);
  return given;
}

export const messagesPreview: Command = {
  name: 'messages preview',
  summary: 'Shows exactly who would get a letter now, and why others would not; nothing is sent',
  options: { round, kind, agencies, lang },
  async run(call) {
    const [year, wanted, orgnrs] = [yearOf(call), requiredChoice(call, 'kind', messageKinds), orgnrsOf(call)];
    const db = await call.db();
    const plan = await planMessages(db, await roundOf(db, year), { kind: wanted, orgnrs, now: new Date() });
    for (const { to, language, agencies: about } of plan.letters)
      await call.out(`to ${to}  ${language}  ${about.map(({ name }) => oneLine(name[call.language])).join(', ')}\n`);
    for (const { orgnr, name, reason } of plan.skipped)
      await call.out(`not to ${orgnr}  ${oneLine(name[call.language])}: ${reason}\n`);
    await call.out(`${plan.letters.length} letters\n`);
    return true;
  },
};

export const messagesSend: Command = {
  name: 'messages send',
  summary: 'Writes a letter to those who are to have one now; the running program sends it',
  options: {
    round,
    kind,
    agencies,
    key: { type: 'string', help: 'a name for this sending: the same name again sends nothing' },
  },
  async run(call) {
    const [year, wanted, orgnrs] = [yearOf(call), requiredChoice(call, 'kind', messageKinds), orgnrsOf(call)];
    const now = new Date();
    const key = text(call, 'key') ?? `${now.toISOString()} ${wanted}`;
    const mailContext = await call.mail();
    const {
      letters,
      skipped,
      agencies: about,
    } = await (await call.db()).transaction(async (tx) =>
      sendOnce(
        tx,
        mailContext,
        await lockedRound(tx, year),
        { kind: wanted, orgnrs, key, actor: 'system:command-line' },
        now,
      ),
    );
    for (const { orgnr, reason } of skipped) call.tell(`not to ${orgnr}: ${reason}`);
    await call.out(`${letters} letters about ${about} agencies\n`);
    return true;
  },
};

export const messagesList: Command = {
  name: 'messages list',
  summary: 'Lists the letters of a round, newest first',
  options: { round, state: { type: 'string', value: messageStates.join('|'), help: 'only those in this state' } },
  async run(call) {
    const state = choiceOf(call, 'state', messageStates);
    const db = await call.db();
    const about = await roundOf(db, yearOf(call));
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const shown = await outboxOf(db, about, { state, page });
      pages = shown.pages;
      for (const one of shown.messages)
        await call.out(
          `${one.writtenAt}  ${one.kind}  ${one.state}  ${one.receiver ?? '-'}  ${one.agencies.map(({ orgnr }) => orgnr).join(',')}  tries ${one.tries}${one.fault ? `  ${one.fault}` : ''}  ${one.id}\n`,
        );
      if (page === 1) await call.out(`${shown.total} letters\n`);
    }
    return true;
  },
};

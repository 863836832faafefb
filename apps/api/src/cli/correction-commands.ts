import { findQuestion, kindOf } from '@samblikk/questionnaire';
import { ask, decideCorrection, dropCorrection, propose } from '../collaboration/index.ts';
import type { MeasureInRound } from '../measures/index.ts';
import { sentIn } from '../responses/index.ts';
import { commandLine, measure, measureOf } from './about.ts';
import { type Command, dayOf, required, round, text } from './command.ts';

const id = {
  type: 'string',
  value: 'ID',
  help: 'the correction, as `correction list` names it',
  required: true,
} as const;

const dueOption = {
  type: 'string',
  value: 'DAY',
  help: 'the last day to answer, ISO 8601; five working days when left out',
} as const;

export const correctionPropose: Command = {
  name: 'correction propose',
  summary:
    'Proposes another answer to one question of a measure that was sent in; the agency accepts it or says why not',
  options: {
    round,
    measure,
    question: { type: 'string', value: 'ID', help: 'the id of the question, as the codebook has it', required: true },
    value: { type: 'string', value: 'JSON', help: 'the answer, as JSON or as it stands; blank when left out' },
    reason: { type: 'string', value: 'TEXT', help: 'why, for the agency to read', required: true },
    due: dueOption,
  },
  async run(call) {
    const db = await call.db();
    const of = await measureOf(call, db);
    const question = required(call, 'question');
    const due = dayOf(call, 'due');
    const version = (await sentIn(db, of))?.version ?? 0;
    const asked = {
      ...{ question, version, reason: required(call, 'reason') },
      value: answerOf(of, question, text(call, 'value')),
      ...(due !== undefined && { dueOn: due }),
    };
    const made = await db.transaction((tx) => propose(tx, of, asked, commandLine, new Date()));
    await call.out(`Proposed ${made.id}, due ${made.dueAt}\n`);
    return true;
  },
};

/** Asks in the name of the program; whoever writes the command may. */
export const queryAsk: Command = {
  name: 'query ask',
  summary: 'Sends a measure back to the agency with a question; the agency is told by e-mail',
  options: {
    round,
    measure,
    question: { type: 'string', value: 'ID', help: 'the question it is about; the whole measure when left out' },
    text: { type: 'string', value: 'TEXT', help: 'what is asked', required: true },
    due: dueOption,
  },
  async run(call) {
    const db = await call.db();
    const of = await measureOf(call, db);
    const due = dayOf(call, 'due');
    const version = (await sentIn(db, of))?.version ?? 0;
    const asked = {
      ...{ question: text(call, 'question') ?? null, text: required(call, 'text'), version },
      ...(due !== undefined && { dueOn: due }),
    };
    const { told } = await db.transaction((tx) => ask(tx, of, asked, { ...commandLine, roles: [] }, new Date()));
    await call.out(told ? 'Asked.\n' : 'Asked, but there is no address to write to.\n');
    return true;
  },
};

/** What is typed, as an answer: JSON, unless that makes a number of what is no amount. */
function answerOf({ edition }: MeasureInRound, question: string, typed: string | undefined): unknown {
  if (typed === undefined) return null;
  try {
    const read: unknown = JSON.parse(typed);
    const found = findQuestion(edition, question);
    return typeof read === 'number' && found && kindOf(found).unit === undefined ? typed : read;
  } catch {
    return typed;
  }
}

export const correctionDecide: Command = {
  name: 'correction decide',
  summary: 'Decides that a correction stands that the agency has refused, or not answered in time',
  options: { round, measure, id, reason: { type: 'string', value: 'TEXT', help: 'why', required: true } },
  async run(call) {
    const db = await call.db();
    const of = await measureOf(call, db);
    const reason = required(call, 'reason');
    await db.transaction((tx) => decideCorrection(tx, of, required(call, 'id'), reason, commandLine, new Date()));
    await call.out('Decided.\n');
    return true;
  },
};

export const correctionDrop: Command = {
  name: 'correction drop',
  summary: 'Takes back a proposed correction that the agency has not accepted',
  options: { round, measure, id },
  async run(call) {
    const db = await call.db();
    const of = await measureOf(call, db);
    await db.transaction((tx) => dropCorrection(tx, of, required(call, 'id'), commandLine, new Date()));
    await call.out('Taken back.\n');
    return true;
  },
};

import { qualityOrders, readQuality } from '@samblikk/contract';
import { correctionsIn, openQueries, queriesIn } from '../collaboration/index.ts';
import { queue, ruleCsv, ruleStatistics } from '../quality/index.ts';
import { editionOfRound, roundOf } from '../rounds/index.ts';
import {
  type Command,
  type CommandCall,
  type CommandOption,
  lang,
  outFile,
  round,
  text,
  UsageError,
  yearOf,
} from './command.ts';
import { writeOut } from './write-out.ts';

const filter = (help: string, value: string) => ({ type: 'string', value, help }) as const satisfies CommandOption;

export const qualityList: Command = {
  name: 'quality list',
  summary: 'Lists the measures of a round to be looked over: number, agency, state, cost, last year’s, and what fired',
  options: {
    round,
    rule: filter('only those that this rule fired for, e.g. rule.totalCostLow', 'CODE'),
    change: filter('only those with this change since last year, e.g. totalCost.higher', 'CODE'),
    show: filter('those that nobody has looked at when left out', 'waiting|looked|asked|all'),
    sort: filter('what is least explained first when left out', qualityOrders.join('|')),
  },
  async run(call) {
    const year = yearOf(call);
    const said = Object.fromEntries(['rule', 'change', 'show', 'sort'].map((name) => [name, text(call, name)]));
    const asked = readQuality.query.safeParse({ ...said, size: 1000 });
    if (!asked.success) throw new UsageError(`--${asked.error.issues[0]?.path.join('.')}: see --help.`);
    const db = await call.db();
    const { total, items } = await queue(db, await roundOf(db, year), asked.data, { values: true });
    for (const { number, agency, state, cost, costBefore, fired } of items) {
      const codes = fired.map(({ code, reasoned }) => (reasoned ? `(${code})` : code)).join(' ');
      await call.out(`${number}  ${agency.orgnr}  ${state}  ${cost ?? '-'}  ${costBefore ?? '-'}  ${codes}\n`);
    }
    call.tell(`${items.length} of ${total} measures`);
    return true;
  },
};

export const qualityRules: Command = {
  name: 'quality rules',
  summary: 'Writes how often each rule has fired in a round and what came of it, as CSV',
  options: { round, lang, out: outFile },
  async run(call) {
    const db = await call.db();
    const of = await roundOf(db, yearOf(call));
    await writeOut(call, [ruleCsv(await ruleStatistics(db, of), editionOfRound(of), call.language)]);
    return true;
  },
};

export const queryList: Command = {
  name: 'query list',
  summary: 'Lists what waits for agencies in a round: questions and proposed corrections, with the day they are due',
  options: {
    round,
    answered: { type: 'boolean', help: 'instead the questions that were answered and are not closed' },
  },
  async run(call) {
    const db = await call.db();
    const { id: roundId } = await roundOf(db, yearOf(call));
    if (call.values.answered) return listAnswered(call, await queriesIn(db, { roundId }));
    const open = await openQueries(db, { roundId, now: new Date() });
    for (const { kind, id, number, agencyId, question, dueAt, overdue } of open)
      await call.out(
        `${number}  ${agencyId}  ${kind}  ${question ?? '-'}  due ${dueAt?.toISOString() ?? 'none'}${overdue ? '  overdue' : ''}  id ${id}\n`,
      );
    if (open.length === 0) await call.out('Nothing waits.\n');
    return true;
  },
};

/** Questions whose answers wait for staff. */
async function listAnswered(call: CommandCall, queries: Awaited<ReturnType<typeof queriesIn>>): Promise<boolean> {
  const answered = queries.filter(({ query }) => query.state === 'answered');
  for (const { agencyId, query } of answered)
    await call.out(`${agencyId}  ${query.question ?? '-'}  ${query.text}  id ${query.id}\n`);
  if (answered.length === 0) await call.out('Nothing waits.\n');
  return true;
}

export const correctionList: Command = {
  name: 'correction list',
  summary:
    'Lists the corrections of a round as JSON lines: the agency’s answer, the corrected one, why, who, and what came of it',
  options: { round, out: outFile },
  async run(call) {
    const db = await call.db();
    const { id: roundId } = await roundOf(db, yearOf(call));
    const all = await correctionsIn(db, { roundId });
    await writeOut(
      call,
      all.map(({ correction, ...of }) => `${JSON.stringify({ ...of, ...correction })}\n`),
    );
    return true;
  },
};

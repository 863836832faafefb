import { decideClaim, isToDecide, roundClaims } from '../exemptions/index.ts';
import { measureInRound } from '../measures/index.ts';
import { roundOf } from '../rounds/index.ts';
import { commandLine, measureNumberOf } from './about.ts';
import { type Command, dayOf, required, round, text, UsageError, yearOf } from './command.ts';

const whole = 'measure';

export const exemptionsList: Command = {
  name: 'exemptions list',
  summary: 'Lists what agencies claim exempt in a round: number, field, where the claim stands, until when',
  options: { round, waiting: { type: 'boolean', help: 'only those that wait for a decision' } },
  async run(call) {
    const db = await call.db();
    const { measures } = await roundClaims(db, await roundOf(db, yearOf(call)), new Date());
    let told = 0;
    for (const { number, orgnr, claims } of measures)
      for (const claim of claims.filter((one) => !call.values.waiting || isToDecide(one))) {
        told += 1;
        const until = claim.step?.until ? `  until ${claim.step.until}` : '';
        await call.out(`${number}  ${orgnr}  ${claim.field ?? whole}  ${claim.state}${until}  ${claim.basis ?? ''}\n`);
      }
    if (told === 0) await call.out('There are no such claims.\n');
    return true;
  },
};

export const exemptionsDecide: Command = {
  name: 'exemptions decide',
  summary: 'Accepts or refuses a claim of exemption, or asks the agency about it',
  options: {
    round,
    measure: { type: 'string', value: 'NUMBER', help: 'e.g. 2026-0042', required: true },
    field: {
      type: 'string',
      value: 'FIELD',
      help: `the question; “${whole}” for the measure as a whole`,
      required: true,
    },
    step: { type: 'string', value: 'accepted|refused|asked', help: 'what is decided', required: true },
    reason: { type: 'string', value: 'TEXT', help: 'why, or what is asked; the agency reads it' },
    until: { type: 'string', value: 'DAY', help: 'the last day it holds, or that the agency may answer' },
  },
  async run(call) {
    const step = (['accepted', 'refused', 'asked'] as const).find((known) => known === required(call, 'step'));
    if (!step) throw new UsageError(`--step ${required(call, 'step')}: write accepted, refused or asked.`);
    const until = dayOf(call, 'until');
    const db = await call.db();
    const [year, number, now] = [yearOf(call), measureNumberOf(call), new Date()];
    const field = required(call, 'field') === whole ? null : required(call, 'field');
    const { measures } = await roundClaims(db, await roundOf(db, year), now);
    const measure = measures.find((one) => one.number === number);
    const claim = measure?.claims.find((one) => one.field === field);
    if (!measure || !claim) throw new UsageError(`${number} claims no exemption of ${field ?? whole} in ${year}.`);
    const of = await measureInRound(db, measure.measureId, year);
    const decision = { field, grounds: claim.grounds, step, words: text(call, 'reason'), until };
    await db.transaction((tx) => decideClaim(tx, of, decision, { actor: commandLine, now }));
    await call.out(`${number}, ${field ?? whole}: ${step}.\n`);
    return true;
  },
};

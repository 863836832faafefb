import { type RuleCounts, reasonKey } from '@samblikk/contract';
import { csvFile } from '@samblikk/files';
import { type Edition, issueWords, type Language, ruleOf, rulePrefix } from '@samblikk/questionnaire';
import { correctionsIn, queriesIn } from '../collaboration/index.ts';
import type { Database } from '../platform/db/index.ts';
import { issuesOf, type ReasonedIssue, revisionsById, roundStandings, sentInBefore } from '../responses/index.ts';
import { editionOfRound, type RoundRow } from '../rounds/index.ts';
import { firedBy } from './facts.ts';
import { agenciesOf } from './items.ts';

export interface RuleStatistics {
  readonly year: number;
  readonly edition: string;
  /** Measures that were sent in. */
  readonly measures: number;
  readonly rules: RuleCounts[];
}

/**
 * How often each rule has fired in the measures that were sent in, and what came of it. One that fired in an earlier submission,
 * and was asked about and mended, has fired; what the agency saw while it was answering does not count.
 */
export async function ruleStatistics(db: Database, round: RoundRow): Promise<RuleStatistics> {
  const edition = editionOfRound(round);
  const [agencies, standings, versions, queries, corrections] = await Promise.all([
    agenciesOf(db, round),
    roundStandings(db, round),
    sentInBefore(db, round.id),
    queriesIn(db, { roundId: round.id }),
    correctionsIn(db, { roundId: round.id }),
  ]);
  const sent = standings.filter((one) => one.sent !== null);
  const versionsOf = Map.groupBy(versions, ({ measureId }) => measureId);
  const queriesOf = Map.groupBy(queries, ({ measureId }) => measureId);
  const correctionsOf = Map.groupBy(corrections, ({ measureId }) => measureId);
  const read = await revisionsById(db, [
    ...new Set([...versions.map(({ id }) => id), ...sent.flatMap(({ previous }) => previous ?? [])]),
  ]);
  const counts = new Map<string, RuleCounts>();
  for (const { measureId, agencyId, sent: newest, previous } of sent) {
    const of = agencies.get(agencyId);
    if (!of) continue;
    const issuesIn = (id: string | null) => issuesOf(of, read.get(id ?? ''), read.get(previous ?? ''));
    const ever = (versionsOf.get(measureId) ?? []).flatMap(({ id }) => issuesIn(id));
    const now = firedBy(edition, issuesIn(newest));
    const asked = (queriesOf.get(measureId) ?? []).map(({ query }) => query.question);
    const mended = (correctionsOf.get(measureId) ?? []).flatMap(({ inForce, correction }) =>
      inForce ? [correction.question] : [],
    );
    for (const [code, issues] of Map.groupBy(ever, (issue) => codeOf(edition, issue))) {
      const about = issues.map(({ question }) => question);
      const standing = now.find((one) => one.code === code);
      add(
        counts,
        { code, level: issues[0]?.level ?? 'warning' },
        {
          fired: true,
          standing: standing !== undefined,
          confirmed: standing?.reasoned === true,
          queried: asked.some((question) => question !== null && about.includes(question)),
          mended: standing === undefined,
          corrected: mended.some((question) => about.includes(question)),
        },
      );
    }
  }
  // A rule that has never fired may be as much in need of mending as one that always does.
  for (const { id, level } of edition.rules) add(counts, { code: rulePrefix + id, level }, {});
  return {
    year: round.year,
    edition: edition.id,
    measures: sent.length,
    rules: [...counts.values()].sort((a, b) => b.fired - a.fired || (a.code < b.code ? -1 : 1)),
  };
}

type Counted = Omit<RuleCounts, 'code' | 'level'>;

function add(
  counts: Map<string, RuleCounts>,
  { code, level }: Pick<RuleCounts, 'code' | 'level'>,
  said: Partial<Record<keyof Counted, boolean>>,
): void {
  const none = { fired: 0, standing: 0, confirmed: 0, queried: 0, mended: 0, corrected: 0 };
  const row: RuleCounts = counts.get(code) ?? { code, level, ...none };
  for (const key of Object.keys(none) as (keyof Counted)[]) if (said[key]) row[key] += 1;
  counts.set(code, row);
}

const codeOf = (edition: Edition, issue: ReasonedIssue): string =>
  ruleOf(edition, issue) ? reasonKey(issue) : issue.code;

/** The same as CSV: a line for each rule, with its words. */
export function ruleCsv({ year, rules }: RuleStatistics, edition: Edition, language: Language): string {
  const head = ['year', 'rule', 'level', 'fired', 'standing', 'confirmed', 'queried', 'mended', 'corrected', 'text'];
  const words = (code: string) => {
    const rule = edition.rules.find(({ id }) => code === rulePrefix + id);
    return rule
      ? rule.text[language]
      : issueWords({ question: '', code, params: {}, level: 'warning' }, edition, language);
  };
  return csvFile([
    head,
    ...rules.map((row) => [
      ...[String(year), row.code, row.level],
      ...[row.fired, row.standing, row.confirmed, row.queried, row.mended, row.corrected].map(String),
      words(row.code),
    ]),
  ]);
}

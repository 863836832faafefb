import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PopulationImport } from '@samblikk/contract';
import type { Edition, Language } from '@samblikk/questionnaire';
import { agencyIdsOn, ministriesAt } from '../../directory/index.ts';
import { measureCounts } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { temporaryFolder } from '../../platform/files/index.ts';
import {
  directoryDay,
  editionOfRound,
  keepOnly,
  lockedRound,
  type PopulationRow,
  populationOf,
  type RoundRow,
  writePopulation,
} from '../../rounds/index.ts';
import { recogniseForm } from '../survey-file/csv-file.ts';
import { type PopulationEntry, readPopulationFile } from '../survey-file/population-file.ts';
import { type FileIssue, fileIssue, fileIssueText } from '../survey-file/problems.ts';

interface Request {
  readonly year: number;
  readonly csv: string;
  readonly dryRun: boolean;
  readonly language: Language;
  readonly actor: string;
  readonly now: Date;
}

/**
 * Makes the agencies of a file the population of a round: all or nothing, and the same again changes nothing. An agency that has
 * answered or has measures in the round cannot be left out, and whether one has answered stays as it is.
 * @throws ApiError notFound
 */
export async function importPopulation(db: Database, request: Request): Promise<PopulationImport> {
  const { year, dryRun, actor, now, language } = request;
  return db.transaction(async (tx) => {
    const round = await lockedRound(tx, year);
    const edition = editionOfRound(round);
    const day = directoryDay(round, now);
    const issues: FileIssue[] = [];
    const entries = await entriesOf(tx, request.csv, edition, day, (issue) => issues.push(issue));
    const before = await populationOf(tx, round.id);
    const ids = await agencyIdsOn(tx, day);
    const plan = planOf(before, entries, ids);
    issues.push(...(await staying(tx, round, plan.gone)));
    const problems = issues
      .filter(({ level }) => (level ?? 'error') === 'error')
      .map((issue) => ({
        ...{ row: issue.row ?? 1, column: issue.column ?? '', value: issue.value ?? '' },
        text: fileIssueText(issue, edition, language),
      }));
    const { gone, ...told } = plan;
    const touched = told.added.length + told.removed.length + told.changed.length;
    if (!dryRun && problems.length === 0 && touched > 0) {
      const answered = new Map(before.map((row) => [row.agencyId, row.answered]));
      const asked = [...entries.values()].map((entry) => ({
        ...entry,
        answered: answered.get(ids.get(entry.orgnr) ?? '') ?? false,
      }));
      await keepOnly(tx, round, idsOf(entries, ids));
      await writePopulation(tx, round, day, asked);
      const details = { year, asked: entries.size, added: told.added.length, removed: told.removed.length };
      await record(tx, { actor, action: 'population.changed', subject: `round:${year}`, details }, now);
    }
    return { dryRun, asked: entries.size, ...told, problems };
  });
}

async function entriesOf(
  tx: Transaction,
  csv: string,
  edition: Edition,
  day: string,
  say: (issue: FileIssue) => void,
): Promise<Map<string, PopulationEntry>> {
  const folder = await temporaryFolder('population');
  try {
    const path = join(folder.path, 'population.csv');
    await writeFile(path, csv);
    const ministries = new Set((await ministriesAt(tx, day)).map(({ code }) => code));
    return await readPopulationFile(path, await recogniseForm(path), edition, ministries, say);
  } finally {
    await folder.remove();
  }
}

const idsOf = (entries: ReadonlyMap<string, unknown>, ids: ReadonlyMap<string, string>): string[] =>
  [...entries.keys()].flatMap((orgnr) => ids.get(orgnr) ?? []);

type Plan = Pick<PopulationImport, 'added' | 'removed' | 'changed' | 'unchanged'> & { gone: readonly PopulationRow[] };

/** What comes in, goes out and becomes other. An agency is the same through another number, when the directory knows both. */
function planOf(
  before: readonly PopulationRow[],
  entries: ReadonlyMap<string, PopulationEntry>,
  ids: ReadonlyMap<string, string>,
): Plan {
  const then = new Map(before.map((row) => [row.agencyId, row]));
  const wanted = new Set(idsOf(entries, ids));
  const gone = before.filter(({ agencyId }) => !wanted.has(agencyId));
  const plan = { added: [], removed: [], changed: [], unchanged: 0, gone } as Plan;
  for (const entry of entries.values()) {
    const head = { orgnr: entry.orgnr, name: entry.nameNb };
    const id = ids.get(entry.orgnr);
    const row = id === undefined ? undefined : then.get(id);
    const fields = row ? changedFields(row, entry) : [];
    if (!row) plan.added.push({ ...head, inDirectory: id !== undefined });
    else if (fields.length > 0) plan.changed.push({ ...head, fields });
    else plan.unchanged += 1;
  }
  plan.removed.push(...gone.map(({ orgnr, nameNb }) => ({ orgnr, name: nameNb })));
  return plan;
}

function changedFields(row: PopulationRow, entry: PopulationEntry): PopulationImport['changed'][number]['fields'] {
  const flat = (of: PopulationRow | PopulationEntry): Record<string, string> => ({
    ...{ orgnr: of.orgnr, nameNb: of.nameNb, nameNn: of.nameNn, nameEn: of.nameEn, ministry: of.ministry },
    ...of.facts,
    // A file without the column leaves the mailboxes as they are.
    contactEmail: (of.contactEmail === undefined ? row.contactEmail : of.contactEmail) ?? '',
  });
  const [then, now] = [flat(row), flat(entry)];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].flatMap((field) => {
    const [before = '', after = ''] = [then[field], now[field]];
    return before === after ? [] : [{ field, before, after }];
  });
}

/** Agencies that the file leaves out and that have answered the round, or begun to. */
async function staying(tx: Transaction, round: RoundRow, gone: readonly PopulationRow[]): Promise<FileIssue[]> {
  const measures = await measureCounts(tx, round.id);
  return gone
    .filter(({ agencyId, answered }) => answered || measures.has(agencyId))
    .map(({ orgnr }) => fileIssue('population', 'agencyStays', { row: 1, column: 'orgnr', value: orgnr }));
}

import { type Body, findQuestion } from '@samblikk/questionnaire';
import { type CellContext, canMean } from '@samblikk/questionnaire/match';
import { bodiesAt } from '../../directory/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { knownOf } from '../../responses/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import { isTarget } from './layout.ts';
import { type List, placeOf, rowInFile, shortPlace } from './list.ts';
import { fullColumns, planOf } from './plan.ts';
import type { Plan, PlanInput } from './plan-types.ts';
import { readList } from './read-list.ts';
import type { UploadedSheet, UploadMapping } from './schema.ts';
import { knownMeasures } from './state.ts';
import { importedRows, rememberedWords, rowsBefore, type UploadRow, wordKey } from './store.ts';
import { yieldToOthers } from './yield-to-others.ts';

type Db = Database | Transaction;

/** @throws ApiError invalidRequest when a column is said to hold what this year’s form does not ask, or two the same */
export function requireMapping({ edition }: AgencyRound, mapping: UploadMapping): void {
  const seen = new Set<string>();
  for (const target of mapping.columns) {
    if (!isTarget(edition, target))
      throw new ApiError('invalidRequest', { detail: ['noTarget', { target: JSON.stringify(target) }] });
    const { unit: _, ...what } = { unit: undefined, ...target };
    const key = JSON.stringify(what);
    if (target.as !== 'nothing' && seen.has(key))
      throw new ApiError('invalidRequest', { detail: ['twoColumns', { target: key }] });
    seen.add(key);
  }
  for (const { question, code } of mapping.words) {
    const asked = findQuestion(edition, question);
    if (!asked || !canMean(edition, asked, code))
      throw new ApiError('invalidRequest', { detail: ['noCategory', { question, code }] });
  }
}

export interface Planned {
  readonly plan: Plan;
  readonly list: List;
  /** Everyone that may be named as a partner. */
  readonly bodies: readonly Body[];
}

/** A list that is not kept, and what the same list gave before. */
export interface PassingList {
  readonly sheets: readonly UploadedSheet[];
  readonly numberBefore: PlanInput['numberBefore'];
}

/**
 * What taking in a list would do, with this mapping and the measures as they are now. Rows that were taken in before are left out.
 * @param day today, as an ISO date
 */
export async function planUpload(
  db: Db,
  of: AgencyRound,
  row: UploadRow,
  mapping: UploadMapping,
  day: string,
  passing?: PassingList,
): Promise<Planned> {
  const breathe = yieldToOthers();
  const list = await readList(db, of.edition, row, mapping, breathe, passing?.sheets);
  if (!list) throw new ApiError('invalidRequest', { detail: ['noSheet', { sheet: mapping.sheet }] });
  const done = await importedRows(db, row.id);
  const { sheet } = list;
  const layout = { ...list.layout, rows: list.layout.rows.filter((at) => !done.has(rowInFile(list, at + 1))) };
  const words = await rememberedWords(db, of.agency.agencyId);
  const before = rowsBefore(words, of.edition.roles.title);
  for (const { question, word, code } of mapping.words) words.set(wordKey(question, word), code);
  const bodies = await bodiesAt(db, day);
  const context: Omit<CellContext, 'unit' | 'exact'> = {
    from1904: sheet.from1904,
    chosen: (question, word) => {
      const code = words.get(`${question} ${word}`);
      const asked = findQuestion(of.edition, question);
      // Remembered from another year, when the category was there.
      return code !== undefined && asked && canMean(of.edition, asked, code) ? code : undefined;
    },
    bodies,
  };
  const columns = fullColumns(layout, mapping.columns);
  const measures = await knownMeasures(db, of);
  const named = (at: number) => shortPlace(placeOf(list, at));
  const input = { edition: of.edition, sheet, layout, mapping: { ...mapping, columns }, measures, context, named };
  const known = { rowsBefore: before, numberBefore: passing?.numberBefore, known: knownOf(of) };
  return { plan: await planOf({ ...input, ...known }, breathe), list, bodies };
}

import { csvFile, csvRows } from '@samblikk/files';
import {
  type Edition,
  findQuestion,
  kindOf,
  type Language,
  type Question,
  questionsOf,
  releaseName,
} from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { measuresAt, type PublicMeasure } from './rows.ts';
import type { Found } from './search.ts';
import { answerText, ownerOf } from './show.ts';

const batchSize = 500;

async function* batchesOf(db: Database, { selection, entries }: Found): AsyncGenerator<PublicMeasure[]> {
  for (let from = 0; from < entries.length; from += batchSize)
    yield await measuresAt(db, selection.corpus, entries.slice(from, from + batchSize));
}

/** The questions whose answers are public: neither closed nor known from the owner. */
const publicQuestions = (edition: Edition): Question[] =>
  questionsOf(edition).filter(({ closed, known }) => !closed && !known);

interface Column {
  readonly name: string;
  readonly heading: string;
  cell(measure: PublicMeasure): string;
}

/** The columns of all editions found, the newest edition’s first; each once. */
function columnsOf({ selection }: Found, language: Language, excel: boolean): Column[] {
  const columns = new Map<string, Column>();
  const add = (name: string, heading: string, cell: Column['cell']) => {
    if (!columns.has(name)) columns.set(name, { name, heading, cell });
  };
  const words = headings[language];
  add('number', words.number, ({ number }) => number);
  add('year', words.year, ({ part }) => String(part.release.year));
  add('agency', words.agencyNumber, ({ agency }) => agency);
  add('agencyName', words.agency, (measure) => ownerOf(measure, language).agency.label);
  add('ministry', words.ministryCode, ({ ministry }) => ministry);
  add('ministryName', words.ministry, (measure) => ownerOf(measure, language).ministry.label);
  for (const { edition } of selection.corpus.parts) {
    for (const question of publicQuestions(edition)) {
      if (excel) add(question.id, question.label[language], (measure) => wordsOf(measure, question, language));
      else
        for (const [at, name] of kindOf(question).columns(question).entries())
          add(name, name, (measure) => cellOf(measure, question.id, at));
    }
  }
  add('withheld', words.withheld, ({ hidden, part }) => withheldOf(hidden, part.edition).join('|'));
  add('corrected', words.corrected, ({ corrected }) => corrected.join('|'));
  add('late', words.late, ({ late }) => (late ? 'yes' : 'no'));
  if (selection.corpus.parts.some(({ release }) => release.notice))
    add('notice', words.notice, ({ part }) => part.release.notice?.[language] ?? '');
  return [...columns.values()];
}

function cellOf({ part, answers }: PublicMeasure, id: string, at: number): string {
  const question = findQuestion(part.edition, id);
  return question ? (kindOf(question).cells(question, answers[id])[at] ?? '') : '';
}

/** An answer for a person with a spreadsheet: words, but amounts as numbers to sum. */
function wordsOf(measure: PublicMeasure, question: Question, language: Language): string {
  const { unit, cells } = kindOf(question);
  return unit === undefined
    ? (answerText(measure, question.id, language) ?? '')
    : cells(question, measure.answers[question.id]).join(' ');
}

/** Which public questions a measure keeps back. */
const withheldOf = (hidden: readonly string[], edition: Edition): string[] =>
  publicQuestions(edition).flatMap(({ id }) => (hidden.includes(id) ? [id] : []));

const headings = {
  nb: {
    number: 'Nummer',
    year: 'År',
    agencyNumber: 'Organisasjonsnummer',
    agency: 'Virksomhet',
    ministryCode: 'Departement (kode)',
    ministry: 'Departement',
    withheld: 'Unntatt offentlighet',
    corrected: 'Rettet etter kvalitetskontroll',
    late: 'Kom etter fristen',
    notice: 'Merknad',
  },
  nn: {
    number: 'Nummer',
    year: 'År',
    agencyNumber: 'Organisasjonsnummer',
    agency: 'Verksemd',
    ministryCode: 'Departement (kode)',
    ministry: 'Departement',
    withheld: 'Unnateke offentlegheit',
    corrected: 'Retta etter kvalitetskontroll',
    late: 'Kom etter fristen',
    notice: 'Merknad',
  },
  en: {
    number: 'Number',
    year: 'Year',
    agencyNumber: 'Organisation number',
    agency: 'Agency',
    ministryCode: 'Ministry (code)',
    ministry: 'Ministry',
    withheld: 'Exempt from publication',
    corrected: 'Corrected after quality control',
    late: 'Came after the deadline',
    notice: 'Note',
  },
} as const satisfies Record<Language, Record<string, string>>;

/**
 * What was found as CSV, a batch at a time. Strict: codes, comma, LF, for programs. For Excel: words, semicolon, CRLF and a
 * byte-order mark. What a spreadsheet would run as a formula gets an apostrophe in front.
 */
export async function* registerCsv(
  db: Database,
  found: Found,
  language: Language,
  excel: boolean,
): AsyncGenerator<string> {
  const columns = columnsOf(found, language, excel);
  const form = { flavour: excel ? 'excel' : 'strict' } as const;
  yield csvFile([columns.map(({ name, heading }) => (excel ? heading : name))], form);
  for await (const batch of batchesOf(db, found)) {
    const lines = batch.map((measure) => columns.map((column) => column.cell(measure)));
    yield csvRows(lines, form);
  }
}

/** What was found as JSON, a batch at a time: answers as codes, by question id. */
export async function* registerJson(db: Database, found: Found, language: Language): AsyncGenerator<string> {
  const { corpus, total } = found.selection;
  const about = corpus.parts.map(({ release, edition }) => ({
    id: release.id,
    year: release.year,
    number: release.number,
    name: releaseName(release),
    edition: edition.id,
    frozenAt: release.frozenAt.toISOString(),
    dataAsOf: release.dataAsOf.toISOString(),
    notice: release.notice?.[language] ?? null,
  }));
  yield `{"license":"http://data.norge.no/nlod/no/2.0","releases":${JSON.stringify(about)},"total":${total},"measures":[`;
  let separator = '\n';
  for await (const batch of batchesOf(db, found)) {
    yield separator + batch.map((measure) => JSON.stringify(inJson(measure, language))).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

function inJson(measure: PublicMeasure, language: Language) {
  const { id, number, part, visibility, late, answers, hidden, corrected } = measure;
  const withheld = withheldOf(hidden, part.edition);
  const about = { id, number, year: part.release.year, ...ownerOf(measure, language), visibility, late };
  return { ...about, withheld, corrected, answers };
}

import { canonical } from '@samblikk/files';
import { type Answers, type Edition, fingerprint } from '@samblikk/questionnaire';
import type { ZipReader } from '../platform/zip/index.ts';
import { ReleaseHash, type releasesToArchive } from '../releases/index.ts';
import { ContentHash } from '../responses/index.ts';
import type { Fault, Look } from './verify-archive.ts';

const editionFile = 'questions/edition.json';
const measures = 'answers/measures.jsonl';
const revisions = 'answers/revisions.jsonl';
const submissions = 'submissions/submissions.jsonl';
const releases = 'releases/releases.jsonl';
const frozen = 'releases/measures.jsonl';

interface SubmissionRow {
  readonly receipt: string;
  readonly contentHash: string;
  readonly pins: readonly { readonly revisionId: string }[];
}
interface RevisionRow {
  readonly id: string;
  readonly measureId: string;
  readonly version: number;
  readonly answers: Answers;
}
interface FrozenRow {
  readonly releaseNumber: number;
  readonly revisionId: string;
  readonly number: string;
  readonly agencyId: string;
  readonly late: boolean;
  readonly visibility: string;
  readonly corrected: readonly string[];
  readonly answers: Answers;
  readonly known: Answers;
  readonly publicAnswers: Answers;
}
type ReleaseRow = Awaited<ReturnType<typeof releasesToArchive>>[number];

/** Holds submissions and releases against the revisions they are of, by the fingerprints they were given. */
export const contentFaults: Look = async (archive, manifest, readable) => {
  const faults: Fault[] = [];
  const missing = [editionFile, measures, revisions, submissions, releases, frozen].filter((name) => !readable(name));
  if (missing.length > 0) return faults;
  const edition = JSON.parse(await archive.text(editionFile)) as Edition;
  if ((await fingerprint(edition)) !== manifest.definition)
    faults.push({ file: editionFile, what: 'the questionnaire has another fingerprint than the manifest says' });
  const sent = await all<SubmissionRow>(archive, submissions);
  const pinned = new Set(sent.flatMap(({ pins }) => pins.map(({ revisionId }) => revisionId)));
  const { kept, gaps } = await pinnedRevisions(archive, pinned);
  const missed = [
    ...(await unpinned(archive, kept)),
    ...submissionFaults(sent, kept, await numbersIn(archive), edition),
  ];
  return [...faults, ...gaps, ...missed, ...(await releaseFaults(archive))];
};

async function all<Row>(archive: ZipReader, name: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of archive.rows<Row>(name)) rows.push(row);
  return rows;
}

async function numbersIn(archive: ZipReader): Promise<ReadonlyMap<string, string>> {
  const rows = await all<{ measureId: string; number: string }>(archive, measures);
  return new Map(rows.map(({ measureId, number }) => [measureId, number]));
}

/** The revisions that are pinned, and where one before another is missing. */
async function pinnedRevisions(archive: ZipReader, pinned: ReadonlySet<string>) {
  const kept = new Map<string, RevisionRow>();
  const gaps: Fault[] = [];
  let before = { measureId: '', version: 0 };
  for await (const row of archive.rows<RevisionRow>(revisions)) {
    const expected = row.measureId === before.measureId ? before.version + 1 : 1;
    if (row.version !== expected)
      gaps.push({
        file: revisions,
        what: `version ${expected} of measure ${row.measureId} is missing or out of order`,
      });
    before = row;
    if (pinned.has(row.id)) kept.set(row.id, row);
  }
  return { kept, gaps };
}

function submissionFaults(
  sent: readonly SubmissionRow[],
  kept: ReadonlyMap<string, RevisionRow>,
  numbers: ReadonlyMap<string, string>,
  edition: Edition,
): Fault[] {
  return sent.flatMap(({ receipt, pins, contentHash }) => {
    const lost = pins.filter(({ revisionId }) => !kept.has(revisionId));
    if (lost.length > 0)
      return lost.map(({ revisionId }) => ({
        file: submissions,
        what: `revision ${revisionId}, which submission ${receipt} pins, is missing`,
      }));
    const hash = new ContentHash(edition);
    const rows = pins.map(({ revisionId }) => {
      const { measureId, answers } = kept.get(revisionId) as RevisionRow;
      return { number: numbers.get(measureId) ?? '', answers };
    });
    for (const { number, answers } of rows.sort((a, b) => (a.number < b.number ? -1 : 1))) hash.add(number, answers);
    if (hash.digest() === contentHash) return [];
    return [
      {
        file: submissions,
        what: `the answers that submission ${receipt} pins are not those it has the content hash of`,
      },
    ];
  });
}

/** Frozen measures whose revision no submission pins. */
async function unpinned(archive: ZipReader, kept: ReadonlyMap<string, RevisionRow>): Promise<Fault[]> {
  const faults: Fault[] = [];
  for await (const { releaseNumber, number, revisionId } of archive.rows<FrozenRow>(frozen))
    if (!kept.has(revisionId))
      faults.push({
        file: frozen,
        what: `measure ${number} of release ${releaseNumber} is of a revision that was not sent in`,
      });
  return faults;
}

async function releaseFaults(archive: ZipReader): Promise<Fault[]> {
  const faults: Fault[] = [];
  const made = await all<ReleaseRow>(archive, releases);
  const hashes = new Map(made.map(({ number }) => [number, { hash: new ReleaseHash(), measures: 0 }]));
  for await (const { answers, known, publicAnswers, ...row } of archive.rows<FrozenRow>(frozen)) {
    const of = hashes.get(row.releaseNumber);
    if (!of) {
      faults.push({ file: frozen, what: `measure ${row.number} is of release ${row.releaseNumber}, which is missing` });
      continue;
    }
    const json = { answers: canonical(answers), known: canonical(known), publicAnswers: canonical(publicAnswers) };
    of.hash.add({ ...row, json });
    of.measures += 1;
  }
  for (const release of made) {
    const of = hashes.get(release.number);
    if (of?.measures !== release.measures || of.hash.digest(release, release.names) !== release.contentHash)
      faults.push({
        file: releases,
        what: `what release ${release.number} froze is not what it has the content hash of`,
      });
  }
  return faults;
}

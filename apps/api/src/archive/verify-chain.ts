import { hashOf } from '../platform/audit/index.ts';
import type { Fault, Look } from './verify-archive.ts';

const file = 'audit/events.jsonl';

interface EventRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Record<string, unknown>;
  readonly previousHash: string;
  readonly hash: string;
}

/** Computes the audit chain again, from its first event; and what it says of submissions and releases is held against them. */
export const chainFaults: Look = async (archive, { audit }, readable) => {
  if (!readable(file)) return [];
  const faults: Fault[] = [];
  const said = { submissions: new Map<string, string>(), releases: new Map<string, string>() };
  let [lastHash, events] = ['', 0];
  for await (const event of archive.rows<EventRow>(file)) {
    const { sequence, previousHash, hash, details } = event;
    if (previousHash !== lastHash)
      faults.push({ file, what: `an event before ${sequence} is missing, added or moved` });
    if (hash !== hashOf({ ...event, at: new Date(event.at) }))
      faults.push({ file, what: `event ${sequence} is not what was written` });
    lastHash = hash;
    events += 1;
    if (event.action === 'response.submitted')
      said.submissions.set(String(details.receipt), String(details.contentHash));
    if (event.action === 'release.frozen')
      said.releases.set(event.subject.replace('release:', ''), String(details.contentHash));
  }
  if (lastHash !== audit.lastHash || events !== audit.events)
    faults.push({ file, what: 'the chain does not end where the manifest says' });
  return [...faults, ...(await outsideFaults())];

  /** Submissions and releases whose fingerprint is not the one the chain was told. */
  async function outsideFaults(): Promise<Fault[]> {
    const wrong: Fault[] = [];
    const compare = (name: string, what: string, hash: string, noted: string | undefined) => {
      if (noted !== undefined && noted !== hash)
        wrong.push({ file: name, what: `${what} has another content hash than the audit chain says` });
    };
    const [submissions, releases] = ['submissions/submissions.jsonl', 'releases/releases.jsonl'] as const;
    if (readable(submissions))
      for await (const { receipt, contentHash } of archive.rows<{ receipt: string; contentHash: string }>(submissions))
        compare(submissions, `submission ${receipt}`, contentHash, said.submissions.get(receipt));
    if (readable(releases))
      for await (const { id, number, contentHash } of archive.rows<{ id: string; number: number; contentHash: string }>(
        releases,
      ))
        compare(releases, `release ${number}`, contentHash, said.releases.get(id));
    return wrong;
  }
};

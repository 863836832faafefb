import { createHash } from 'node:crypto';
import { reason } from '../platform/config/index.ts';
import { ZipReader } from '../platform/zip/index.ts';
import { type Manifest, manifestName, manifestSchema } from './manifest.ts';
import { chainFaults } from './verify-chain.ts';
import { contentFaults } from './verify-content.ts';

/** What does not hold in an archive, and in which file. */
export interface Fault {
  readonly file: string;
  readonly what: string;
}

export interface ArchiveVerified {
  readonly faults: readonly Fault[];
  /** Undefined when there is no manifest to go by. */
  readonly manifest?: Manifest;
  /** SHA-256 of the manifest, to be held against the one the audit or somebody else has noted. */
  readonly sha256?: string;
  /** Files that may be taken out, and were. */
  readonly takenOut: readonly string[];
}

/**
 * Reads an archive without the database, and names all that does not hold: files against the manifest, the audit chain link by
 * link, submissions against the revisions they pin, releases against what they froze, and both against what the chain says.
 */
export async function verifyArchive(path: string): Promise<ArchiveVerified> {
  let archive: ZipReader;
  try {
    archive = await ZipReader.open(path);
  } catch (error) {
    return { faults: [{ file: path, what: `it is no whole zip archive: ${reason(error)}` }], takenOut: [] };
  }
  try {
    const text = await archive.text(manifestName);
    const manifest = manifestSchema.parse(JSON.parse(text));
    const files = await fileFaults(archive, manifest);
    const broken = new Set(files.faults.map(({ file }) => file));
    // What a file that is not there or cannot be read would say is nothing to go by.
    const readable = (name: string) => !broken.has(name) || files.readable.has(name);
    const inside = [
      ...(await guarded(chainFaults, archive, manifest, readable)),
      ...(await guarded(contentFaults, archive, manifest, readable)),
    ];
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { faults: [...files.faults, ...inside], manifest, sha256, takenOut: files.takenOut };
  } catch (error) {
    return {
      faults: [{ file: manifestName, what: `it is missing or cannot be read: ${reason(error)}` }],
      takenOut: [],
    };
  } finally {
    archive.close();
  }
}

/** Looks for faults of one sort. @param readable whether a file can be read at all, whatever its hash */
export type Look = (
  archive: ZipReader,
  manifest: Manifest,
  readable: (name: string) => boolean,
) => Promise<readonly Fault[]>;

async function guarded(look: Look, ...asked: Parameters<Look>): Promise<readonly Fault[]> {
  try {
    return await look(...asked);
  } catch (error) {
    return [
      { file: look === chainFaults ? 'audit/events.jsonl' : 'answers', what: `it cannot be read: ${reason(error)}` },
    ];
  }
}

async function fileFaults(archive: ZipReader, manifest: Manifest) {
  const faults: Fault[] = archive.twice.map((file) => ({ file, what: 'it is there twice' }));
  const takenOut: string[] = [];
  const readable = new Set<string>();
  const there = new Set(archive.names);
  for (const { name, bytes, sha256, separable } of manifest.files) {
    if (!there.has(name)) {
      if (separable) takenOut.push(name);
      else faults.push({ file: name, what: 'it is missing' });
      continue;
    }
    try {
      const found = await archive.measure(name);
      readable.add(name);
      if (found.bytes !== bytes || found.sha256 !== sha256)
        faults.push({ file: name, what: 'it is not what was written: its SHA-256 is another' });
    } catch (error) {
      faults.push({ file: name, what: `it cannot be unpacked: ${reason(error)}` });
    }
  }
  const listed = new Set([manifestName, ...manifest.files.map(({ name }) => name)]);
  for (const name of there) if (!listed.has(name)) faults.push({ file: name, what: 'the manifest does not know it' });
  return { faults, takenOut, readable };
}

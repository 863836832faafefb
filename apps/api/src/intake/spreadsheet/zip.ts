import { inflateRawSync } from 'node:zlib';
import { refuse } from './file-refusal.ts';

/** What an honest workbook stays well below. Texts and numbers in XML are packed 5 to 40 times. */
export const zipLimits = {
  entries: 2_000,
  entryBytes: 150 * 1024 * 1024,
  allBytes: 250 * 1024 * 1024,
  ratio: 250,
} as const;

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** Unpacks; never gives more than the archive declared. @throws FileRefusal */
  read(): Buffer;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The files in a zip archive, from its central directory, checked before anything is unpacked: number, declared sizes, ratio,
 * encryption, and that no two lie over one another. (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16.)
 * @throws FileRefusal
 */
export function zipEntries(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endSignature) refuse('notReadable');
  const count = zip.readUInt16LE(end + 10);
  if (count > zipLimits.entries) refuse('zipBomb');
  const entries: ZipEntry[] = [];
  const spans: [number, number][] = [];
  let at = zip.readUInt32LE(end + 16);
  let all = 0;
  for (let left = count; left > 0; left--) {
    if (at + 46 > end || zip.readUInt32LE(at) !== centralSignature) refuse('notReadable');
    const flags = zip.readUInt16LE(at + 8);
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const size = zip.readUInt32LE(at + 24);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (flags & 1) refuse('encrypted');
    if (method !== 0 && method !== 8) refuse('notReadable');
    all += size;
    if (size > zipLimits.entryBytes || all > zipLimits.allBytes) refuse('zipBomb');
    if (size > 1024 * 1024 && size > packed * zipLimits.ratio) refuse('zipBomb');
    const data = dataAt(zip, local);
    if (data + packed > zip.length) refuse('notReadable');
    spans.push([local, data + packed]);
    entries.push({ name, size, read: () => unpack(zip.subarray(data, data + packed), method, size) });
  }
  // Files that share their bytes: the densest zip bombs are made so.
  spans.sort(([a], [b]) => a - b);
  if (spans.some(([from], i) => i > 0 && from < (spans[i - 1] as [number, number])[1])) refuse('zipBomb');
  return entries;
}

function dataAt(zip: Buffer, local: number): number {
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== localSignature) refuse('notReadable');
  return local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
}

function unpack(data: Buffer, method: number, size: number): Buffer {
  if (method === 0) return data.length === size ? data : refuse('notReadable');
  try {
    const bytes = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    return bytes.length === size ? bytes : refuse('notReadable');
  } catch (error) {
    // More came out than was declared: the sizes were a lie.
    return refuse((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'zipBomb' : 'notReadable');
  }
}

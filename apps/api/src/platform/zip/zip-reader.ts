import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';

/** The largest file that is read whole, in bytes unpacked: a small archive may say that it holds much. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** A zip archive, read without unpacking it to disk. */
export class ZipReader {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** Names that stand in the file more than once. */
  readonly twice: readonly string[];

  private constructor(zip: ZipFile, entries: readonly Entry[]) {
    this.#zip = zip;
    this.#entries = new Map(entries.map((entry) => [entry.fileName, entry]));
    const names = entries.map(({ fileName }) => fileName);
    this.twice = names.filter((name, at) => names.indexOf(name) !== at);
  }

  /** @throws Error when the file is no zip archive */
  static open(path: string): Promise<ZipReader> {
    return ZipReader.#read((done) => open(path, { lazyEntries: true, autoClose: false }, done));
  }

  /** An archive in memory. @throws Error when it is none */
  static from(file: Buffer): Promise<ZipReader> {
    return ZipReader.#read((done) => fromBuffer(file, { lazyEntries: true, autoClose: false }, done));
  }

  static #read(start: (done: (error: Error | null, zip: ZipFile) => void) => void): Promise<ZipReader> {
    return new Promise((done, fail) => {
      start((error, zip) => {
        if (error) return fail(error);
        const entries: Entry[] = [];
        zip.on('error', (broken) => {
          zip.close();
          fail(broken);
        });
        zip.on('entry', (entry) => {
          entries.push(entry);
          zip.readEntry();
        });
        zip.on('end', () => done(new ZipReader(zip, entries)));
        zip.readEntry();
      });
    });
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  close(): void {
    this.#zip.close();
  }

  /** The content of a file. @throws Error when it is missing */
  async stream(name: string): Promise<Readable> {
    const entry = this.#entries.get(name);
    if (!entry) throw new Error(`${name} is missing`);
    return new Promise((done, fail) =>
      this.#zip.openReadStream(entry, (error, stream) => (error ? fail(error) : done(stream))),
    );
  }

  /** The content of a small file. @throws Error when it is missing, or too large to be read whole */
  async text(name: string, largest = LARGEST_TEXT): Promise<string> {
    if ((this.#entries.get(name)?.uncompressedSize ?? 0) > largest) throw new Error(`${name} is too large`);
    return text(await this.stream(name));
  }

  /** Size and SHA-256 of a file. @throws Error when it cannot be unpacked */
  async measure(name: string): Promise<{ bytes: number; sha256: string }> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of await this.stream(name)) {
      hash.update(part as Buffer);
      bytes += (part as Buffer).length;
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  /** The rows of a `.jsonl` file; whoever reads them knows their shape. @throws Error for what is no JSON */
  async *rows<Row>(name: string): AsyncGenerator<Row> {
    const lines = createInterface({ input: await this.stream(name), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) if (line !== '') yield JSON.parse(line) as Row;
  }
}

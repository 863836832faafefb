import { bias, inBytes, longestSavText, type SavCell, type Segment, wordsIn } from './sav-segments.ts';

// The cases of an SPSS system file, packed: a byte for each word of eight, and after eight such bytes the words that are not in them.

const [asIs, spaces, missing] = [253, 254, 255];

/** The cases of a system file, some at a time. */
export async function* savCases(
  segments: readonly Segment[],
  batches: AsyncIterable<readonly (readonly SavCell[])[]>,
): AsyncGenerator<Uint8Array> {
  let codes: number[] = [];
  let words: Buffer[] = [];
  let ready: Buffer[] = [];
  const flush = () => {
    if (codes.length === 0) return;
    ready.push(Buffer.from([...codes, ...Array<number>(8 - codes.length).fill(0)]), ...words);
    [codes, words] = [[], []];
  };
  const put = (code: number, word?: Buffer) => {
    codes.push(code);
    if (word) words.push(word);
    if (codes.length === 8) flush();
  };
  for await (const batch of batches) {
    for (const row of batch)
      for (const [segment, cell, from] of cellsOf(segments, row))
        if (segment.width === 0) putNumber(typeof cell === 'number' ? cell : null, put);
        else putText(cell as Buffer, from, segment, put);
    yield Buffer.concat(ready);
    ready = [];
  }
  flush();
  yield Buffer.concat(ready);
}

/** What each segment has of a row: a number, or the bytes of a text and where its own begin. */
function* cellsOf(
  segments: readonly Segment[],
  row: readonly SavCell[],
): Generator<[Segment, number | Buffer | null, from: number]> {
  let [place, from] = [-1, 0];
  let bytes = Buffer.alloc(0);
  for (const segment of segments) {
    if (segment.first) {
      place += 1;
      from = 0;
      const cell = row[place] ?? null;
      const most = Math.min(segment.variable.width ?? 0, longestSavText);
      if (segment.width > 0) bytes = Buffer.from(inBytes(String(cell ?? ''), most));
      else {
        yield [segment, typeof cell === 'number' ? cell : null, 0];
        continue;
      }
    }
    yield [segment, bytes, from];
    from += segment.width;
  }
}

type Put = (code: number, word?: Buffer) => void;

function putNumber(value: number | null, put: Put): void {
  if (value === null) put(missing);
  else if (Number.isInteger(value) && value > -bias && value < 252 - bias) put(value + bias);
  else {
    const word = Buffer.alloc(8);
    word.writeDoubleLE(value);
    put(asIs, word);
  }
}

function putText(bytes: Buffer, from: number, segment: Segment, put: Put): void {
  const mine = bytes.subarray(from, from + segment.width);
  for (let at = 0; at < wordsIn(segment) * 8; at += 8) {
    // Most of a long text is often the spaces after it.
    const part = at < mine.length ? mine.subarray(at, at + 8) : mine.subarray(0, 0);
    if (part.every((byte) => byte === 0x20)) put(spaces);
    else put(asIs, Buffer.concat([part, Buffer.alloc(8 - part.length, ' ')]));
  }
}

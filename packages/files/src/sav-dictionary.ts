import {
  bias,
  inBytes,
  longestSavText,
  type SavDictionary,
  type SavVariable,
  type Segment,
  widest,
  wordsIn,
} from './sav-segments.ts';

// All of a system file before its cases. See sav.ts.

const int = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => {
    bytes.writeInt32LE(value, at * 4);
  });
  return bytes;
};
const float = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, at) => {
    bytes.writeDoubleLE(value, at * 8);
  });
  return bytes;
};
/** A text in exactly so many bytes, spaces after it. */
const padded = (text: string, bytes: number): Buffer => {
  const said = inBytes(text, bytes);
  return Buffer.concat([said, Buffer.alloc(bytes - said.length, ' ')]);
};
/** Bytes with others after them, so that there are a whole number of pieces. */
const filled = (bytes: Buffer, piece: number, already = 0): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((piece - ((bytes.length + already) % piece)) % piece, ' ')]);

/** The dictionary of a system file. */
export function dictionaryOf(dictionary: SavDictionary, segments: readonly Segment[]): Buffer[] {
  const { variables, sets, cases, documents } = dictionary;
  const words = segments.reduce((sum, segment) => sum + wordsIn(segment), 0);
  const firsts = segments.filter(({ first }) => first);
  const long = firsts.map(({ short, variable }) => `${short}=${variable.name}`).join('\t');
  const veryLong = firsts
    .filter(({ variable: { width = 0 } }) => width > widest)
    .map(
      ({ short, variable }) => `${short}=${String(Math.min(variable.width ?? 0, longestSavText)).padStart(5, '0')}\0\t`,
    )
    .join('');
  // A set of one is none.
  const groups = sets
    .filter(({ variables: { length } }) => length > 1)
    .map(({ name, label, counted, variables: of }) => {
      const [value, said] = [String(counted), inBytes(label, 255)];
      const shorts = of.map((one) => firsts.find(({ variable }) => variable.name === one)?.short.toLowerCase());
      return `$${name}=D${value.length} ${value} ${said.length} ${said} ${shorts.join(' ')}\n`;
    })
    .join('');
  const lines = documents.flatMap(wrapped);
  return [
    headerOf(dictionary, words),
    ...segments.flatMap(variableOf),
    ...valueLabels(segments),
    ...(lines.length > 0 ? [int(6, lines.length), ...lines.map((line) => padded(line, 80))] : []),
    extension(3, 4, int(1, 0, 0, -1, 1, 1, 2, 65_001)),
    // The system-missing value, the highest and the lowest number.
    extension(
      4,
      8,
      Buffer.concat([float(-Number.MAX_VALUE, Number.MAX_VALUE), Buffer.from('feffffffffffefff', 'hex')]),
    ),
    ...(groups === '' ? [] : [extension(7, 1, Buffer.from(groups))]),
    extension(
      11,
      4,
      int(
        ...segments.flatMap(({ width, variable: { scale, day } }) => [
          scale || day ? 3 : 1,
          width === 0 ? 12 : Math.min(width, 30),
          width === 0 ? 1 : 0,
        ]),
      ),
    ),
    ...(variables.length > 0 ? [extension(13, 1, Buffer.from(long))] : []),
    ...(veryLong === '' ? [] : [extension(14, 1, Buffer.from(veryLong))]),
    extension(16, 8, Buffer.from(BigInt64Array.of(1n, BigInt(cases)).buffer)),
    extension(20, 1, Buffer.from('UTF-8')),
    int(999, 0),
  ];
}

const extension = (subtype: number, size: number, content: Buffer): Buffer =>
  Buffer.concat([int(7, subtype, size, content.length / size), content]);

function headerOf({ label, cases, made }: SavDictionary, words: number): Buffer {
  const [date = '', time = ''] = made.toISOString().split(/[T.]/);
  const [year = '', month = '', day = ''] = date.split('-');
  const name = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[Number(month) - 1];
  return Buffer.concat([
    Buffer.from('$FL2'),
    padded('@(#) SPSS DATA FILE - Samblikk', 60),
    int(2, words, 1, 0, cases),
    float(bias),
    padded(`${day} ${name} ${year.slice(2)}`, 9),
    padded(time, 8),
    padded(label, 64),
    Buffer.alloc(3),
  ]);
}

const formats = { text: 1, number: 5, day: 20 };

function variableOf(segment: Segment): Buffer[] {
  const { variable, short, width, first } = segment;
  const format =
    width > 0
      ? (formats.text << 16) | (width << 8)
      : variable.day
        ? (formats.day << 16) | (11 << 8)
        : (formats.number << 16) | (15 << 8);
  const label = inBytes(first ? variable.label : '', 255);
  const missing = first ? (variable.missing ?? []).slice(0, 3) : [];
  const rest = Array.from({ length: wordsIn(segment) - 1 }, () =>
    Buffer.concat([int(2, -1, 0, 0, 0, 0), padded('', 8)]),
  );
  return [
    int(2, width, label.length > 0 ? 1 : 0, missing.length, format, format),
    padded(short, 8),
    ...(label.length > 0 ? [int(label.length), filled(label, 4)] : []),
    float(...missing),
    ...rest,
  ];
}

/** Variables that share their labels are told together. */
function valueLabels(segments: readonly Segment[]): Buffer[] {
  const places = new Map<string, { labels: NonNullable<SavVariable['labels']>; at: number[] }>();
  let place = 1;
  for (const segment of segments) {
    const { labels } = segment.variable;
    if (segment.first && labels && labels.length > 0) {
      const key = JSON.stringify(labels);
      const known = places.get(key) ?? { labels, at: [] };
      known.at.push(place);
      places.set(key, known);
    }
    place += wordsIn(segment);
  }
  return [...places.values()].flatMap(({ labels, at }) => [
    int(3, labels.length),
    ...labels.flatMap(([code, label]) => {
      const said = inBytes(label, 120);
      return [float(code), Buffer.from([said.length]), filled(said, 8, 1)];
    }),
    int(4, at.length, ...at),
  ]);
}

/** A text in lines of at most 80 bytes, broken between words. */
function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (Buffer.byteLength(longer) <= 80) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

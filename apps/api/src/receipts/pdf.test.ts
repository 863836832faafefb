import { inflateSync } from 'node:zlib';
import { type Edition, editionOf, questionsOf } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { completeAnswers } from '../responses/testing.ts';
import { type Receipt, receiptAsPdf } from './pdf.ts';

const edition = editionOf('2026') as Edition;
const longText = questionsOf(edition).find(({ kind }) => kind === 'longText')?.id ?? '';
const unknown = () => undefined;

/** A receipt with so many measures, of which some have texts longer than a page. */
const receiptOf = (measures: number): Receipt => ({
  receipt: 'K7MP-4XWD-9TQH',
  number: 1,
  submittedAt: '2026-12-15T22:59:00.000Z',
  submittedBy: 'Kari Nordmann',
  contentHash: 'ab'.repeat(32),
  late: true,
  nothingToReport: measures === 0,
  measures,
  agency: { orgnr: '991825827', name: { nb: 'Ærlig øvelse', nn: 'Ærleg øving', en: 'Honest exercise' } },
  edition: edition.id,
  undecided: [{ number: '2019-0042', title: 'Glemt tiltak' }],
  content: Array.from({ length: measures }, (_, index) => ({
    number: `2026-${String(index + 1).padStart(4, '0')}`,
    version: 1,
    answers: {
      ...completeAnswers,
      [edition.roles.title]: `Tiltak med langt navn som går over flere linjer når det står som overskrift ${index}`,
      [longText]: 'En setning om det som skal leveres.\n'.repeat(index % 7 === 3 ? 90 : index % 5),
    },
  })),
});

/** The operators of each page, one on a line. */
const pagesOf = (file: Buffer): string[] =>
  [...file.toString('latin1').matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)].flatMap(
    ([, body]) => {
      const content = inflateSync(Buffer.from(body as string, 'latin1')).toString('latin1');
      return / Tf$/m.test(content) ? [content] : [];
    },
  );

test.each([0, 1, 30])(
  'of %i measures: on every page all that is drawn is in the structure or an artifact',
  async (measures) => {
    const names = { agency: unknown, ministry: unknown };
    const file = await receiptAsPdf(receiptOf(measures), edition, 2026, names, 'nn');
    const pages = pagesOf(file);
    expect(pages.length).toBeGreaterThan(measures / 3);
    for (const page of pages) {
      let open = 0;
      let texts = 0;
      for (const operator of page.split('\n').map((line) => line.split(' ').at(-1))) {
        if (operator === 'BDC' || operator === 'BMC') open += 1;
        if (operator === 'EMC') open -= 1;
        if (operator === 'TJ' || operator === 'Tj' || operator === 'S') {
          texts += 1;
          expect(open).toBe(1);
        }
      }
      expect(open).toBe(0);
      // The foot of the page, and something above it.
      expect(texts).toBeGreaterThan(2);
    }
  },
);

test('characters that the font lacks are never boxes, and the paper says what stands in their place', async () => {
  const receipt = receiptOf(1);
  const names = { agency: unknown, ministry: unknown };
  // Draws all that is in the file: the box is glyph 0.
  const boxes = async (text: string) => {
    const content = receipt.content.map((one) => ({ ...one, answers: { ...one.answers, [longText]: text } }));
    const pages = pagesOf(await receiptAsPdf({ ...receipt, content }, edition, 2026, names, 'nb'));
    const glyphs = [...pages.join('\n').matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? []);
    expect(glyphs.length).toBeGreaterThan(100);
    return { boxes: glyphs.filter((glyph) => glyph === '0000').length, glyphs: glyphs.length };
  };
  const plain = await boxes('Vanlige ord');
  const strange = await boxes('Vanlige\tord ma\u00adskin ﬁnans ☐ 👩‍💻 سلام 数据');
  expect(plain.boxes).toBe(0);
  expect(strange.boxes).toBe(0);
  // The sentence about them is there besides.
  expect(strange.glyphs).toBeGreaterThan(plain.glyphs + 100);
});

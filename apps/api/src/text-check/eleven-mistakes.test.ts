import { readFile } from 'node:fs/promises';
import { questionsOf } from '@samblikk/questionnaire';
import { publishedYears } from '@samblikk/statistics';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { loaded, releaseOf } from '../releases/index.ts';
import { checkAgainst } from './check-release.ts';

// The eleven mistakes of the note of 2019, each tried: what the checker says of it, and what in the product makes it impossible.

const root = new URL('../../../../', import.meta.url);
const mistakes: { inkonsistenser: { tekst: string }[] } = JSON.parse(
  await readFile(new URL('data/notat-2019-10-tall.json', root), 'utf8'),
);
const page = await readFile(new URL('docs/eleven-mistakes.md', root), 'utf8');

const { db, close } = await testDatabase();
await import2019(db, { freeze: true });
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
const release = await loaded(db, await releaseOf(db, new Date('2026-03-02T09:00:00Z'), 2019, 1));
const get = async (path: string) => (await app.inject(`/api/v1/statistics/${path}`)).json();

const found = async (text: string | Buffer) => (await checkAgainst(Buffer.from(text), release)).findings;
const note = await found(await readFile(new URL('data/difi-notat-2019-10.txt', root)));
const inNote = (line: number) => note.find((one) => one.line === line);
const inText = async (text: string) => (await found(text))[0];
const spread = (
  stat: { value: (number | null)[]; dimension: Record<string, { category: { index: string[] } }> },
  id: string,
) => Object.fromEntries((stat.dimension[id]?.category.index ?? []).map((code, at) => [code, stat.value[at]]));

/** By their place in `inkonsistenser`. */
const tried = [
  {
    finding: () => inNote(137),
    code: 'questions',
    impossible: () => {
      const asked = questionsOf(release.edition).filter(({ number = '' }) => /^\d+$/.test(number));
      expect(asked).toHaveLength(22);
    },
  },
  {
    finding: () => inNote(754),
    code: 'parts',
    impossible: async () => {
      const stat = await get('2019/table?rows=involvesOthers');
      expect(spread(stat, 'involvesOthers')).toEqual({ yes: 218, no: 186, notClarified: 15, unknown: 8, blank: 5 });
      expect(stat.extension.n).toBe(218 + 186 + 28);
    },
  },
  {
    finding: () => inNote(413),
    code: 'wrongBase',
    impossible: async () => {
      const { extension } = await get('2019/figures/cost-bands');
      expect(extension).toMatchObject({ n: 317, leftOut: { blank: 115 } });
    },
  },
  {
    finding: () => inNote(425),
    code: 'wrongBase',
    impossible: async () => {
      const stat = await get('series?rows=costBand&share=table');
      expect(JSON.stringify(stat)).toContain('395 av 412');
    },
  },
  {
    finding: () => inNote(964),
    code: 'number',
    impossible: async () => {
      const stat = await get('2019/table?rows=fullyFunded&share=table');
      expect(Math.round(spread(stat, 'fullyFunded').lacking ?? 0)).toBe(28);
    },
  },
  { finding: () => inNote(821), code: 'chapter' },
  { finding: () => inNote(692), code: 'vagueWord' },
  {
    finding: () => inText('I 2018 svarte 87 virksomheter.'),
    code: 'agencies',
    impossible: () => expect(publishedYears[0]).toMatchObject({ year: 2018, asked: 87, answered: 80 }),
  },
  {
    finding: () => inNote(237),
    code: 'comparison',
    impossible: async () => {
      const { extension } = await get('series?figure=effects');
      expect(extension.breaks).toMatchObject([{ from: 2018, to: 2019 }]);
    },
  },
  {
    finding: () =>
      inText('Andelen tverrgående tiltak har gått ned, fra omtrent halvparten i 2018 til en tredjedel i 2019.'),
    code: 'comparison',
    impossible: async () => {
      const { extension } = await get('series?rows=crossCutting');
      expect(extension.breaks).toMatchObject([{ from: 2018, to: 2019 }]);
    },
  },
  {
    finding: () => inText('Virksomhetene kunne velge mellom 10 gevinstkategorier.'),
    code: 'categories',
    impossible: () => {
      const effects = questionsOf(release.edition).find(({ number }) => number === '16');
      expect(effects).toMatchObject({ options: { length: 11 } });
    },
  },
] as const;

describe('the eleven mistakes', () => {
  test('are all tried', () => expect(tried).toHaveLength(mistakes.inkonsistenser.length));

  test.each(tried.map((one, at) => [mistakes.inkonsistenser[at]?.tekst ?? '', one] as const))(
    '%s',
    async (text, one) => {
      const finding = await one.finding();
      expect(finding).toMatchObject({ code: one.code, severity: 'wrong' });
      if ('impossible' in one) await one.impossible();
      // The page says the same, in the same words.
      expect(page).toContain(text);
      expect(page).toContain(finding?.says.nb);
    },
  );
});

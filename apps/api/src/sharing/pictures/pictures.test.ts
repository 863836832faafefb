import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Profile, pictureKinds, picturePath, pictureSize } from '@samblikk/contract';
import { create, type Font } from 'fontkit';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { import2019 } from '../../demo/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { releaseOf } from '../../releases/index.ts';
import { drawn, svgOf } from './draw.ts';
import { linesOf } from './letters.ts';
import { shownIn } from './shown.ts';

const { db, pool, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
const now = new Date('2026-03-02T09:00:00Z');
await import2019(db, { freeze: true, now });
afterAll(async () => {
  await app.close();
  await close();
});

/** Width and height as the file itself says (PNG, IHDR). */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
const ids: Partial<Record<(typeof pictureKinds)[number], string>> = {
  ...{ measure: '2019-0042', figure: 'phase', profiles: 'ministry' },
  ...{ ministry: 'FIN', agency: '974761076', tag: 'sky', technology: 'cloud' },
};
/** Those that the questionnaire of 2019 asks of. */
const kinds = pictureKinds.filter((kind) => kind !== 'lifeEvent' && kind !== 'strategyMeasure');

describe('a picture of a page', () => {
  test.each(kinds)('is a PNG at an address that lasts, in each language: %s', async (kind) => {
    const figures = (await app.inject('/api/v1/statistics/2019/figures')).json().figures as { id: string }[];
    const id = kind === 'figure' ? figures[0]?.id : ids[kind];
    const pictures = await Promise.all(
      (['nb', 'nn', 'en'] as const).map((language) => app.inject(picturePath(language, '2019.1', kind, id))),
    );
    for (const { statusCode, headers, rawPayload } of pictures) {
      expect([statusCode, headers['content-type']]).toEqual([200, 'image/png']);
      expect(headers['cache-control']).toMatch(/^public, max-age=\d+, s-maxage=3600$/);
      expect(sizeOf(rawPayload)).toEqual([pictureSize.width, pictureSize.height]);
      expect(rawPayload.length).toBeLessThan(300_000);
    }
    const again = await app.inject(picturePath('en', '2019.1', kind, id));
    expect(again.rawPayload.equals(pictures[2]?.rawPayload ?? Buffer.of())).toBe(true);
    expect(pictures[0]?.rawPayload.equals(pictures[2]?.rawPayload ?? Buffer.of())).toBe(false);
  });

  test('says what the page does: title, numbers, and the question of a bare yes', async () => {
    const release = await releaseOf(db, now, 2019, undefined);
    const shown = (kind: (typeof pictureKinds)[number], id?: string) =>
      shownIn(db, now, release, { kind, id, language: 'nb' });
    for (const [kind, code] of [
      ['ministry', 'FIN'],
      ['agency', '974761076'],
      ['technology', 'cloud'],
    ] as const) {
      const page = (await app.inject(`/api/v1/profiles/${kind}/${code}`)).json() as Profile;
      const { kicker, title, facts } = await shown(kind, code);
      expect([kicker, title, facts[0]]).toEqual([page.kind, page.label, `${page.total + page.withheld} tiltak`]);
      expect(facts.at(-1)).toBe(`${page.cost?.label}: ${page.cost?.text}`);
    }
    const list = await shown('profiles', 'ministry');
    expect(list.title).toBe('Departementer');
    const { entries } = (await app.inject('/api/v1/profiles/ministry')).json();
    const used = entries.filter(({ measures }: { measures: number }) => measures > 0).length;
    expect(list.facts).toContain(`${used} med tiltak`);
    const { rows } = await pool.query<{ number: string }>(
      "select number from release_measure where visibility <> 'withheld' and public_answers->>'funding' = 'yes' limit 1",
    );
    const { facts } = await shown('measure', rows[0]?.number);
    expect(facts.filter((fact) => fact.endsWith('Ja'))).not.toEqual([]);
    expect(facts).not.toContain('Ja');
  });

  test('is of nothing that is not public', async () => {
    const { rows } = await pool.query<{ number: string }>(
      "select number from release_measure where visibility = 'withheld'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const address of [
      picturePath('nb', '2019.1', 'measure', rows[0]?.number),
      picturePath('nb', '2019.1', 'measure', '2019-9999'),
      picturePath('nb', '2019.2', 'home'),
      picturePath('nb', '2019.1', 'measure'),
      picturePath('nb', '2019.1', 'home', 'x'),
      picturePath('nb', '2019.1', 'figure', 'x'),
      picturePath('nb', '2019.1', 'ministry', 'x'),
      picturePath('nb', '2019.1', 'ministry', 'withheld'),
      picturePath('nb', '2019.1', 'ministry'),
      picturePath('nb', '2019.1', 'profiles', 'x'),
      '/pictures/v2/sv/2019.1/home.png',
      '/pictures/v2/nb/2019/home.png',
    ])
      expect((await app.inject(address)).statusCode, address).toBe(404);
  });
});

describe('letters', () => {
  const long =
    'Felles løsning for saksbehandlingsdokumentasjonsarkivering på tvers av Ærø, Øvre Årdal og Kárášjohka '.repeat(6);
  const shown = {
    kicker: 'Tiltak',
    title: long,
    facts: ['Idé', '12 mill. kroner'],
    source: 'Utgave 2019.1',
    notice: undefined,
  };
  const { resolve } = createRequire(import.meta.url);
  const bold = create(readFileSync(resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'))) as Font;

  test('stand in lines that are no wider than the picture, and what is too long is cut', async () => {
    const setting = { size: 60, weight: 700, width: 1056, lines: 4 } as const;
    const lines = await linesOf(long, setting);
    expect(lines).toHaveLength(4);
    // Cut after a word.
    expect(long.split(' ')).toContain(lines.at(-1)?.slice(0, -1).split(' ').at(-1));
    for (const line of lines) expect((bold.layout(line).advanceWidth / bold.unitsPerEm) * 60).toBeLessThanOrEqual(1056);
    const letters = (text: string) => text.replaceAll(' ', '');
    expect(letters(long).startsWith(letters(lines.slice(0, 3).join('')))).toBe(true);
    expect(await linesOf('Kort', setting)).toEqual(['Kort']);
    expect((await linesOf('x'.repeat(400), setting)).length).toBe(4);
    expect(await linesOf('', setting)).toEqual([]);
  });

  test('are those of Inter, æøå and Sámi among them, and what would be markup is text', async () => {
    for (const sign of 'æøåÆØÅéáčđŋšŧž–«»…')
      expect(bold.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0), sign).toBe(true);
    const [with1, without] = [await drawn({ ...shown, title: 'Ærlig øl på ås' }), await drawn({ ...shown, title: '' })];
    expect(with1.equals(without)).toBe(false);
    const svg = await svgOf({ ...shown, title: '<script>&"\u0000\u0007' });
    expect(svg).toContain('&#60;script&#62;&#38;"');
    expect([...svg].filter((sign) => sign < ' ' && sign !== '\n')).toEqual([]);
    expect(sizeOf(await drawn({ ...shown, title: '<script>&"\u0000\u0007' }))).toEqual([1200, 630]);
  });
});

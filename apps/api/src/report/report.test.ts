import { writeFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { freezeRound } from '../releases/index.ts';
import { reportDocument } from './document.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { reportInput } from './source.ts';

const { db, close } = await testDatabase();
afterAll(close);
await import2019(db);
const now = new Date('2026-03-02T09:00:00Z');
await freezeRound(db, { year: 2019, actor: 'system:test', now });
const input = await reportInput(db, now, 2019);

test('dump', async () => {
  const document = reportDocument(input, { language: 'nb', site: 'https://samblikk.example' });
  const html = toHtml(document);
  await writeFile('/tmp/report-out.html', html);
  const one = await toDocx(document);
  const two = await toDocx(document);
  await writeFile('/tmp/report-out.docx', one);
  await writeFile('/tmp/report-out2.docx', two);
  expect(one.equals(two)).toBe(true);
});

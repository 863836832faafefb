import { profilePaths } from '@samblikk/contract';
import { prefixes } from '@samblikk/text';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { freezeRound } from './releases/index.ts';
import { plantRound } from './releases/testing.ts';
import { serveWeb } from './web.ts';

// More tags than a page of their list holds, as a round of many measures has.

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false, web: serveWeb });
afterAll(async () => {
  await app.close();
  await close();
});

const tags = Array.from({ length: 430 }, (_, at) => `stikkord ${String(at).padStart(3, '0')}`);
const often = 'brukt av alle';
const agency = { id: 'etat', orgnr: '991825827', ministry: 'DFD' };
await plantRound(db, {
  ...{ year: 2026, edition: '2026', agencies: [agency] },
  measures: [0, 1].map((at) => ({
    ...{ number: `2026-000${at + 1}`, agency: agency.id },
    answers: {
      ...{ name: `Tiltak ${at}`, deliverable: 'Noe', publishable: 'yes', phase: 'idea' },
      tags: [...tags.filter((_, place) => place % 2 === at), often],
    },
  })),
});
await freezeRound(db, { year: 2026, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });

const path = `/${profilePaths.tag}`;
const get = async (url: string, status = 200) => {
  const { statusCode, body } = await app.inject(url);
  expect(statusCode, url).toBe(status);
  return body.replaceAll('&amp;', '&');
};
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => decodeURI(found));
const listed = (html: string, prefix = '') =>
  all(html.slice(html.indexOf('id="all"')), new RegExp(`<a href="${prefix}${path}/([^"?]*)"`, 'g'));

test('all are reached from the first page, each once, without a script; each page is one of its own', async () => {
  for (const prefix of Object.values(prefixes)) {
    const told: string[] = [];
    const visited: string[] = [];
    for (let next: string | undefined = prefix + path; next !== undefined; ) {
      const html: string = await get(next);
      visited.push(next);
      told.push(...listed(html, prefix));
      expect(all(html, /<link rel="canonical" href="http:\/\/localhost([^"]*)"/g)).toEqual([next]);
      expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
      // The most used stand on the first page, before all.
      expect(all(html, /id="(most|all)"/g)).toEqual(visited.length === 1 ? ['most', 'all'] : ['all']);
      [next] = all(html, /<a href="([^"]*)" rel="next"/g);
    }
    expect(visited).toEqual(['', '?page=2', '?page=3'].map((query) => prefix + path + query));
    expect(told).toEqual([often, ...tags]);
  }
  const first = await get(path);
  const most = first.slice(first.indexOf('id="most"'), first.indexOf('id="all"'));
  expect(all(most, new RegExp(`<a href="${path}/([^"?]*)"`, 'g'))[0]).toBe(often);
});

test('one is found by a part of its name; what is no page is none', async () => {
  const found = await get(`${path}?q=STIKKORD+04`);
  expect(listed(found)).toEqual(tags.slice(40, 50));
  expect(all(found, /<link rel="canonical" href="http:\/\/localhost([^"]*)"/g)).toEqual([path]);
  expect(all(await get(`${path}?q=stikkord&round=2026`), /<a href="([^"]*)" rel="next"/g)).toEqual([
    `${path}?q=stikkord&round=2026&page=2`,
  ]);
  expect(await get(`${path}?q=finnes+ikke`)).toContain('Ingen har «finnes ikke» i navnet.');
  for (const query of ['page=4', 'page=0', 'page=x', 'page=1.5', 'q=finnes+ikke&page=2'])
    await get(`${path}?${query}`, 404);
  // A list of one page is as it was.
  expect(await get(`/${profilePaths.agency}`)).not.toMatch(/id="profile-q"|class="pages"/);
});

import { expect, test } from 'vitest';
import { type Body, bodyNamed, findBodies, freeBody, freeBodyName, suggestBodies } from './bodies.ts';
import { sameText } from './testing.ts';

const body = (code: string, name: string, ...words: string[]): Body => ({ code, name: sameText(name), words });
const bodies = [
  body('974760983', 'Direktoratet for samfunnssikkerhet og beredskap', 'DSB'),
  body('991825827', 'Digitaliseringsdirektoratet', 'Digdir', 'Direktoratet for forvaltning og ikt (Difi)'),
  body('kommune:3114', 'Våler kommune (Østfold)', 'Våler'),
  body('kommune:3419', 'Våler kommune (Innlandet)', 'Våler'),
  body('kommune:5610', 'Karasjok kommune', 'Karasjok', 'Kárášjohka'),
  body('fylke:15', 'Møre og Romsdal fylkeskommune', 'Møre og Romsdal'),
  body('kommune:4601', 'Bergen kommune', 'Bergen'),
  body('kommune:1868', 'Øksnes kommune', 'Øksnes'),
  body('kommune:3020', 'Ås kommune', 'Ås'),
  body('KS', 'KS – Kommunesektorens organisasjon', 'KS'),
];

test.each([
  ['DSB', '974760983'],
  ['difi', '991825827'],
  ['Direktoratet for forvaltning og IKT', '991825827'],
  ['974 760 983', '974760983'],
  ['Kárášjohka', 'kommune:5610'],
  ['Karasjok', 'kommune:5610'],
  ['møre og romsdal', 'fylke:15'],
  ['ks', 'KS'],
  ['Våler kommune (Innlandet)', 'kommune:3419'],
  ['Våler', undefined],
  ['Direktoratet', undefined],
])('%s means %s', (typed, code) => expect(bodyNamed(bodies, typed)).toBe(code));

test('what is typed finds names, abbreviations and former names, in Norwegian order', () => {
  const codes = (typed: string) => findBodies(bodies, typed, 'nb').map(({ code }) => code);
  expect(codes('Direktoratet for')).toEqual(['974760983', '991825827']);
  // Å comes last in Norwegian, after Ø.
  expect(codes('kommune').indexOf('kommune:3020')).toBeGreaterThan(codes('kommune').indexOf('kommune:1868'));
  expect(codes('kommune').indexOf('kommune:1868')).toBeGreaterThan(codes('kommune').indexOf('kommune:4601'));
  expect(codes('')).toEqual([]);
});

test('a text that names none is answered with those it may mean', () => {
  expect(suggestBodies(bodies, 'Bergen byråd', 'nb').map(({ code }) => code)).toEqual(['kommune:4601']);
  expect(suggestBodies(bodies, 'Bergn kommune', 'nb')[0]?.code).toBe('kommune:4601');
  expect(suggestBodies(bodies, 'xyz', 'nb')).toEqual([]);
});

test('a name of its own is kept on one line', () => {
  expect(freeBody('  Foreningen |\n Åpne data ')).toBe('text:Foreningen Åpne data');
  expect(freeBody(' ')).toBeUndefined();
  expect(freeBodyName('text:Foreningen')).toBe('Foreningen');
  expect(freeBodyName('kommune:0301')).toBeUndefined();
});

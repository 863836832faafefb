import { describe, expect, test } from 'vitest';
import { checkDraft, checkSubmission } from './check.ts';
import { latestEdition } from './editions/index.ts';
import { personalDataIn } from './personal-data.ts';

const codes = (text: string) => personalDataIn(text).map(({ code }) => code);

// Made for the test: 1 January 1900, individual number 001, control digits by the rule.
const nationalId = (() => {
  const digits = [0, 1, 0, 1, 0, 0, 0, 0, 1];
  const control = (weights: number[], from: number[]) =>
    (11 - (weights.reduce((sum, w, i) => sum + w * (from[i] ?? 0), 0) % 11)) % 11;
  const first = control([3, 7, 6, 1, 8, 9, 4, 5, 2], digits);
  return [...digits, first, control([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], [...digits, first])].join('');
})();

describe('personalDataIn', () => {
  test.each([
    ['Spør kari.nordmann@etat.no om dette.', 'emailInText', 'kari.nordmann@etat.no'],
    ['Spør bjørn@blåbær.no', 'emailInText', 'bjørn@blåbær.no'],
    ['Ring 22 33 44 55', 'phoneInText', '22 33 44 55'],
    ['Kontakt: 912 34 567.', 'phoneInText', '912 34 567'],
    ['Kontakt: 91234567', 'phoneInText', '91234567'],
    ['tlf. 22334455', 'phoneInText', '22334455'],
    ['+47 22334455', 'phoneInText', '22334455'],
  ])('finds it in %j', (text, code, found) => {
    expect(personalDataIn(text)).toEqual([{ code, found }]);
  });

  test('finds identity numbers by their control digits', () => {
    expect(codes(`Gjelder ${nationalId}.`)).toEqual(['nationalIdInText']);
    expect(codes(`Gjelder ${nationalId.slice(0, 6)} ${nationalId.slice(6)}.`)).toEqual(['nationalIdInText']);
    const wrong = `${nationalId.slice(0, 10)}${(Number(nationalId[10]) + 1) % 10}`;
    expect(codes(`Gjelder ${wrong}.`)).toEqual([]);
  });

  test.each([
    'Kostnaden er 12 500 000 kr, eller 12500000.',
    'Rammen er 45 000 000 kroner i 2026.',
    'Organisasjonsnummer 991 825 827 og 991825827.',
    'Perioden 2024-2026, versjon 10.2.3, sak 2019/12345.',
    '@digdir på sosiale medier',
    'Budsjett 42000000 kr',
  ])('finds nothing in %j', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });
});

test('the submission check points it out in words that may become public, and never in closed fields', () => {
  const { title, summary } = latestEdition.roles;
  const said = checkSubmission(latestEdition, {
    [title]: 'Kart',
    [summary]: 'Spør ola@etat.no',
    contactEmail: 'ola@etat.no',
    comments: 'ola@etat.no',
  });
  const found = said.filter((issue) => issue.code === 'emailInText');
  expect(found).toEqual([
    { question: summary, code: 'emailInText', params: { found: 'ola@etat.no' }, level: 'warning' },
  ]);
});

test('a text with a national identity number is no answer, in closed fields neither; e-mails and telephones are pointed out', () => {
  expect(nationalId).toHaveLength(11);
  const text = `Gjelder ${nationalId}.`;
  const { title, summary } = latestEdition.roles;
  const faults = checkDraft(latestEdition, {
    [title]: text,
    [summary]: text,
    comments: text,
    exemptionBasis: text,
    tags: ['kart', text],
  });
  expect(faults.map(({ question, code, level }) => [question, code, level])).toEqual(
    [title, summary, 'comments', 'exemptionBasis', 'tags'].map((id) => [id, 'nationalIdInText', 'error']),
  );
  expect(JSON.stringify(faults)).not.toContain(nationalId);
  expect(checkDraft(latestEdition, { [summary]: 'Ring 22 33 44 55, ola@etat.no, sak 12345678901' })).toEqual([]);
});

import { type Answers, type Edition, editionOf, questionsOf } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { completeAnswers } from '../responses/testing.ts';
import { answerRows } from './answer-rows.ts';

const edition = editionOf('2026') as Edition;
const names = { agency: () => undefined, ministry: () => undefined };
const labelOf = (id: string) => questionsOf(edition).find((question) => question.id === id)?.label.nb;
const valuesOf = (answers: Answers) => {
  const rows = answerRows(edition, { ...completeAnswers, ...answers }, names, 'nb').flatMap((part) => part.rows);
  return (id: string) => rows.find(([label]) => label === labelOf(id))?.[1];
};

const basis = { exemptionBasis: 'Sikkerhetsloven § 5-4', exemptionExpires: '2027-03-15' };
const mark = '(Unntatt offentlighet: Sikkerhetsloven § 5-4, 15. mars 2027)';

test('an answer that is exempt says so on the receipt, with its legal basis and how long; the others do not', () => {
  const value = valuesOf({ ...basis, totalCost: 5_000_000, publishable: 'partly', exemptFields: ['totalCost'] });
  expect(value('totalCost')?.replaceAll('\u00a0', ' ')).toBe(`5 000 000 kr\n${mark}`);
  expect(value('name')).toBe(String(completeAnswers.name));
  expect(value('exemptionBasis')).toBe('Sikkerhetsloven § 5-4');
});

test('of a measure that is withheld, every answer says so; of a public one, none', () => {
  const withheld = valuesOf({ ...basis, publishable: 'no' });
  expect(withheld('name')).toBe(`${completeAnswers.name}\n${mark}`);
  expect(valuesOf({ publishable: 'yes' })('name')).toBe(String(completeAnswers.name));
});

import { expect, test } from 'vitest';
import * as z from 'zod';
import { askedQuestions } from './asked.ts';
import { answersSchema, checkDraft, checkSubmission } from './check.ts';
import { codebook, codebookCsv } from './codebook.ts';
import { readSurveyRow, surveyCells, surveyHeader } from './columns.ts';
import { compareEditions } from './compare.ts';
import type { Edition, Question } from './definition.ts';
import { latestEdition } from './editions/index.ts';
import { checkEdition } from './lint.ts';
import { exemptable, publicAnswers } from './publish.ts';
import { variablesOf } from './variables.ts';

/** The newest edition with one question more, as an editor would add it: in one file. */
const added: Question = {
  id: 'sourceCode',
  kind: 'single',
  label: { nb: 'Er kildekoden åpen?', nn: 'Er kjeldekoden open?', en: 'Is the source code open?' },
  options: [
    { code: 'yes', label: { nb: 'Ja', nn: 'Ja', en: 'Yes' } },
    { code: 'no', label: { nb: 'Nei', nn: 'Nei', en: 'No' } },
  ],
  required: true,
  facet: true,
  comparability: { with: 'new' },
};
const edition: Edition = {
  ...latestEdition,
  sections: latestEdition.sections.map((section, index) =>
    index === 0 ? { ...section, questions: [...section.questions, added] } : section,
  ),
};

test('a question added to an edition is in form, check, API description, variables, files and codebook', () => {
  expect(checkEdition(edition)).toEqual([]);
  expect(askedQuestions(edition, {})).toContain('sourceCode');
  expect(checkDraft(edition, { sourceCode: 'perhaps' }).map(({ code }) => code)).toEqual(['unknownOption']);
  expect(checkDraft(latestEdition, { sourceCode: 'yes' }).map(({ code }) => code)).toEqual(['unknownQuestion']);
  const missing = checkSubmission(edition, {}).filter(({ question }) => question === 'sourceCode');
  expect(missing.map(({ code }) => code)).toEqual(['required']);

  expect(z.toJSONSchema(answersSchema(edition)).properties).toHaveProperty('sourceCode.enum', ['yes', 'no']);
  const variable = variablesOf(edition).find(({ id }) => id === 'sourceCode');
  expect(variable).toMatchObject({ facet: true, several: false });
  expect(variable?.codesOf({ answers: { sourceCode: 'yes' }, known: {} })).toEqual({
    state: 'answered',
    codes: ['yes'],
  });

  const header = surveyHeader(edition);
  const cells = surveyCells(edition, { externalId: '1', answers: { sourceCode: 'no' }, known: {} });
  expect(cells[header.indexOf('sourceCode')]).toBe('no');
  const record = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  expect(readSurveyRow(edition, record).answers).toHaveProperty('sourceCode', 'no');

  expect(exemptable(edition).map(({ id }) => id)).toContain('sourceCode');
  expect(publicAnswers(edition, { sourceCode: 'yes' }).answers).toEqual({});
  expect(codebook(edition, 'en').questions.find(({ id }) => id === 'sourceCode')?.label).toBe(
    'Is the source code open?',
  );
  expect(codebookCsv(edition).filter(([id]) => id === 'sourceCode')).toHaveLength(2);
  expect(compareEditions(latestEdition, edition)).toEqual([
    { id: 'sourceCode', change: 'added', declared: 'new', undeclared: false },
  ]);
});

import type { Draft } from '@samblikk/contract/client';
import {
  type Answers,
  editionOf,
  editions,
  type KindName,
  kinds,
  type Language,
  type Question,
  questionsOf,
} from '@samblikk/questionnaire';
import { prefixes } from '@samblikk/text';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { languages } from '../../../../../packages/questionnaire/src/definition.ts';
import { loadAllMessages, Messages } from '../../i18n/index.ts';
import { CorrectionsProvider } from '../corrections/corrections.tsx';
import { QueriesProvider } from '../queries/query-list.tsx';
import { MeasureFormProvider } from './measure-form.tsx';
import { askable } from './measure-form-context.ts';
import { QuestionField } from './question-field.tsx';

await loadAllMessages('nb', 'nn', 'en');
const found = editionOf('2026');
if (!found) throw new Error('edition 2026 is gone');
const edition = found;

const draft: Draft = {
  id: '00000000-0000-7000-8000-000000000001',
  number: '2026-0001',
  year: 2026,
  edition: '2026',
  agency: { orgnr: '991825827', name: { nb: 'Etaten', nn: 'Etaten', en: 'The Agency' }, ministry: 'DFD' },
  version: 0,
  answers: {},
  origins: {},
  issues: [],
  savedAt: null,
  savedBy: null,
  previous: null,
  open: true,
  mayWrite: true,
  delegation: null,
  corrections: [],
  mayAnswerCorrections: false,
  sections: null,
  delegated: false,
  queries: [],
  mayAsk: false,
};

interface Shown {
  answers?: Answers;
  queries?: Draft['queries'];
  previous?: Draft['previous'];
  language?: Language;
}

function show(question: Question, { answers = {}, previous = null, queries = [], language = 'nb' }: Shown = {}) {
  render(
    <MemoryRouter initialEntries={[`${prefixes[language]}/svar`]}>
      <Messages>
        <MeasureFormProvider
          draft={{ ...draft, answers, previous, queries }}
          editions={editions}
          ministry={undefined}
          personId="p"
        >
          <CorrectionsProvider>
            <QueriesProvider>
              <QuestionField question={question} showMissing />
            </QueriesProvider>
          </CorrectionsProvider>
        </MeasureFormProvider>
      </Messages>
    </MemoryRouter>,
  );
  const control = document.getElementById(question.id);
  if (!control) throw new Error(`${question.id} has no control with its id`);
  return control;
}

const question = (id: string): Question => {
  const one = questionsOf(edition).find((candidate) => candidate.id === id);
  if (!one) throw new Error(`no question ${id}`);
  return one;
};

/** What a screen reader says after the name: the texts that aria-describedby points at, all of which must be there. */
function descriptionOf(element: Element): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  return ids
    .map((id) => {
      const target = document.getElementById(id);
      if (!target) throw new Error(`aria-describedby points at ${id}, which is not there`);
      return target.textContent;
    })
    .join(' ');
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.reject(new TypeError('no network in this test'))),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the edition has a question of every kind, so that what follows tries them all', () => {
  const used = new Set<KindName>(questionsOf(edition).map(({ kind }) => kind));
  expect([...used].sort()).toEqual(Object.keys(kinds).sort());
});

describe.each(languages)('in %s', (language) => {
  test.each(askable(edition).map((one) => [one.id, one] as const))(
    '%s has its label, its help and what is wrong',
    (_id, one) => {
      // Asked only after another answer: a required answer is missing only where it is asked for.
      const control = show(one, { language, answers: one.showIf ? { publishable: 'partly' } : {} });
      const named = screen.getAllByText(
        (_text, element) =>
          element?.matches('label, legend') === true && element.textContent?.includes(one.label[language]) === true,
      );
      expect(
        named[0]?.tagName === 'LEGEND'
          ? named[0].parentElement
          : document.getElementById(named[0]?.getAttribute('for') ?? ''),
      ).toBe(control);
      const description = descriptionOf(control);
      if (one.help) expect(description).toContain(one.help[language]);
      if (one.required) {
        expect(description).toContain(
          { nb: 'Må fylles ut.', nn: 'Må fyllast ut.', en: 'Must be filled in.' }[language],
        );
        const inputs = control.matches('fieldset') ? [...control.querySelectorAll('input')] : [control];
        for (const input of inputs) {
          expect(input.getAttribute('aria-invalid')).toBe('true');
          // The label is the input's name already.
          expect(descriptionOf(input)).not.toContain(one.label[language]);
        }
      }
    },
  );
});

test('an amount is read back as the field is left, and one that could mean two things is refused with the reason', async () => {
  const control = show(question('totalCost')) as HTMLInputElement;
  fireEvent.change(control, { target: { value: '187,9 mill. kroner' } });
  fireEvent.blur(control);
  expect(descriptionOf(control).replace(/\s/g, ' ')).toContain('187,9 mill. kroner = 187 900 000 kr');
  fireEvent.change(control, { target: { value: '1,500' } });
  fireEvent.blur(control);
  await waitFor(() => expect(descriptionOf(control)).toContain('Beløpet kan leses på flere måter'));
  expect(control.value).toBe('1,500');
});

test('last year’s answer stands beside the field, which stays empty when it is asked anew', () => {
  const previous = { year: 2019, edition: '2019', answers: { phase: 'concept', name: 'Gammelt navn' } };
  const phase = show(question('phase'), { previous });
  expect(descriptionOf(phase)).toContain('I 2019 svarte dere: Konsept');
  expect([...phase.querySelectorAll('input')].some((input) => input.checked)).toBe(false);
});

test('what staff ask about a field is in its description, until they are done with it', () => {
  const query = { askedAt: '2026-03-02T09:00:00Z', dueAt: null, askedBy: 'Ada Admin', changed: null, reply: null };
  const queries = (['open', 'closed'] as const).flatMap((state) =>
    ['phase', 'totalCost'].map((id) => ({
      ...query,
      id: `${id}-${state}`,
      question: id,
      state,
      text: `${id} ${state}?`,
    })),
  );
  const description = descriptionOf(show(question('phase'), { queries }));
  expect(description).toContain('Ada Admin i Digdir spurte 2. mars 2026 kl. 10:00:phase open?');
  expect(description).not.toMatch(/closed|totalCost/);
});

test('words are added with Enter and removed with their button, and the status says so', async () => {
  const control = show(question('tags'));
  fireEvent.change(control, { target: { value: 'vei, bru' } });
  fireEvent.keyDown(control, { key: 'Enter' });
  await screen.findByText('La til vei, bru');
  fireEvent.click(screen.getByRole('button', { name: 'Fjern vei' }));
  await screen.findByText('Fjernet vei');
  expect(screen.queryByRole('button', { name: 'Fjern vei' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Fjern bru' })).toBeTruthy();
});

test('a word that differs by capitals alone is the word that is there', async () => {
  const control = show(question('tags'));
  fireEvent.change(control, { target: { value: 'Kart, KART' } });
  fireEvent.keyDown(control, { key: 'Enter' });
  await screen.findByRole('button', { name: 'Fjern Kart' });
  expect(screen.queryByRole('button', { name: 'Fjern KART' })).toBeNull();
});

test('an agency that nobody knows is refused with what to do', async () => {
  const control = show(question('partners'));
  fireEvent.change(control, { target: { value: '123456789' } });
  fireEvent.keyDown(control, { key: 'Enter' });
  await waitFor(() => expect(descriptionOf(control)).toContain('gyldig organisasjonsnummer'));
});

test('another act may be written where the list of legal bases is too short', async () => {
  const control = show(question('exemptionBasis'));
  fireEvent.change(control, { target: { value: 'other' } });
  const written = await screen.findByLabelText('Hvilken lov og paragraf?');
  fireEvent.change(written, { target: { value: 'sikkerhetsloven § 5-4' } });
  expect((written as HTMLInputElement).value).toBe('sikkerhetsloven § 5-4');
});

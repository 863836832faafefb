import { describe, expect, test } from 'vitest';
import { comparabilityOf, compareEditions } from './compare.ts';
import type { Comparability, Edition, Question } from './definition.ts';
import { sameText, testEdition } from './testing.ts';

/** The test edition again, a year on, with something changed in its questions. */
function nextEdition(
  id: string,
  previous: string,
  change: (question: Question) => Question,
  base: Edition = testEdition,
): Edition {
  const sections = base.sections.map((section) => ({ ...section, questions: section.questions.map(change) }));
  return { ...base, id, previous, sections };
}

const declaring = (with_: Comparability) => (question: Question) => ({ ...question, comparability: with_ });
const same = declaring({ with: 'same' });
const note = declaring({ with: 'note', note: sameText('Asked in another way') });

describe('comparabilityOf', () => {
  const second = nextEdition('second', 'test', note);
  const third = nextEdition('third', 'second', (question) =>
    question.id === 'cost'
      ? { ...question, comparability: { with: 'break', note: sameText('Another currency') } }
      : same(question),
  );
  const fourth = nextEdition('fourth', 'third', same);
  const editions: Record<string, Edition> = { test: testEdition, second, third, fourth };

  test('an edition compares with itself', () => {
    expect(comparabilityOf(testEdition, 'cost', 'test', editions)).toEqual({ with: 'same', notes: [] });
  });

  test('the weakest link wins, and all notes travel', () => {
    expect(comparabilityOf(fourth, 'shared', 'third', editions)).toEqual({ with: 'same', notes: [] });
    expect(comparabilityOf(fourth, 'shared', 'test', editions)).toEqual({
      with: 'note',
      notes: [sameText('Asked in another way')],
    });
    expect(comparabilityOf(fourth, 'cost', 'second', editions).with).toBe('break');
    expect(comparabilityOf(fourth, 'cost', 'test', editions).notes).toHaveLength(2);
  });

  test('what is not declared is a break', () => {
    const silent = nextEdition('silent', 'test', (question) => question);
    expect(comparabilityOf(silent, 'cost', 'test', { ...editions, silent }).with).toBe('break');
  });

  test('an edition that the chain does not reach is a break', () => {
    expect(comparabilityOf(second, 'cost', 'third', editions).with).toBe('break');
    const round = { ...second, previous: 'second' };
    expect(comparabilityOf(round, 'cost', 'third', { second: round }).with).toBe('break');
  });

  test('a variable that the earlier edition lacks is new', () => {
    const without: Edition = {
      ...testEdition,
      sections: testEdition.sections.map((section) => ({
        ...section,
        questions: (section.questions as readonly Question[]).filter(({ id }) => id !== 'cost'),
      })),
    };
    expect(comparabilityOf(second, 'cost', 'test', { test: without, second }).with).toBe('new');
  });

  test('facts about the agency do not change with the questionnaire', () => {
    expect(comparabilityOf(third, 'member', 'test', editions).with).toBe('same');
  });
});

describe('compareEditions', () => {
  const changes = (change: (question: Question) => Question) =>
    compareEditions(testEdition, nextEdition('next', 'test', change)).map(({ id, change: what, detail, undeclared }) =>
      [id, what, detail, undeclared].filter((part) => part !== undefined).join(' '),
    );
  const at = (id: string, changed: object) => (question: Question) =>
    question.id === id ? ({ ...question, ...changed } as Question) : question;

  test('no change, no words', () => expect(changes((question) => question)).toEqual([]));

  test('labels, options, limits and kinds', () => {
    expect(changes(at('cost', { label: sameText('Price') }))).toEqual(['cost label false']);
    expect(changes(at('title', { maxLength: 5 }))).toEqual(['title limit maxLength true']);
    expect(changes(at('cost', { kind: 'text', maxLength: 5 }))).toEqual([
      'cost kind amount → text true',
      'cost limit maxLength true',
    ]);
    const options = [
      { code: 'yes', label: sameText('Oh yes') },
      { code: 'maybe', label: sameText('maybe') },
    ];
    expect(changes(at('shared', { options }))).toEqual([
      'shared optionAdded maybe true',
      'shared optionRemoved no true',
      'shared optionLabel yes false',
    ]);
  });

  test('a declared change is not flagged', () => {
    const declared = at('title', { maxLength: 5, comparability: { with: 'note', note: sameText('Shorter') } });
    expect(changes(declared)).toEqual(['title limit maxLength false']);
    expect(changes(at('title', { maxLength: 5, comparability: { with: 'same' } }))).toEqual([
      'title limit maxLength true',
    ]);
  });

  test('a question with another id is one removed and one added', () => {
    expect(changes(at('cost', { id: 'price' }))).toEqual(['price added true', 'cost removed false']);
  });

  test('help, search weight and place in the register do not matter', () => {
    expect(changes(at('title', { help: sameText('Help'), search: 'B' }))).toEqual([]);
  });
});

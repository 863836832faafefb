import { describe, expect, test } from 'vitest';
import type { Edition, Question } from './definition.ts';
import { editions } from './editions/index.ts';
import { checkEdition } from './lint.ts';
import { sameText, testEdition } from './testing.ts';

const base: Edition = testEdition;
const find = (edition: Edition, previous?: Edition) =>
  checkEdition(edition, { previous }).map(({ level, where, text }) => `${level} ${where}: ${text}`);

/** The test edition with one question changed. */
function withQuestion(id: string, change: object): Edition {
  return {
    ...base,
    sections: base.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        question.id === id ? ({ ...question, ...change } as Question) : question,
      ),
    })),
  };
}

const option = (code: string, more: object = {}) => ({ code, label: sameText(code), ...more });

test.each(Object.values(editions).map((edition) => [edition.id, edition] as const))(
  'edition %s is fit for use',
  (_id, edition) => {
    const previous = edition.previous === undefined ? undefined : editions[edition.previous];
    expect(edition.previous === undefined || previous !== undefined).toBe(true);
    expect(find(edition, previous)).toEqual([]);
  },
);

test('the test edition is fit for use', () => expect(find(base)).toEqual([]));

const [band] = base.derived;
const [rule] = base.rules;
if (!band || !rule) throw new Error('The test edition has derived variables and rules');

describe('says what is wrong, and where', () => {
  test.each<[string, Edition, string, RegExp]>([
    ['an id used twice', withQuestion('cost', { id: 'title' }), 'title', /brukt flere ganger/],
    ['an id that files cannot hold', withQuestion('remarks', { id: 'Re marks' }), 'Re marks', /liten bokstav/],
    ['an id that addresses use', withQuestion('remarks', { id: 'page' }), 'page', /adresser/],
    [
      'a code used twice',
      withQuestion('asked', { options: [option('yes'), option('yes')] }),
      'asked',
      /«yes» er brukt flere ganger/,
    ],
    ['a code with a bar', withQuestion('asked', { options: [option('yes'), option('n|o')] }), 'asked', /understrek/],
    ['the code blank', withQuestion('asked', { options: [option('yes'), option('blank')] }), 'asked', /ubesvart/],
    ['a text missing', withQuestion('cost', { label: { nb: 'Kostnad', nn: 'Kostnad' } }), 'cost', /engelsk/],
    [
      'an empty text',
      withQuestion('cost', { help: { nb: 'Hjelp', nn: ' ', en: 'Help' } }),
      'cost',
      /«Hjelp» mangler på nynorsk/,
    ],
    [
      'a condition on a later question',
      withQuestion('title', { showIf: { question: 'cost', blank: true } }),
      'title',
      /«cost», som ikke kommer før/,
    ],
    [
      'a condition on itself',
      withQuestion('cost', { showIf: { question: 'cost', blank: true } }),
      'cost',
      /ikke kommer før/,
    ],
    [
      'a condition on nothing',
      withQuestion('cost', { showIf: { question: 'gone', blank: true } }),
      'cost',
      /«gone», som ikke finnes/,
    ],
    [
      'a condition on an unknown code',
      withQuestion('reach', { showIf: { question: 'shared', is: 'ja' } }),
      'reach',
      /«ja»/,
    ],
    [
      '`is` where several answers are possible',
      withQuestion('usesOther', { showIf: { question: 'uses', is: 'other' } }),
      'usesOther',
      /includes/,
    ],
    [
      '`includes` where one is',
      withQuestion('reach', { showIf: { question: 'shared', includes: 'yes' } }),
      'reach',
      /«is»/,
    ],
    [
      'a limit on what is not a number',
      withQuestion('reach', { showIf: { question: 'shared', above: 1 } }),
      'reach',
      /ikke et tall/,
    ],
    [
      'a date to compare words with',
      withQuestion('summary', { showIf: { question: 'title', before: '2026-01-01' } }),
      'summary',
      /ikke en dato/,
    ],
    [
      'a day that does not exist',
      withQuestion('to', { showIf: { question: 'from', before: '2026-02-30' } }),
      'to',
      /ikke en dato/,
    ],
    ['an empty condition', withQuestion('reach', { showIf: { all: [] } }), 'reach', /tom liste/],
    [
      'a known question with a condition',
      withQuestion('department', { showIf: { question: 'owner', blank: false } }),
      'department',
      /vilkår/,
    ],
    ['a facet of free text', withQuestion('title', { facet: true }), 'title', /facet/],
    ['a closed question in the search', withQuestion('remarks', { search: 'D' }), 'remarks', /lukket/],
    [
      'an excluding answer where one is possible',
      withQuestion('asked', { options: [option('yes', { exclusive: true })] }),
      'asked',
      /exclusive/,
    ],
    ['a limit that limits nothing', withQuestion('uses', { atMost: 5 }), 'uses', /atMost/],
    ['a question without answers', withQuestion('asked', { options: [] }), 'asked', /ingen svar/],
    ['a derived code that is not there', { ...base, derived: [{ ...band, otherwise: 'huge' }] }, 'band', /«huge»/],
    [
      'a derived code never given',
      { ...base, derived: [{ ...band, options: [...band.options, option('huge')] }] },
      'band',
      /Ingen tilfeller/,
    ],
    ['a derived variable of nothing', { ...base, derived: [{ ...band, askedWith: 'gone' }] }, 'band', /askedWith/],
    [
      'a derived variable that tells a closed answer',
      {
        ...base,
        derived: [
          { ...band, cases: band.cases.map((one) => ({ ...one, when: { question: 'remarks', blank: false } })) },
        ],
      },
      'band',
      /røper «remarks»/,
    ],
    ['a rule about nothing', { ...base, rules: [{ ...rule, questions: ['gone'] }] }, rule.id, /«gone»/],
    ['a rule without questions', { ...base, rules: [{ ...rule, questions: [] }] }, rule.id, /Nevn minst ett/],
    ['two rules with one id', { ...base, rules: [rule, rule] }, rule.id, /samme id/],
    [
      'publication by nothing',
      { ...base, publication: { ...base.publication, question: 'gone' } },
      'publication',
      /«gone»/,
    ],
    [
      'publication by an unknown code',
      { ...base, publication: { ...base.publication, whole: ['ja'] } },
      'publication',
      /«ja»/,
    ],
    [
      'publication both ways',
      { ...base, publication: { ...base.publication, inPart: ['all'] } },
      'publication',
      /både helt og delvis/,
    ],
    [
      'publication in part of nothing',
      { ...base, publication: { question: 'open', whole: ['all'], inPart: ['some'] } },
      'publication',
      /exemptFields/,
    ],
    [
      'fields that are no fields',
      { ...base, publication: { ...base.publication, exemptFields: 'cost' } },
      'publication',
      /liste av felt/,
    ],
    ['a highlight of nothing', { ...base, highlights: [['gone']] }, 'highlights', /«gone»/],
    ['a closed highlight', { ...base, highlights: [['mail']] }, 'highlights', /«mail»/],
    ['a role of nothing', { ...base, roles: { ...base.roles, title: 'gone' } }, 'roles', /«gone»/],
    ['a cost that is no amount', { ...base, roles: { ...base.roles, cost: 'title' } }, 'title', /beløp/],
    ['a closed name', { ...base, roles: { ...base.roles, title: 'mail' } }, 'roles', /lukket/],
    ['an owner that is asked', withQuestion('owner', { known: undefined }), 'owner', /known/],
  ])('%s', (_what, edition, where, text) => {
    const findings = checkEdition(edition);
    expect(findings.filter((finding) => finding.where === where).map((finding) => finding.text)).toEqual(
      expect.arrayContaining([expect.stringMatching(text)]),
    );
  });
});

describe('comparability with the edition before', () => {
  const next = (change: (question: Question) => object): Edition => ({
    ...base,
    id: 'next',
    previous: 'test',
    sections: base.sections.map((section) => ({
      ...section,
      questions: section.questions.map(
        (question) => ({ ...question, comparability: { with: 'same' }, ...change(question) }) as Question,
      ),
    })),
    derived: base.derived.map((variable) => ({ ...variable, comparability: { with: 'same' } })),
  });
  const at = (id: string, change: object) => next((question) => (question.id === id ? change : {}));

  test('nothing changed, all declared', () =>
    expect(
      find(
        next(() => ({})),
        base,
      ),
    ).toEqual([]));

  test.each<[string, Edition, RegExp]>([
    ['undeclared', at('cost', { comparability: undefined }), /comparability/],
    ['new, with an id that was used', at('cost', { comparability: { with: 'new' } }), /ble brukt/],
    ['the same as nothing', at('cost', { id: 'price' }), /ikke har det/],
    ['the same, with another limit', at('title', { maxLength: 5 }), /«maxLength»/],
    [
      'the same, with another code',
      at('asked', { options: [option('yes'), option('no'), option('maybe')] }),
      /et svar er lagt til/,
    ],
    [
      'another kind',
      at('cost', { kind: 'date', comparability: { with: 'note', note: sameText('n') } }),
      /Slaget er endret/,
    ],
    ['built on another', { ...next(() => ({})), previous: 'older' }, /bygger på «older»/],
  ])('%s', (_what, edition, text) => {
    expect(find(edition, base)).toEqual(expect.arrayContaining([expect.stringMatching(text)]));
  });

  test('a declared break may change everything', () => {
    const broken = at('cost', { kind: 'date', comparability: { with: 'break', note: sameText('Now a date') } });
    expect(find(broken, base).filter((text) => text.includes('Slaget'))).toEqual([]);
  });
});

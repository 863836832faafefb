import { describe, expect, test } from 'vitest';
import { publicRow } from './publish.ts';
import { concernOf, countedRow, subjectOf, tellableCodes } from './publish-counts.ts';
import { testEdition } from './testing.ts';
import { variablesOf } from './variables.ts';

const edition = testEdition;
const concerns = Object.fromEntries(variablesOf(edition).map((it) => [it.id, concernOf(edition, it)]));

test('each variable tells of one thing', () => {
  expect(concerns).toMatchObject({
    owner: 'who',
    department: 'who',
    member: 'who',
    words: 'who',
    open: 'publication',
    shared: 'what',
    uses: 'what',
    band: 'what',
    wide: 'what',
    cost: 'amount',
  });
});

test.each([
  [['shared', 'band', 'cost'], 'what'],
  [['owner', 'member', 'words'], 'who'],
  [['open'], 'what'],
  [[], 'what'],
  [['shared', 'gone'], 'what'],
  [['shared', 'owner'], 'both'],
  [['shared', 'member'], 'both'],
  [['shared', 'words'], 'both'],
  [['shared', 'open'], 'both'],
  [['owner', 'open'], 'both'],
  // Whether an amount was stated at all is an answer.
  [['owner', 'cost'], 'both'],
  [['open', 'cost'], 'both'],
])('numbers by %j are about %s', (variables, subject) => {
  expect(subjectOf(edition, variables)).toBe(subject);
});

describe('a measure withheld whole', () => {
  const known = { owner: '991825827', department: 'KMD', member: 'yes' };
  const answers = {
    title: 'T',
    mail: 'a@b.example',
    open: 'none',
    basis: 'ACT_1',
    summary: 'S',
    shared: 'no',
    cost: 7,
  };
  const { visibility, withheld = new Set<string>() } = publicRow(edition, { answers, known });
  const row = { answers, known, visibility, withheld };
  const codes = (told: Parameters<typeof countedRow>[2]) => {
    const counted = countedRow(edition, row, told, 'm');
    return Object.fromEntries(variablesOf(edition).map((it) => [it.id, it.codesOf(counted).codes.join()]));
  };

  test('is counted as withheld unless it is told together with others', () => {
    const apart = codes({ measures: new Set(), unanimous: new Set() });
    expect(apart).toMatchObject({
      owner: '991825827',
      member: 'yes',
      shared: 'withheld',
      wide: 'withheld',
      open: 'withheld',
    });
    const together = codes({ measures: new Set(['m']), unanimous: new Set() });
    expect(together).toMatchObject({ owner: '991825827', shared: 'no', band: 'small', open: 'none' });
    expect(together).toMatchObject({ words: 'withheld', cost: 'withheld' });
  });

  test('is not counted by what all agree on, nor by what tells of that', () => {
    const told = codes({ measures: new Set(['m']), unanimous: new Set(['wide']) });
    expect(told).toMatchObject({ shared: 'no', reach: 'withheld', wide: 'withheld', band: 'small' });
  });

  test('is compared by all that counts may tell of it', () => {
    const compared = tellableCodes(edition, { answers, known });
    expect([...compared.keys()]).toEqual(
      Object.keys(concerns).filter((id) => concerns[id] === 'what' || concerns[id] === 'amount'),
    );
    expect([compared.get('shared'), compared.get('reach'), compared.get('uses')]).toEqual([['no'], [], ['blank']]);
    // Of an amount whether it is there: that all of them state it, or none does, would be told of each.
    const { cost: _, ...without } = answers;
    const stated = [answers, without].map((all) => tellableCodes(edition, { answers: all, known }).get('cost'));
    expect(stated).toEqual([['answered'], ['blank']]);
  });

  test('that no amount is stated is told as an answer, unless all agree on that', () => {
    const { cost: _, ...without } = answers;
    const counted = (unanimous: ReadonlySet<string>) =>
      countedRow(edition, { ...row, answers: without }, { measures: new Set(['m']), unanimous }, 'm').withheld?.has(
        'cost',
      );
    expect([counted(new Set()), counted(new Set(['cost'])), counted(new Set(['band']))]).toEqual([false, true, true]);
  });
});

import { editions } from '@samblikk/questionnaire';
import { describe, expect, it } from 'vitest';
import { computeReport, type ReportSource } from './compute.ts';
import { sentenceOf, textOf } from './sentence.ts';
import { dataset2019, edition2019, population2019, published2019 } from './survey-2019.ts';

const asked = population2019.map(({ ministry = '', answered }) => ({ ministry, answered: answered === 'yes' }));
const source: ReportSource = {
  edition: edition2019,
  editions,
  countedBy: () => dataset2019,
  asked,
  invited: 73,
  answered: 67,
  published: published2019.totals,
};
const report = computeReport(source);
const said = (id: string) => {
  const found = report.statements.find(({ statement }) => statement.id === id);
  return found && textOf(sentenceOf(found.statement.text, 'nb', found.said) ?? []).replaceAll('\u00a0', ' ');
};

describe('the report of 2019, computed', () => {
  it('gives every published total', () => {
    expect(report.published).toHaveLength(published2019.totals.length);
    for (const { what, published, computed } of report.published) expect(computed, what).toBe(published);
  });

  // The mistakes of the note, by the numbers that were published.
  it('says what the note said wrong', () => {
    expect(said('involved-whole')).toMatch(/^218 tiltak .*, 186 er .*, og 28 har .* Til sammen er det 432 tiltak\.$/);
    expect(said('shared-either')).toMatch(/275 av de 432 tiltakene utvikle .*: 64 prosent av de 432\.$/);
    expect(said('cost-each')).toMatch(/og 12 prosent av de 317 koster over 100 mill\. kroner\.$/);
    expect(said('cost-stated')).toBe(
      '317 av de 432 tiltakene har oppgitt kostnadsramme. 115 har ikke gjort det: 27 prosent av de 432.',
    );
    expect(said('funding-each')).toMatch(
      /til sammen mangler 28 prosent av de 418 hel eller delvis finansiering\. 14 tiltak/,
    );
    expect(said('running-lacking-cost')).toMatch(/^33 av de 48 tiltakene .*, 7 av de 48 .*, og 8 av de 48/);
    expect(said('coherent-skate')).toMatch(
      /44 prosent av de \d+ tiltakene som virksomheter i Skate .* prosent av de \d+/,
    );
  });

  it.each(['nb', 'nn', 'en'] as const)('names the base of every share, in %s', (language) => {
    for (const { statement, said } of report.statements) {
      const text = textOf(sentenceOf(statement.text, language, said) ?? []);
      expect(text, statement.id).toMatch(/^\d.*\.$|^\p{Lu}.*\d.*\.$/u);
      for (const share of text.split(/(?:prosent|per cent)/).slice(1))
        expect(share, statement.id).toMatch(/^ (av de|av dei|of the) \d/);
    }
  });

  it('is held against 2018 where the questions compare, and says so where they do not', () => {
    expect(report.series.get('effects')?.breaks).toMatchObject([{ from: 2018, to: 2019 }]);
    const cost = report.series.get('cost-bands');
    expect(cost?.breaks).toEqual([]);
    const over = cost?.lines.find(({ codes }) => codes[0] === 'over100m');
    expect(over?.pieces.map((piece) => piece.map(({ value }) => value && Math.round(value)))).toEqual([[5, 12]]);
    expect(cost?.years.map(({ n }) => n)).toEqual([395, 317]);
  });

  it('counts agencies by ministry', () => {
    expect(report.response?.reduce((sum, one) => sum + one.asked, 0)).toBe(73);
    expect(report.response?.reduce((sum, one) => sum + one.answered, 0)).toBe(67);
    expect(computeReport({ ...source, answered: 66 }).response).toBeUndefined();
  });
});

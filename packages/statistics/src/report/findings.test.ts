import { describe, expect, it } from 'vitest';
import { count } from '../count.ts';
import { datasetFrom } from '../dataset.ts';
import { computeFigure } from '../figure.ts';
import { provenanceOf } from '../provenance.ts';
import { publication2019 } from './2019.ts';
import { findingOf } from './findings.ts';
import { figuresOf } from './index.ts';
import { dataset2019, edition2019, rows2019 } from './survey-2019.ts';

const languages = ['nb', 'nn', 'en'] as const;
const said = (dataset: typeof dataset2019, language: (typeof languages)[number]) =>
  new Map(
    figuresOf(dataset).map((figure) => {
      const finding = findingOf(figure.id, computeFigure(figure, dataset), language);
      return [
        figure.id,
        finding
          ?.map(({ text }) => text)
          .join('')
          .replaceAll('\u00a0', ' '),
      ];
    }),
  );

describe('what the figures say', () => {
  it('is what the note says of 2019, in words of our own', () => {
    const nb = said(dataset2019, 'nb');
    expect(nb.get('effects')).toMatch(
      / økt kvalitet på virksomhetens tjenester: 64 prosent av de 431 tiltakene som har oppgitt forventede effekter\.$/,
    );
    expect(nb.get('beneficiaries')).toMatch(/^50 prosent av de 432 tiltakene skal .*ansatte/);
    expect(nb.get('cost-bands')).toBe(
      '56 prosent av de 317 tiltakene som har oppgitt kostnadsramme, koster under 10 mill. kroner.',
    );
    expect(nb.get('funding')).toBe('301 av de 418 tiltakene som har svart på om de har finansiering, er finansiert.');
    expect(nb.get('phases-by-funding')).toMatch(
      /^219 av de 432 tiltakene er i gjennomføringsfasen og er finansiert\.$/,
    );
    expect(nb.get('innovation')).toBe('47 prosent av de 432 tiltakene er i noen grad nyskapende.');
    expect(nb.get('shared-solutions')).toMatch(
      /^192 av de 432 tiltakene skal utvikle .* og 179 av de 432 skal gjenbruke/,
    );
    expect(nb.get('involved')).toMatch(/67 av de 218 tiltakene som involverer andre virksomheter\.$/);
  });

  it.each(languages)('is said of every figure in %s, with no slot left open', (language) => {
    for (const [id, sentence] of said(dataset2019, language)) {
      expect(sentence, id).toMatch(/^[A-ZÆØÅ\d].*\d.*\.$/s);
      expect(sentence, id).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  it('leads from each number to as many measures', () => {
    for (const figure of figuresOf(dataset2019)) {
      const table = computeFigure(figure, dataset2019);
      const parts = findingOf(figure.id, table, 'nb') ?? [];
      const linked = parts.flatMap((part, at) => (part.measures ? [{ ...part, next: parts[at + 1]?.text }] : []));
      // The number and its base.
      expect(linked.length, figure.id).toBeGreaterThan(1);
      for (const { text, measures = {}, next } of linked) {
        const n = count(dataset2019, measures);
        const shown = next?.endsWith('prosent') ? Math.round((100 * n) / table.n) : n;
        expect(String(shown), figure.id).toBe(text);
      }
    }
  });

  // The numbers of the note, and those that are not in it, as one reads them there.
  it.each([
    ['measures-per-ministry', ['73 invented', '432 published']],
    ['effects', ['64 published', '431 invented']],
    ['beneficiaries', ['50 published', '432 published']],
    ['cost-bands', ['56 published', '317 published']],
    ['funding', ['301 published', '418 published']],
    ['phases', ['272 invented', '432 published']],
    ['innovation', ['47 published', '432 published']],
    ['shared-solutions', ['192 published', '432 published', '179 published', '432 published']],
    ['involved', ['67 published', '218 published']],
  ])('says of each number of %s whether it is published', (id, origins) => {
    const figure = figuresOf(dataset2019).find((one) => one.id === id);
    const table = figure && computeFigure(figure, dataset2019);
    const provenance = table && provenanceOf(table, dataset2019, publication2019);
    const finding = provenance && findingOf(id, { ...table, provenance }, 'nb');
    expect(finding?.flatMap(({ text, origin }) => (origin ? [`${text} ${origin}`] : []))).toEqual(origins);
    expect(table && findingOf(id, table, 'nb')?.some(({ origin }) => origin)).toBe(false);
  });

  it('follows the numbers: another largest category makes another sentence', () => {
    const costly = rows2019.filter(({ answers }) => Number(answers.totalCost) > 100_000_000);
    const dataset = datasetFrom(edition2019, costly);
    expect(said(dataset, 'nb').get('cost-bands')).toBe(
      `100 prosent av de ${costly.length} tiltakene koster over 100 mill. kroner.`,
    );
    expect(said(datasetFrom(edition2019, costly.slice(0, 1)), 'en').get('phases')).toMatch(/^1 of 1 measure is in the/);
  });

  it('is nothing where nothing is counted', () => {
    const empty = datasetFrom(edition2019, []);
    for (const [id, sentence] of said(empty, 'nb')) if (id !== 'shared-solutions') expect(sentence, id).toBeUndefined();
  });
});

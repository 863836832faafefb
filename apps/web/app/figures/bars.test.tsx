import { type Edition, editionOf } from '@samblikk/questionnaire';
import { datasetFrom, type TableQuery, tableOf, toJsonStat } from '@samblikk/statistics';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAllMessages, Messages } from '../i18n/index.ts';
import { Bars } from './bars.tsx';
import { readDataset } from './dataset.ts';

const rows = [
  { answers: { phase: 'idea', funding: 'yes', effects: ['efficiency', 'other'] }, known: {} },
  { answers: { phase: 'idea', funding: 'no', effects: ['efficiency'] }, known: {} },
  { answers: { phase: 'planning', funding: 'yes', effects: ['decisionSupport'] }, known: {} },
];
const dataset = datasetFrom(editionOf('2019') as Edition, rows);

beforeAll(() => loadAllMessages('nb'));

function draw(query: TableQuery): HTMLElement {
  const read = readDataset(JSON.parse(JSON.stringify(toJsonStat(tableOf(dataset, query), 'nb'))));
  const page = (
    <MemoryRouter>
      <Messages>
        <Bars dataset={read} label="Prøve" />
      </Messages>
    </MemoryRouter>
  );
  return render(page).container;
}

const texts = (of: HTMLElement, selector: string) => [...of.querySelectorAll(selector)].map((one) => one.textContent);
const widths = (of: Element | undefined) =>
  [...(of?.querySelectorAll('rect') ?? [])].map((one) => one.getAttribute('width'));

describe('bars', () => {
  it('are as wide as the room, with counts and their share, and labels that are not cut', () => {
    const drawn = draw({ rows: 'phase' });
    const [idea, , planning] = drawn.querySelectorAll('.bar-track');
    expect([widths(idea), widths(planning)]).toEqual([['100%'], ['50%']]);
    expect(texts(drawn, '.bar-value').slice(0, 3)).toEqual(['2 (67\u00a0%)', '0 (0\u00a0%)', '1 (33\u00a0%)']);
    expect(texts(drawn, '.bar-label')).toContain('Drift og evt. kontinuerlig videreutvikling (smidig/agil)');
  });

  it('are stacked where the parts make up the row, told by a legend with the variable’s name and by patterns', () => {
    const drawn = draw({ rows: 'phase', columns: 'funding' });
    expect(widths([...drawn.querySelectorAll('.bar-track')][0])).toEqual(['50%', '50%']);
    expect(texts(drawn, '.bar-legend li')).toEqual(['Finansiering:', 'Ja', 'Nei', 'Delvis']);
    const fills = [...drawn.querySelectorAll('.bar-legend rect')].map((one) => one.getAttribute('fill'));
    const patterns = [...drawn.querySelectorAll('pattern')].map(({ id }) => `url(#${id})`);
    expect(patterns).toContain(fills[1]);
    expect(texts(drawn, '.bar-number')).toEqual(['1', '1', '1']);
  });

  it('stand side by side where a measure may be in several parts', () => {
    const drawn = draw({ rows: 'phase', columns: 'effects' });
    expect(drawn.querySelector('.bar-legend')).toBeNull();
    expect(texts(drawn, '.bar-group-title').slice(0, 1)).toEqual(['Idé']);
  });
});

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
        <Bars dataset={read} label="Prøve" />
      </Messages>
    </MemoryRouter>
  );
  return render(page).container;
}

describe('bars', () => {
  it('are named pictures in two widths, whose ids differ also where the same stands twice', () => {
    const drawn = draw({ rows: 'phase', columns: 'funding' });
    const pictures = [...drawn.querySelectorAll('svg')];
    expect(pictures.map((one) => one.getAttribute('width'))).toEqual(['300', '560', '300', '560']);
    for (const picture of pictures) {
      const [title, description] = (picture.getAttribute('aria-labelledby') ?? '').split(' ');
      expect(drawn.querySelector(`title#${title}`)?.textContent).toBe('Prøve');
      expect(drawn.querySelector(`desc#${description}`)?.textContent).toContain('Idé: Ja 1, Nei 1, Delvis 0 (2).');
    }
    const ids = [...drawn.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stand in a chart for each layer', () => {
    const drawn = draw({ rows: 'phase', columns: 'funding', layers: 'effects' });
    const titles = [...drawn.querySelectorAll('.chart-wide title')].map((one) => one.textContent);
    expect(titles.slice(0, 2)).toEqual(
      [...drawn.querySelectorAll('h3')].slice(0, 2).map((one) => `Prøve: ${one.textContent}`),
    );
  });
});

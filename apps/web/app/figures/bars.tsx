import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useLanguage, useText } from '../i18n/index.ts';
import type { Dataset } from './dataset.ts';
import { showValue } from './value.ts';

const rowHeight = 46;
const groupTitle = 30;
const groupRow = 26;
const groupGap = 14;

/**
 * Horizontal bars, drawn on the server. Text has its own size in pixels and bars their share of the width, so the picture
 * fits any screen without shrinking its letters. For screen readers it is one picture with a name; the table beside it has
 * every number.
 */
export function Bars({ dataset, label }: { dataset: Dataset; label: string }) {
  const id = useId();
  const t = useText();
  const language = useLanguage();
  const values = dataset.rows.flatMap((row) => row.cells.map((cell) => cell.value ?? 0));
  // Bars stop at 76 % of the width: the number stands at the end of the longest one.
  const scale = scaleLinear([0, Math.max(...values, 1)], [0, 76]);
  const grouped = dataset.columns.length > 0;
  const step = grouped ? groupTitle + dataset.columns.length * groupRow + groupGap : rowHeight;
  return (
    <svg
      className="bars"
      role="img"
      aria-labelledby={id}
      width="100%"
      height={dataset.rows.length * step + 4}
      focusable="false"
    >
      <title id={id}>{t('figure.barTitle', { title: label })}</title>
      {dataset.rows.map(({ category, cells }, row) => (
        <g key={category.code}>
          <text className="bar-label" x="0" y={row * step + 15}>
            {shorten(category.label, 46)}
          </text>
          {cells.map((cell, column) => {
            const y = row * step + (grouped ? groupTitle + column * groupRow - 8 : 22);
            const height = grouped ? 18 : 16;
            const width = scale(cell.value ?? 0);
            const name = dataset.columns[column]?.label;
            const text = `${showValue(cell, dataset.unit, language)}${name ? `  ${shorten(name, 28)}` : ''}`;
            return (
              <g key={dataset.columns[column]?.code ?? ''}>
                <rect className={`bar bar-${column % 5}`} x="0" y={y} width={`${width}%`} height={height} rx="2" />
                <text
                  className={grouped && width > 40 ? 'bar-value bar-inside' : 'bar-value'}
                  {...place(grouped, width)}
                  y={y + height - 4}
                >
                  {text}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** Text after the bar; where a named bar leaves too little room behind it, inside. */
function place(grouped: boolean, width: number) {
  return grouped && width > 40 ? { x: '0', dx: 8 } : { x: `${width}%`, dx: 8 };
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

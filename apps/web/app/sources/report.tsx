import type { DeliveryReport } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { measurePath } from '../ui/index.ts';
import { useSaid } from './source-state.tsx';
import { useSourceText } from './texts.ts';

const colors = {
  created: 'success',
  carriedForward: 'success',
  changed: 'info',
  unchanged: 'neutral',
  left: 'warning',
  skipped: 'neutral',
} as const;

/** What a delivery brought, or would bring: row by row what was taken, what stands against what, and what was not understood. */
export function Report({ report }: { report: DeliveryReport }) {
  const s = useSourceText();
  const { delivery, fault, rows, notListed, gone } = report;
  const said = useSaid(delivery);
  return (
    <>
      {fault !== null && (
        <p className="ds-alert" data-color="warning">
          {s('fault', { reason: fault })}
        </p>
      )}
      {delivery.outcome === 'taken' && (
        <>
          <p>{said}</p>
          <h2 className="ds-heading" data-size="xs">
            {s('rows', { count: rows.length })}
          </h2>
        </>
      )}
      <ul className="measure-cards">
        {rows.map((row) => (
          <Row key={`${row.sheet} ${row.row}`} row={row} year={delivery.year} />
        ))}
      </ul>
      {gone.length > 0 && (
        <p>
          {s('gone', { count: gone.length, names: gone.map(({ number, title }) => `${number} ${title}`).join('; ') })}
        </p>
      )}
      {notListed > 0 && <p className="small subtle">{s('notListed', { count: notListed })}</p>}
    </>
  );
}

function Row({ row, year }: { row: DeliveryReport['rows'][number]; year: number | null }) {
  const s = useSourceText();
  const to = useHref();
  const { result, why, title, number, measure, taken, conflicts, issues } = row;
  const text = (words: string | null) => words ?? s('blank');
  const named = (label: string) => (/[?!:.]$/.test(label) ? label : `${label}:`);
  return (
    <li className="measure-card">
      <div className="measure-card-head">
        <h3 className="ds-heading" data-size="2xs">
          {[number, title ?? s('untitled')].filter(Boolean).join(' · ')}
        </h3>
        <span className="ds-tag" data-color={colors[result]} data-size="sm">
          {s(`result.${result}`)}
        </span>
      </div>
      <p className="small subtle">{s('row', { row: row.row, sheet: row.sheet ?? 'none' })}</p>
      {measure && year !== null && (
        <p className="small">
          <Link to={to(measurePath(year, measure))} aria-label={`${s('openForm')} ${number ?? ''}`}>
            {s('openForm')}
          </Link>
        </p>
      )}
      {why !== null && <p>{s(`why.${why}`)}</p>}
      {conflicts.length > 0 && (
        <ul className="source-lines">
          {conflicts.map(({ question, label, from, to: said, settled }) => (
            <li key={question}>
              {s(settled ? 'settled' : 'conflict', { label: named(label), from: text(from), to: said })}
            </li>
          ))}
        </ul>
      )}
      {taken.length > 0 && (
        <ul className="source-lines small">
          {taken.map(({ question, label, from, to: said }) => (
            <li key={question}>
              {from === null
                ? s('tookNew', { label: named(label), to: said })
                : s('tookChange', { label: named(label), from, to: said })}
            </li>
          ))}
        </ul>
      )}
      {issues.length > 0 && (
        <ul className="source-lines small">
          {issues.map(({ text: words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

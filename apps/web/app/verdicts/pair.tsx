import type { DoublesToJudge } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { formatNumber, Norwegian, useHref, useLanguage } from '../i18n/index.ts';
import { useVerdictText } from './texts.ts';

export type PairToJudge = DoublesToJudge['pairs'][number];

/** Two measures beside each other, as everyone reads them, and what they have in common. @param children what is said of them */
export function Pair({ pair, year, children }: { pair: PairToJudge; year: number; children: ReactNode }) {
  const s = useVerdictText();
  const language = useLanguage();
  const { measures, words, shared, likeness } = pair;
  return (
    <>
      {measures.map((measure) => (
        <Side key={measure.number} measure={measure} year={year} />
      ))}
      <ul className="double-why small">
        {likeness !== null && <li>{s('likeness', { percent: formatNumber(Math.round(100 * likeness), language) })}</li>}
        {words.length > 0 && (
          <li>
            <Norwegian>{s('words', { words: words.join(', ') })}</Norwegian>
          </li>
        )}
        {shared.map(({ id, label, values }) => (
          <li key={id}>{s('shared', { label, values: values.map((value) => value.label).join(', ') })}</li>
        ))}
      </ul>
      {children}
    </>
  );
}

function Side({ measure, year }: { measure: PairToJudge['measures'][number]; year: number }) {
  const s = useVerdictText();
  const to = useHref();
  const { number, title, summary, agency, ministry } = measure;
  return (
    <div className="double-side">
      <p className="small subtle">{`${agency.label} · ${ministry.label}`}</p>
      <h3 className="ds-heading" data-size="2xs">
        <a href={to(`/tiltak/${number}?round=${year}`)} target="_blank" rel="noreferrer">
          {title ? <Norwegian>{title}</Norwegian> : s('untitled', { number })}
          <span className="visually-hidden">{` ${s('newTab')}`}</span>
        </a>
      </h3>
      {summary && (
        <p>
          <Norwegian>{summary}</Norwegian>
        </p>
      )}
      <p className="small subtle">{number}</p>
    </div>
  );
}

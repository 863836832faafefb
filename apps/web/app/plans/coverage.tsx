import type { FinancingPlanView } from '@samblikk/contract/client';
import { formatNumber, useLanguage } from '../i18n/index.ts';
import { PlanTable } from './table.tsx';
import { usePlanText } from './texts.ts';

type Coverage = FinancingPlanView['coverage'];
type Amounts = Coverage['total'];

/** Who bears what, and what is missing: by actor and phase, year and source. */
export function CoverageTables({ coverage }: { coverage: Coverage }) {
  const s = usePlanText();
  const language = useLanguage();
  const { total, actor, phase, year, source } = coverage;
  const kroner = (amount: number) => formatNumber(amount, language);
  if (actor.length === 0) return <p>{s('noLines')}</p>;
  return (
    <>
      <Lacking total={total} />
      {total.unknown > 0 && <p className="small">{s('unknown', { count: total.unknown })}</p>}
      <PlanTable id="by-actor" title={s('byActor')}>
        <thead>
          <tr>
            <th scope="col">{s('actor')}</th>
            {phase.map(({ key, label }) => (
              <th key={key} scope="col" className="number">
                {label ?? s('severalPhases')}
              </th>
            ))}
            <AmountHeads />
          </tr>
        </thead>
        <tbody>
          {actor.map(({ key, label, phases, ...amounts }) => (
            <tr key={key}>
              <th scope="row">{label ?? s('shared')}</th>
              {phases.map((part) => (
                <td key={part.key} className="number">
                  {part.cost === 0 && part.funding === 0
                    ? '–'
                    : s('cell', { cost: kroner(part.cost), funding: kroner(part.funding) })}
                </td>
              ))}
              <AmountCells of={amounts} />
            </tr>
          ))}
          <tr className="grid-total">
            <th scope="row">{s('total')}</th>
            {phase.map(({ key, cost, funding }) => (
              <td key={key} className="number">
                {s('cell', { cost: kroner(cost), funding: kroner(funding) })}
              </td>
            ))}
            <AmountCells of={total} />
          </tr>
        </tbody>
      </PlanTable>
      <PlanTable id="by-year" title={s('byYear')}>
        <thead>
          <tr>
            <th scope="col">{s('year')}</th>
            <AmountHeads />
          </tr>
        </thead>
        <tbody>
          {year.map(({ key, label, ...amounts }) => (
            <tr key={key}>
              <th scope="row">{label ?? s('severalYears')}</th>
              <AmountCells of={amounts} />
            </tr>
          ))}
          <tr className="grid-total">
            <th scope="row">{s('total')}</th>
            <AmountCells of={total} />
          </tr>
        </tbody>
      </PlanTable>
      {source.length > 0 && (
        <PlanTable id="by-source" title={s('bySource')}>
          <thead>
            <tr>
              <th scope="col">{s('source')}</th>
              <th scope="col" className="number">
                {s('funding')}
              </th>
            </tr>
          </thead>
          <tbody>
            {source.map(({ code, label, kroner: amount, unknown }) => (
              <tr key={code}>
                <th scope="row">{label}</th>
                <td className="number">{amount === 0 && unknown > 0 ? s('notKnown') : kroner(amount)}</td>
              </tr>
            ))}
            <tr className="grid-total">
              <th scope="row">{s('total')}</th>
              <td className="number">{kroner(total.funding)}</td>
            </tr>
          </tbody>
        </PlanTable>
      )}
    </>
  );
}

/** In one sentence, what is missing. */
export function Lacking({ total: { gap } }: { total: Pick<Amounts, 'gap'> }) {
  const s = usePlanText();
  const language = useLanguage();
  const amount = formatNumber(Math.abs(gap), language);
  return <p className="lead">{gap < 0 ? s('over', { amount }) : s('lacking', { kroner: gap, amount })}</p>;
}

function AmountHeads() {
  const s = usePlanText();
  return (['cost', 'funding', 'gap'] as const).map((column) => (
    <th key={column} scope="col" className="number">
      {s(column)}
    </th>
  ));
}

function AmountCells({ of }: { of: Amounts }) {
  const language = useLanguage();
  return (['cost', 'funding', 'gap'] as const).map((column) => (
    <td key={column} className="number">
      {formatNumber(of[column], language)}
    </td>
  ));
}

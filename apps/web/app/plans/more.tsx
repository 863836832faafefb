import type { FinancingPlanView } from '@samblikk/contract/client';
import { costOfOthersNames } from '@samblikk/financing';
import { formatNumber, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { PlanTable } from './table.tsx';
import { usePlanText } from './texts.ts';

const verdictColors = { fits: 'success', unsure: 'info', doesNotFit: 'neutral' } as const;

/** What the plan may use by the rules, how much, and why not. */
export function MayUse({ view: { schemes } }: { view: FinancingPlanView }) {
  const s = usePlanText();
  const to = useHref();
  const language = useLanguage();
  return (
    <>
      <p>{s('schemesLead')}</p>
      <ul className="plan-schemes">
        {schemes.map(({ id, name, verdict, rules }) => {
          // One rule alone, or those that say the same as the scheme does.
          const told = rules.filter((rule) => rule.verdict.code === verdict.code);
          const said = new Map(
            told
              .flatMap(({ against, missing, notes }) => [...against, ...missing, ...notes])
              .map((one) => [one.label, one]),
          );
          const most = Math.max(...told.map(({ atMost }) => atMost ?? 0));
          return (
            <li key={id}>
              <p>
                <strong>{name}</strong>{' '}
                <span className="ds-tag" data-size="sm" data-color={verdictColors[verdict.code]}>
                  {verdict.label}
                </span>
              </p>
              {most > 0 && <p className="small">{s('atMost', { kroner: formatNumber(most, language) })}</p>}
              {[...said.keys()].map((label) => (
                <p key={label} className="small">
                  {label}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
      <p>
        <a href={to('/finansiering/ordninger')}>{s('allSchemes')}</a>
      </p>
    </>
  );
}

const frameRows = ['baseCost', 'expectedAddition', 'steeringFrame', 'reserve', 'costFrame'] as const;

/** How sure the cost is, in kroner of the price year, and of another year by the index that the plan states. */
export function FrameTable({ view: { frame, converted } }: { view: FinancingPlanView }) {
  const s = usePlanText();
  const language = useLanguage();
  if (frame === null) return <p>{s('noFrame')}</p>;
  const kroner = (amount: number | null) => (amount === null ? '–' : formatNumber(amount, language));
  return (
    <PlanTable id="frame" title={s('frames')}>
      <thead>
        <tr>
          <th scope="col">{s('what')}</th>
          <th scope="col" className="number">
            {s('kronerOf', { year: frame.priceYear })}
          </th>
          {converted && (
            <th scope="col" className="number">
              {s('byIndex', { year: converted.priceYear, index: converted.index })}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {frameRows.map((row) => (
          <tr key={row}>
            <th scope="row">{s(row)}</th>
            <td className="number">{kroner(frame[row])}</td>
            {converted && <td className="number">{kroner(converted[row])}</td>}
          </tr>
        ))}
      </tbody>
    </PlanTable>
  );
}

/** What those who are no actors must pay. */
export function Others({ view: { plan } }: { view: FinancingPlanView }) {
  const s = usePlanText();
  const pick = usePick();
  if (plan.costsOfOthers.length === 0) return null;
  return (
    <section className="hub-section" aria-labelledby="others">
      <h2 className="ds-heading" data-size="sm" id="others">
        {s('others')}
      </h2>
      <ul>
        {plan.costsOfOthers.map(({ id, who, what, text }) => (
          <li key={id}>
            {[`${who}: ${pick(costOfOthersNames[what])}`, text].filter((said) => said !== '').join('. ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { FinancingPlanView } from '@samblikk/contract/client';
import { formatNumber, useLanguage } from '../i18n/index.ts';
import { PlanTable } from './table.tsx';
import { usePlanText } from './texts.ts';

/** Each shared cost by the plan’s key, with other keys beside it, and what each bears of all. */
export function Sharing({ view: { pools, bears, plan, population } }: { view: FinancingPlanView }) {
  const s = usePlanText();
  const language = useLanguage();
  const kroner = (amount: number) => formatNumber(amount, language);
  if (pools.length === 0) return <p>{s('noPools')}</p>;
  return (
    <>
      {pools.map(({ id, name, amount, actors, keys }) => (
        <div key={id}>
          <PlanTable id={`pool-${id}`} title={s('pool', { name, amount: kroner(amount), key: keys[0]?.label ?? '' })}>
            <thead>
              <tr>
                <th scope="col">{s('actor')}</th>
                {keys.map(({ key, label }, place) => (
                  <th key={key} scope="col" className="number">
                    {place === 0 ? s('theKey', { key: label }) : label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {actors.map((actor, place) => (
                <tr key={actor.id}>
                  <th scope="row">{actor.name}</th>
                  {keys.map(({ key, shares }) => (
                    <td key={key} className="number">
                      {shares?.[place] ? kroner(shares[place].kroner) : '–'}
                    </td>
                  ))}
                </tr>
              ))}
              <tr className="grid-total">
                <th scope="row">{s('total')}</th>
                {keys.map(({ key, shares }) => (
                  <td key={key} className="number">
                    {shares ? kroner(amount) : '–'}
                  </td>
                ))}
              </tr>
            </tbody>
          </PlanTable>
          {keys.map(({ key, label, fault }) => fault !== null && <p key={key}>{`${label}: ${fault}`}</p>)}
        </div>
      ))}
      {bears && pools.length > 1 && (
        <PlanTable id="bears" title={s('bears')}>
          <tbody>
            {bears.map(({ id, name, kroner: amount }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="number">{kroner(amount)}</td>
              </tr>
            ))}
          </tbody>
        </PlanTable>
      )}
      <p className="small subtle">{s('inhabitants', { year: plan.population, source: population.source })}</p>
    </>
  );
}

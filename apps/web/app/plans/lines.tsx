import type { FinancingPlanView, SavedPlan } from '@samblikk/contract/client';
import { costTypeNames, fundingSourceNames, phaseNames } from '@samblikk/financing';
import { formatNumber, useLanguage, usePick } from '../i18n/index.ts';
import { PlanTable } from './table.tsx';
import { usePlanText } from './texts.ts';

type Line = SavedPlan['costs'][number] | SavedPlan['funding'][number];

/** Every line of the plan: what it costs, and where the money is from. */
export function Lines({ view: { plan, actors } }: { view: FinancingPlanView }) {
  const s = usePlanText();
  return (
    <>
      {plan.costs.length > 0 && <LineTable id="cost-lines" title={s('costs')} lines={plan.costs} actors={actors} />}
      {plan.funding.length > 0 && (
        <LineTable id="funding-lines" title={s('fundings')} lines={plan.funding} actors={actors} />
      )}
    </>
  );
}

function LineTable({
  id,
  title,
  lines,
  actors,
}: {
  id: string;
  title: string;
  lines: readonly Line[];
  actors: FinancingPlanView['actors'];
}) {
  const s = usePlanText();
  const pick = usePick();
  const amountText = useAmountText();
  const nameOf = (actor: string) => actors.find((one) => one.id === actor)?.name ?? actor;
  return (
    <PlanTable id={id} title={title}>
      <thead>
        <tr>
          <th scope="col">{s('what')}</th>
          <th scope="col" className="number">
            {s('kroner')}
          </th>
          <th scope="col">{s('actor')}</th>
          <th scope="col">{s('year')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <span>{pick('type' in line ? costTypeNames[line.type] : fundingSourceNames[line.from])}</span>
              <span className="plan-detail">
                {[
                  ...('giver' in line && line.giver !== null ? [s('givenBy', { name: nameOf(line.giver) })] : []),
                  line.phases.map((phase) => pick(phaseNames[phase])).join(', '),
                ].join('. ')}
              </span>
              {line.note !== '' && <span className="plan-detail">{line.note}</span>}
            </th>
            <td className="number">{amountText(line)}</td>
            <td>{line.actors.map(nameOf).join(', ')}</td>
            <td>
              {line.years === null
                ? ''
                : line.years.from === line.years.to
                  ? line.years.from
                  : `${line.years.from}–${line.years.to}`}
            </td>
          </tr>
        ))}
      </tbody>
    </PlanTable>
  );
}

/** An amount of a line for a person. */
export function useAmountText() {
  const s = usePlanText();
  const language = useLanguage();
  return ({ amount, about }: { amount: number | null; about: boolean }): string => {
    if (amount === null) return s('notKnown');
    const said = formatNumber(amount, language);
    return about ? s('aboutAmount', { amount: said }) : said;
  };
}

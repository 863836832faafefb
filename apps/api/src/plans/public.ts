import type { PublicFinancingPlan, SavedPlan } from '@samblikk/contract';
import {
  actorTypeNames,
  compareKeys,
  costOfOthersNames,
  costTypeNames,
  coverageOf,
  fundingSourceNames,
  parseKey,
  phaseNames,
  principleNames,
} from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';
import { keyLabel, type Sharers } from '../financing/index.ts';
import { asFinancing, sharingActors, typeOf } from './as-financing.ts';
import { frameReply } from './view.ts';

type Content = Omit<PublicFinancingPlan, 'number' | 'title' | 'openedAt'>;
type Line = PublicFinancingPlan['lines'][number];

/**
 * What the public sees of a plan: the only way out. A line is told when everyone it concerns is open, the giver of a grant too. What is of the
 * plan as a whole (gap, frame, shared pools, what others pay) is told when every actor is open: of all but one, a sum would tell of the last.
 * Names of plan and lines, notes, and the numbers that keys count by are never told.
 * @param open the actors that the lead has opened
 */
export function publicPlan(
  plan: SavedPlan,
  open: readonly string[],
  lead: string | undefined,
  { sharers, nameOf, language }: { sharers: Sharers; nameOf: (id: string) => string; language: Language },
): Content {
  const opened = new Set(open);
  const isOpen = (ids: readonly string[]) => ids.every((id) => opened.has(id));
  const costs = plan.costs.filter(({ actors }) => isOpen(actors));
  const funding = plan.funding.filter(({ actors, giver }) => isOpen([...actors, ...(giver === null ? [] : [giver])]));
  const sums = (of: Pick<SavedPlan, 'costs' | 'funding'>) => {
    const { total } = coverageOf(asFinancing({ ...plan, ...of }, sharers, lead), 'phase');
    return { cost: total.cost, funding: total.funding };
  };
  const whole = isOpen(plan.actors.map(({ id }) => id));
  return {
    actors: plan.actors
      .filter(({ id }) => opened.has(id))
      .map(({ id }) => {
        const type = typeOf(id, sharers);
        const alone = ({ actors }: { actors: readonly string[] }) => actors.length === 1 && actors[0] === id;
        return {
          ...{ id, name: nameOf(id), type: { code: type, label: actorTypeNames[type][language] }, lead: id === lead },
          sums: sums({ costs: costs.filter(alone), funding: funding.filter(alone) }),
        };
      }),
    lines: linesOf({ costs, funding }, nameOf, language),
    sums: sums({ costs, funding }),
    whole: whole ? wholeOf(plan, { sharers, nameOf, language }) : null,
  };
}

function linesOf(
  { costs, funding }: Pick<SavedPlan, 'costs' | 'funding'>,
  nameOf: (id: string) => string,
  language: Language,
): Line[] {
  const common = ({
    actors,
    phases,
    years,
    amount,
    about,
  }: SavedPlan['costs'][number] | SavedPlan['funding'][number]) => ({
    actors: actors.map(nameOf),
    phases: phases.map((code) => ({ code, label: phaseNames[code][language] })),
    ...{ from: years?.from ?? null, to: years?.to ?? null, kroner: amount, about },
  });
  return [
    ...costs.map((line) => ({
      ...{ kind: 'cost' as const, what: { code: line.type, label: costTypeNames[line.type][language] } },
      ...common(line),
    })),
    ...funding.map((line) => ({
      ...{ kind: 'funding' as const, what: { code: line.from, label: fundingSourceNames[line.from][language] } },
      ...common(line),
    })),
  ];
}

/** What is of all actors together. */
function wholeOf(
  plan: SavedPlan,
  { sharers, nameOf, language }: { sharers: Sharers; nameOf: (id: string) => string; language: Language },
): NonNullable<Content['whole']> {
  return {
    principle: { code: plan.principle, label: principleNames[plan.principle][language] },
    gap: coverageOf(asFinancing(plan, sharers, undefined), 'phase').total.gap,
    frame: frameReply(plan),
    pools: plan.pools.map((pool) => {
      const key = parseKey(pool.key) ?? [];
      const [outcome] = compareKeys(pool.amount, sharingActors(plan, pool), [key]);
      const shares = outcome && 'shares' in outcome ? outcome.shares : null;
      return {
        ...{ name: pool.name, amount: pool.amount, key: keyLabel(key, language) },
        shares: shares?.map(({ id, kroner }) => ({ name: nameOf(id), kroner })) ?? null,
      };
    }),
    costsOfOthers: plan.costsOfOthers.map(({ who, what, text }) => ({
      ...{ who, what: { code: what, label: costOfOthersNames[what][language] }, text },
    })),
  };
}

import type { FinancingCases } from '@samblikk/contract';
import {
  actorTypeNames,
  caseTable,
  costOfOthersNames,
  type FinancingCase,
  financingCases,
  fundingSourceNames,
  type PlanPhase,
  phaseNames,
  principleNames,
  type SourceRef,
  sumOf,
} from '@samblikk/financing';
import type { Language, Text } from '@samblikk/questionnaire';
import { frameNames } from './words.ts';

type Reply = FinancingCases['cases'][number];

/** The cases as table 1 of the report has them, with every amount that is known. */
export function casesReply(language: Language): FinancingCases {
  const rows = caseTable(financingCases);
  return { cases: financingCases.map((one, place) => caseReply(one, rows[place]?.groups ?? [], language)) };
}

function caseReply(
  one: FinancingCase,
  groups: ReturnType<typeof caseTable>[number]['groups'],
  language: Language,
): Reply {
  const named = (code: string, label: Text) => ({ code, label: label[language] });
  const amounts = amountsOf(one, language);
  return {
    ...{ id: one.id, name: one.name, about: one.about[language], ...one.years },
    source: sourceReply(one.source),
    principle: named(one.principle, principleNames[one.principle]),
    groups: groups.map(({ type, actors, financing }) => ({
      type: named(type, actorTypeNames[type]),
      actors: actors.map(({ id, name, lead = false, observer = false }) => ({ id, name, lead, observer })),
      financing: financing.map(({ phase, sources }) => ({
        phase: named(phase, phaseNames[phase]),
        sources: sources.map((source) => named(source, fundingSourceNames[source])),
      })),
    })),
    costsOfOthers: one.costsOfOthers.map(({ who, what, text, source }) => ({
      ...{ who: who[language], what: named(what, costOfOthersNames[what]), text: text[language] },
      source: source ? sourceReply(source) : null,
    })),
    amounts,
    sums: sumsOf(amounts),
  };
}

const sourceReply = ({ document, page, at }: SourceRef) => ({ document, page: page ?? null, at: at ?? null });

/** The frames, then costs, then money, of those whose amount is known. */
function amountsOf({ actors, costs, funding, frame }: FinancingCase, language: Language): Reply['amounts'] {
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? id;
  const phasesOf = (phases: readonly PlanPhase[]) =>
    phases.map((phase) => ({ code: phase, label: phaseNames[phase][language] }));
  const frames = (['costFrame', 'steeringFrame'] as const).flatMap((of) => {
    const kroner = frame?.[of];
    if (!frame || kroner === undefined) return [];
    const { priceYear, source } = frame;
    return [
      {
        ...{ of, label: frameNames[of][language], who: [], phases: [], years: null, kroner, about: false, priceYear },
        ...{ note: null, source: source ? sourceReply(source) : null },
      },
    ];
  });
  const lines = [
    ...costs.map((line) => ({ ...line, of: 'cost' as const, label: frameNames.cost })),
    ...funding.map((line) => ({ ...line, of: 'funding' as const, label: fundingSourceNames[line.from] })),
  ];
  return [
    ...frames,
    ...lines.flatMap(({ of, label, actors: who, phases, years = null, amount, about = false, note, source }) =>
      amount === undefined
        ? []
        : [
            {
              ...{
                of,
                label: label[language],
                who: who.map(nameOf),
                phases: phasesOf(phases),
                years,
                kroner: amount,
                about,
              },
              ...{ priceYear: null, note: note?.[language] ?? null, source: source ? sourceReply(source) : null },
            },
          ],
    ),
  ];
}

/** Amounts of the same that several bear or get in the same phases and years, added. */
function sumsOf(amounts: Reply['amounts']): Reply['sums'] {
  const same = ({ of, label, phases, years }: Reply['amounts'][number]) =>
    JSON.stringify([of, label, phases.map(({ code }) => code), years]);
  return [...Map.groupBy(amounts, same).values()].flatMap((lines) => {
    const [first, ...more] = lines;
    if (!first || more.length === 0) return [];
    const { of, label, phases, years } = first;
    const who = [...new Set(lines.flatMap((line) => line.who))];
    const kroner = sumOf(lines.map((line) => line.kroner));
    return [{ of, label, who, phases, years, kroner, about: lines.some(({ about }) => about) }];
  });
}

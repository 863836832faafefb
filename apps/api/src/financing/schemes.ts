import type { FinancingSchemes } from '@samblikk/contract';
import {
  actorTypes,
  actorWords,
  categoryNames,
  disagreementsIn,
  inWords,
  mayUse,
  type PlanAsked,
  phaseNames,
  planPhases,
  type RuleOutcome,
  type RuleSource,
  type Said,
  type Scheme,
  type SchemeOutcome,
  saidTerms,
  schemeName,
  schemes,
  type Verdict,
  verdictNames,
} from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';
import { codesIn } from '../platform/http/index.ts';
import { noSuchChoice, unusable } from './unusable.ts';

type Reply = FinancingSchemes['schemes'][number];

interface Query {
  readonly actorType?: unknown;
  readonly phase?: unknown;
  readonly total?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly year?: number | undefined;
}

/** @throws ApiError invalidRequest for a type or a phase that is none, and for years that go backwards */
export function schemesReply(query: Query, thisYear: number, language: Language): FinancingSchemes {
  const from = query.from ?? Math.min(thisYear, query.to ?? thisYear);
  const years = { from, to: query.to ?? from };
  if (years.to < years.from) throw unusable('yearsBackwards', { from: String(from), to: String(years.to) });
  const actors = known(actorTypes, codesIn(query.actorType));
  const phases = known(planPhases, codesIn(query.phase));
  const { total, year = from } = query;
  const asked: PlanAsked = { actors, phases, years, year, ...(total !== undefined && { total }) };
  return {
    ...years,
    ...{ year, total: total ?? null },
    actors: actorTypes.map((code) => ({
      ...{ code, label: capital(actorWords[code][language]), chosen: actors.includes(code) },
    })),
    phases: planPhases.map((code) => ({ code, label: phaseNames[code][language], chosen: phases.includes(code) })),
    schemes: schemesOf(asked, language),
  };
}

/** What every scheme says of a plan, in words: those that fit first. */
export const schemesOf = (asked: PlanAsked, language: Language): Reply[] =>
  mayUse(schemes, asked).map((outcome) => schemeReply(outcome, asked.year ?? asked.years.from, language));

/** The codes asked for, in their own order. */
function known<Code extends string>(all: readonly Code[], asked: readonly string[]): readonly Code[] {
  for (const code of asked) if (!all.some((one) => one === code)) throw noSuchChoice(code, all);
  return all.filter((code) => asked.includes(code));
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('nb') + text.slice(1);

function schemeReply({ scheme, verdict, outcomes }: SchemeOutcome, year: number, language: Language): Reply {
  return {
    ...{ id: scheme.id, name: schemeName(scheme.id)[language], about: scheme.about[language], kind: scheme.kind },
    verdict: verdictReply(verdict, scheme, language),
    rules: outcomes.map((outcome) => ruleReply(outcome, scheme, language)),
    disagreements: disagreementsIn(year, scheme).map(({ term, sides }) => ({
      term,
      sides: sides.map(({ said, version, source }) => ({
        ...{ label: inWords(said, language), rule: version.id, source: sourceReply(source) },
      })),
    })),
  };
}

function ruleReply(outcome: RuleOutcome, scheme: Scheme, language: Language): Reply['rules'][number] {
  const { version, verdict, against, missing, notes, atMost } = outcome;
  const { id, category, from, to = null, daysAreRead = false, terms, conditions, sources } = version;
  const said = (all: readonly Said[]) => all.map((one) => ({ code: one.code, label: inWords(one, language) }));
  return {
    ...{ id, from, to, daysAreRead, atMost },
    category: category === undefined ? null : { code: category, label: categoryNames[category][language] },
    verdict: verdictReply(verdict, scheme, language),
    ...{ against: said(against), missing: said(missing), notes: said(notes), terms: said(saidTerms(terms)) },
    conditions: conditions.map((text) => text[language]),
    sources: sources.map(sourceReply),
  };
}

const verdictReply = (code: Verdict, { kind }: Scheme, language: Language) => ({
  ...{ code, label: verdictNames[kind][code][language] },
});

const sourceReply = ({ document, page, at, address, year, undated }: RuleSource) => ({
  ...{
    document,
    page: page ?? null,
    at: at ?? null,
    address: address ?? null,
    year: year ?? null,
    undated: undated ?? false,
  },
});

import type { FinancingModelsReply } from '@samblikk/contract';
import {
  type AccountCostType,
  type Assessment,
  type Assumptions,
  accountCostTypeNames,
  accountCostTypes,
  assess,
  coverageOfYears,
  exampleAccounts,
  exampleAssumptions,
  type FinancingModel,
  financingModels,
  floorOf,
  forecast,
  type Goal,
  goalMethods,
  goalNames,
  goals,
  type Jump,
  knownBeforehand,
  modelNames,
  type PriceStructure,
  priceStructureNames,
  priceStructures,
  rank,
  runningCostTypes,
  scoresOf,
  type Tariff,
  type Trials,
  trialsOf,
  tryModel,
  type Weights,
} from '@samblikk/financing';
import type { Language, Text } from '@samblikk/questionnaire';
import { codesIn } from '../platform/http/index.ts';
import { accountsReply, formsReply } from './accounts.ts';
import { noSuchChoice } from './unusable.ts';

/** What the models are asked with: the query of the address. */
export interface AskedModel {
  readonly model?: string | undefined;
  readonly use?: unknown;
  readonly price?: PriceStructure | undefined;
  readonly growth?: number | undefined;
  readonly leaves?: 'true' | 'false' | undefined;
  readonly owner?: string | undefined;
  readonly central?: 'frame' | 'frameCut' | undefined;
  readonly unpaid?: number | undefined;
  readonly fund?: number | undefined;
  readonly [weight: string]: unknown;
}

// The accounts never change, so what does not depend on what is asked is made once.
let trials: Trials | undefined;
const exampleTrials = (): Trials => {
  trials ??= trialsOf(exampleAccounts, exampleAssumptions);
  return trials;
};

/** The accounts that models are tried on, and what their forecast rests on. */
export interface Tried {
  readonly trials: Trials;
  readonly assumptions: Assumptions;
}

/** Tries all models on the example or on other accounts, and the one asked for with what is asked to happen. @throws ApiError invalidRequest for cost types or an owner there are not */
export function tryModels(
  asked: AskedModel,
  language: Language,
  tried: Tried = { trials: exampleTrials(), assumptions: exampleAssumptions },
): FinancingModelsReply {
  const { trials: all, assumptions } = endingIn(asked.fund, tried);
  const { accounts, plan, largest } = all;
  const structure = asked.price ?? 'steps';
  const forms = formsOf(asked);
  const chosen = { ...modelOf(asked), ...forms };
  const known = financingModels.map((model) => (model.id === chosen.id ? chosen : { ...model, ...forms }));
  const models = chosen.id === 'own' ? [...known, chosen] : known;
  const byStructure = priceStructures.map((price) => assess(chosen, price, all));
  const ofChosen = byStructure[priceStructures.indexOf(structure)] as Assessment;
  const assessed = models.map((model) => (model === chosen ? ofChosen : assess(model, structure, all)));
  const change = { use: asked.growth ?? 0, ...(asked.leaves === 'true' && { leaves: largest }) };
  const result = tryModel(chosen, structure, plan, forecast(accounts, assumptions, change));
  const ownerAt = (place: number) => ({
    code: accounts.owners[place]?.id ?? '',
    label: accounts.owners[place]?.name[language] ?? '',
  });
  const shown = ownerOf(asked, ofChosen.largestJump, all);
  const billsOf = (bills: readonly Float64Array[], place: number) => bills.map((year) => year[place] ?? 0);
  return {
    ...{ invented: true, lines: null },
    asked: {
      ...{ model: chosen.id as FinancingModelsReply['asked']['model'], price: structure, use: [...chosen.useFunded] },
      ...{ growth: change.use, leaves: change.leaves !== undefined, owner: ownerAt(shown) },
      ...{ central: asked.central ?? 'frame', unpaid: asked.unpaid ?? 0, fund: asked.fund ?? null },
      largest: ownerAt(largest),
    },
    years: result.years.map((year) => ({ ...year, coverage: coverageOfYears([year]) / 10 })),
    owners: accounts.owners.map((_, place) => ({
      ...ownerAt(place),
      ...{ bills: billsOf(result.bills, place), plan: billsOf(ofChosen.plan.bills, place) },
    })),
    tariffs: accounts.products.flatMap(({ id, name }, place) => {
      const tariff = result.tariffs[place]?.[0];
      return tariff && chosen.useFunded.length > 0 ? [tariffReply(tariff, { code: id, label: name[language] })] : [];
    }),
    curves: byStructure.map((one, place) => {
      const code = priceStructures[place] as PriceStructure;
      return { code, label: priceStructureNames[code][language], kroner: billsOf(one.plan.bills, shown) };
    }),
    ...ranked(models, assessed, weightsIn(asked), language, ownerAt),
    structures: byStructure.map((one, place) => {
      const code = priceStructures[place] as PriceStructure;
      return {
        code,
        label: priceStructureNames[code][language],
        known: knownBeforehand[code],
        ...triedReply(one, ownerAt),
      };
    }),
    costTypes: accountCostTypes.map((code) => ({ code, label: accountCostTypeNames[code][language] })),
    forms: formsReply(all, language),
    accounts: accountsReply(all, assumptions, language),
  };
}

/** In what forms the money comes, beside the frame and prices: cut frames, and payment of one's own will. */
const formsOf = ({ central, unpaid = 0 }: AskedModel): Pick<FinancingModel, 'beyondFrame' | 'unpaid'> => ({
  ...(central === 'frameCut' && { beyondFrame: central }),
  ...(unpaid > 0 && { unpaid }),
});

/** The same when money for new development ends after so many years. */
function endingIn(years: number | undefined, tried: Tried): Tried {
  if (years === undefined) return tried;
  const assumptions = { ...tried.assumptions, developmentYears: years };
  return { assumptions, trials: trialsOf(tried.trials.accounts, assumptions) };
}

/** The model asked for: one of those known, or one of one's own that covers what `use` says. */
function modelOf({ model = '2', use }: AskedModel): FinancingModel {
  const known = financingModels.find(({ id }) => id === model);
  if (known) return known;
  const said = codesIn(use);
  const wrong = said.find((type) => !runningCostTypes.includes(type as AccountCostType));
  if (wrong !== undefined) throw noSuchChoice(wrong, runningCostTypes);
  return { id: 'own', useFunded: runningCostTypes.filter((type) => said.includes(type)) };
}

/** The place of the service owner asked for; else of the one whose bill jumps most, else of the largest. */
function ownerOf({ owner }: AskedModel, jump: Jump | null, { accounts, largest }: Trials): number {
  if (owner === undefined || owner === '') return jump?.owner ?? largest;
  const place = accounts.owners.findIndex(({ id }) => id === owner);
  if (place < 0)
    throw noSuchChoice(
      owner,
      accounts.owners.map(({ id }) => id),
    );
  return place;
}

const weightsIn = (asked: AskedModel): Weights =>
  Object.fromEntries(goals.map((goal) => [goal, Number(asked[`weight.${goal}`] ?? 1)])) as Weights;

type Named = { readonly code: string; readonly label: string };
type NamedAt = (place: number) => Named;
const percentOf = (thousandths: number): number => thousandths / 10;

function triedReply(assessment: Assessment, ownerAt: NamedAt) {
  const { coverage, staying, paidByOwners, steady, largestJump: jump, complexity } = assessment;
  return {
    coverage: {
      planned: percentOf(coverage.planned),
      growth: percentOf(coverage.growth),
      leaves: percentOf(coverage.leaves),
    },
    ...{
      staying,
      complexity,
      paidByOwners: percentOf(paidByOwners),
      steady: steady === null ? null : percentOf(steady),
    },
    largestJump: jump && {
      ...{ owner: ownerAt(jump.owner), year: jump.year, from: jump.from, to: jump.to },
      percent: percentOf(floorOf(jump.to - jump.from, 1000, jump.from)),
    },
  };
}

function ranked(
  models: readonly FinancingModel[],
  assessed: readonly Assessment[],
  weights: Weights,
  language: Language,
  ownerAt: NamedAt,
): Pick<FinancingModelsReply, 'models' | 'goals'> {
  const most = Math.max(...assessed.map(({ complexity }) => complexity.product));
  const scores = assessed.map((one) => scoresOf(one, most));
  const { places, first, weightings, sensitivity } = rank(scores, weights);
  const nameOf = (place: number) => (modelNames[models[place]?.id ?? ''] as Text)[language];
  return {
    models: models.map(({ id, useFunded }, at) => ({
      ...{ code: id, label: nameOf(at), useFunded: [...useFunded], ...triedReply(assessed[at] as Assessment, ownerAt) },
      scores: scores[at] as Record<Goal, number>,
      points: Math.floor((places[at]?.total ?? 0) / 100) / 10,
      place: places[at]?.place ?? 0,
      first: percentOf(floorOf(first[at] ?? 0, 1000, weightings)),
    })),
    goals: sensitivity.map(({ goal, without, twice }) => ({
      ...{ code: goal, label: goalNames[goal][language], method: goalMethods[goal][language], weight: weights[goal] },
      ...{ without: without.map(nameOf), twice: twice.map(nameOf) },
    })),
  };
}

function tariffReply(tariff: Tariff, product: Named): FinancingModelsReply['tariffs'][number] {
  return {
    ...{ product, structure: tariff.structure },
    pricePerUse: tariff.structure === 'perUse' ? tariff.price : null,
    fixed: tariff.structure === 'fixed' ? tariff.kroner : null,
    steps: tariff.structure === 'steps' ? tariff.steps.map((step) => ({ ...step })) : [],
  };
}

import {
  type CostType,
  costTypeNames,
  type FundingSource,
  fundingSourceNames,
  type PlanPhase,
  type Principle,
  phaseNames,
  principleNames,
} from '@samblikk/financing';
import { formatNumber, useLanguage, usePick } from '../i18n/index.ts';
import { useAmountText } from './lines.tsx';
import { usePlanText } from './texts.ts';

/** What a part of a plan may hold: a line, an actor, a pool, a frame, what others pay, or a word. */
interface Part {
  readonly id?: string;
  readonly name?: string;
  readonly who?: string;
  readonly actors?: readonly string[];
  readonly numbers?: object;
  readonly type?: CostType;
  readonly from?: FundingSource;
  readonly phases?: readonly PlanPhase[];
  readonly years?: { readonly from: number; readonly to: number } | null;
  readonly amount?: number | null;
  readonly about?: boolean;
  readonly key?: string;
  readonly text?: string;
  readonly note?: string;
  readonly priceYear?: number;
}

/**
 * A part of a plan in some words, enough to tell two apart.
 * @param nameOf what an actor is called
 */
export function useSaid(nameOf: (id: string) => string): (value: unknown) => string {
  const s = usePlanText();
  const pick = usePick();
  const language = useLanguage();
  const amountText = useAmountText();
  return (value) => {
    if (value === null || value === undefined) return s('gone');
    if (typeof value === 'string' && value in principleNames) return pick(principleNames[value as Principle]);
    if (typeof value !== 'object') return String(value);
    const one = value as Part;
    const isActor = one.numbers !== undefined;
    const others = isActor || one.priceYear !== undefined ? Object.values({ ...value, ...one.numbers }) : [];
    const { years } = one;
    const told = [
      isActor ? nameOf(one.id ?? '') : (one.name ?? one.who),
      one.type && pick(costTypeNames[one.type]),
      one.from && pick(fundingSourceNames[one.from]),
      one.actors?.map(nameOf).join(', '),
      one.phases?.map((phase) => pick(phaseNames[phase])).join(', '),
      years && (years.from === years.to ? String(years.from) : `${years.from}–${years.to}`),
      one.amount === undefined ? undefined : amountText({ amount: one.amount, about: one.about ?? false }),
      one.key,
      one.text,
      one.note,
      ...others.flatMap((number) => (typeof number === 'number' ? [formatNumber(number, language)] : [])),
    ];
    return told.filter((part) => part !== undefined && part !== null && part !== '').join(' · ');
  };
}

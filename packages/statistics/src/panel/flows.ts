import { categoryByNumber, type Wave } from './wave.ts';

/** Where measures come from that the earlier round did not have, and what they are called that the later one does not. */
export const newCode = 'new';
export const absentCode = 'absent';

export interface Flow {
  readonly from: string;
  readonly to: string;
  /** The public numbers of the measures, in order. */
  readonly measures: readonly string[];
}

export interface Flows {
  readonly variable: string;
  readonly from: number;
  readonly to: number;
  readonly flows: readonly Flow[];
  /** Measures that both rounds have, and all of each. */
  readonly inBoth: number;
  readonly inFrom: number;
  readonly inTo: number;
}

/**
 * What became of the measures of one round in a later one, by their category of a variable in each: a transition table of a panel,
 * by identity. A measure that only one of them has is `new`, or, of the later, what is known to have become of it.
 * @param became number → what became of a measure that the later round lacks; `absent` where nothing is known
 * @throws StatisticsError as `categoryByNumber`
 */
export function flowsBetween(
  from: Wave,
  to: Wave,
  variable: string,
  became: ReadonlyMap<string, string> = new Map(),
): Flows {
  const before = categoryByNumber(from, variable);
  const after = categoryByNumber(to, variable);
  const flows = new Map<string, { from: string; to: string; measures: string[] }>();
  const add = (source: string, target: string, number: string) => {
    const key = `${source}\n${target}`;
    const flow = flows.get(key) ?? { from: source, to: target, measures: [] };
    flow.measures.push(number);
    flows.set(key, flow);
  };
  for (const [number, code] of before) add(code, after.get(number) ?? became.get(number) ?? absentCode, number);
  for (const [number, code] of after) if (!before.has(number)) add(newCode, code, number);
  for (const flow of flows.values()) flow.measures.sort();
  return {
    variable,
    ...{ from: from.year, to: to.year, inFrom: before.size, inTo: after.size },
    flows: [...flows.values()],
    inBoth: [...before.keys()].filter((number) => after.has(number)).length,
  };
}

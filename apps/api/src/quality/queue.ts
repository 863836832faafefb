import type { QualityItem, QualityOrder, QueryOf, ReplyOf, readQuality } from '@samblikk/contract';
import type { Database } from '../platform/db/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import { type Queued, queuedIn } from './items.ts';

type Asked = QueryOf<typeof readQuality>;
type Reply = ReplyOf<typeof readQuality>;

/** A page of the measures to be looked over, selected and sorted, with how many each choice would leave. */
export async function queue(
  db: Database,
  round: RoundRow,
  asked: Asked,
  reader: { readonly values: boolean },
): Promise<Reply> {
  const all = await queuedIn(db, round, reader);
  const within = all.filter(({ item }) => isWithin(item, asked));
  const shown = within.filter(({ item }) => shows[asked.show](item));
  const chosen = shown.filter((one) => isChosen(one, asked)).sort(by(asked.sort));
  const pages = Math.max(1, Math.ceil(chosen.length / asked.size));
  const page = Math.min(asked.page, pages);
  const order = new Intl.Collator('nb');
  return {
    year: round.year,
    edition: round.edition,
    total: chosen.length,
    ...{ page, pages },
    items: chosen.slice((page - 1) * asked.size, page * asked.size).map(({ item }) => item),
    rules: countOf(shown, ({ item }) => item.fired.map(({ code }) => code)),
    changes: countOf(shown, ({ item }) => item.changes.map(changeCode)),
    blanks: countOf(shown, ({ facts }) => facts.blank),
    agencies: [...new Map(all.map(({ item: { agency } }) => [agency.orgnr, agency])).values()].sort((a, b) =>
      order.compare(a.name.nb, b.name.nb),
    ),
    shows: {
      waiting: within.filter(({ item }) => shows.waiting(item)).length,
      looked: within.filter(({ item }) => shows.looked(item)).length,
      asked: within.filter(({ item }) => shows.asked(item)).length,
      all: within.length,
    },
  };
}

/** How a change is named in an address: `totalCost.higher`. */
const changeCode = ({ question, change }: QualityItem['changes'][number]): string => `${question}.${change}`;

const shows: Readonly<Record<Asked['show'], (item: QualityItem) => boolean>> = {
  waiting: ({ looked }) => looked === null,
  looked: ({ looked }) => looked !== null,
  asked: ({ queries, corrections }) => queries.open + queries.answered + corrections.open + corrections.refused > 0,
  all: () => true,
};

const isWithin = ({ state, agency }: QualityItem, asked: Asked): boolean =>
  (asked.state === undefined || state === asked.state) &&
  (asked.agency === undefined || agency.orgnr === asked.agency) &&
  (asked.ministry === undefined || agency.ministry === asked.ministry);

const isChosen = ({ item, facts }: Queued, { rule, change, blank }: Asked): boolean =>
  (rule === undefined || item.fired.some(({ code }) => code === rule)) &&
  (change === undefined || item.changes.some((one) => changeCode(one) === change)) &&
  (blank === undefined || facts.blank.includes(blank));

/** How many measures have each code, the most first. */
function countOf(queued: readonly Queued[], codesOf: (one: Queued) => readonly string[]): Reply['rules'] {
  const counts = new Map<string, number>();
  for (const one of queued) for (const code of new Set(codesOf(one))) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, measures]) => ({ code, measures }))
    .sort((a, b) => b.measures - a.measures || (a.code < b.code ? -1 : 1));
}

/** How much of what fired nobody has explained: what stops first, then what asks whether it is right. */
function concernOf({ fired, changes, queries, corrections }: QualityItem): number {
  const open = fired.filter(({ reasoned }) => !reasoned);
  const of = (level: 'error' | 'warning') => open.filter((one) => one.level === level).length;
  // What the agency has answered waits for staff.
  return 100 * (queries.answered + corrections.refused) + 10 * of('error') + 3 * of('warning') + changes.length;
}

/** The largest change of cost, up or down. */
function costChange({ cost, costBefore }: QualityItem): number {
  if (!cost || !costBefore) return 0;
  return Math.max(cost / costBefore, costBefore / cost);
}

const weight: Readonly<Record<Exclude<QualityOrder, 'number'>, (item: QualityItem) => number>> = {
  concern: concernOf,
  cost: ({ cost }) => cost ?? -1,
  change: costChange,
  blank: ({ blank }) => blank,
};

/** The greatest first; of equals the dearest, then by number, in which they come. What is no more than a draft comes last. */
function by(order: QualityOrder): (a: Queued, b: Queued) => number {
  if (order === 'number') return () => 0;
  const weigh = weight[order];
  const draft = ({ state }: QualityItem) => Number(state === 'draft');
  return ({ item: a }, { item: b }) => draft(a) - draft(b) || weigh(b) - weigh(a) || weight.cost(b) - weight.cost(a);
}

import type { FlowsReply } from '@samblikk/contract';
import { type Language, mayCompare } from '@samblikk/questionnaire';
import { absentCode, columnOf, type Flows, flowsBetween, flowVariables, newCode } from '@samblikk/statistics';
import { format } from '@samblikk/text';
import type { Database } from '../platform/db/index.ts';
import { requireVariables } from '../releases/index.ts';
import { becameOf } from './became.ts';
import { type Followed, type Following, parametersOf } from './followed.ts';
import { comparedAlong, noticesOf, placesOf, titlesOf, waveHead, waveOf } from './waves.ts';
import { saidWords, standings } from './words.ts';

/** What was asked for: two of the rounds, a variable, and a flow whose measures are listed. */
export interface FlowsRequest {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly variable: string;
  readonly cell: string | undefined;
}

/**
 * What became of the measures of one round in a later one.
 * @throws ApiError unknownVariable
 */
export async function flowsReply(
  db: Database,
  { parts, filters, said: selected }: Following,
  request: FlowsRequest,
  language: Language,
  site: string,
): Promise<FlowsReply> {
  const { variable } = request;
  const to = parts.findLast(({ release }) => request.to === undefined || release.year === request.to);
  const from = parts.findLast(
    ({ release }) =>
      to !== undefined &&
      release.year < to.release.year &&
      (request.from === undefined || release.year === request.from),
  );
  const label = (id: string) =>
    parts.findLast(({ open }) => open.columns.has(id))?.open.columns.get(id)?.variable.label;
  const offered = flowVariables.flatMap((id) => {
    const said = label(id)?.[language];
    return said === undefined ? [] : [{ id, label: said }];
  });
  const head = {
    variable: { id: variable, label: label(variable)?.[language] ?? variable },
    unit: 'measures' as const,
    ...selected,
    variables: offered,
    years: parts.map(({ release }) => release.year),
    notice: noticesOf(from && to ? [from, to] : [], language),
  };
  if (!from || !to) {
    const nothing = { notes: [], refused: [], nodes: { from: [], to: [] }, flows: [], inBoth: 0, measures: null };
    const places = placesOf(site, flowsPath, { ...parametersOf(filters), variable }, language);
    return { ...head, ...places, title: head.variable.label, base: '', n: 0, from: null, to: null, ...nothing };
  }
  const compares = comparedAlong(
    parts.filter(({ release }) => release.year >= from.release.year && release.year <= to.release.year),
    variable,
  );
  const became = await becameOf(db, from, to);
  const flows = requireVariables([from.open, to.open], () => flowsBetween(waveOf(from), waveOf(to), variable, became));
  const notes = compares.notes.map((note) => note[language]);
  const isBroken = !mayCompare(compares);
  const titles = titlesOf([from, to]);
  const chosen = flows.flows.find((flow) => `${flow.from}~${flow.to}` === request.cell);
  const ends = { from: waveHead(from), to: waveHead(to) };
  return {
    ...head,
    ...saidOf(head.variable, ends, flows.inBoth, language),
    ...placesOf(
      site,
      flowsPath,
      { ...parametersOf(filters), variable, from: String(ends.from.year), to: String(ends.to.year) },
      language,
    ),
    n: isBroken ? 0 : flows.flows.reduce((sum, { measures }) => sum + measures.length, 0),
    ...ends,
    notes: isBroken ? [] : notes,
    refused: isBroken ? (notes.length > 0 ? notes : [broken[language]]) : [],
    ...(isBroken ? { nodes: { from: [], to: [] }, flows: [] } : drawn(flows, from, to, language)),
    inBoth: flows.inBoth,
    measures:
      request.cell === undefined || isBroken
        ? null
        : (chosen?.measures ?? []).map((number) => ({ number, title: titles.get(number) ?? null })),
  };
}

const flowsPath = '/api/v1/statistics/flows';

/** What flows are called, and which measures they are of. */
function saidOf(
  variable: FlowsReply['variable'],
  { from, to }: Record<'from' | 'to', ReturnType<typeof waveHead>>,
  inBoth: number,
  language: Language,
): Pick<FlowsReply, 'title' | 'base'> {
  const values = {
    ...{ variable: variable.label, from: String(from.year), to: String(to.year) },
    ...{ n: inBoth, ofFrom: from.n, ofTo: to.n, withheld: from.withheld + to.withheld },
  };
  return {
    title: format(saidWords.title, language, values),
    base: format(saidWords.base, language, values),
  };
}

const broken = {
  nb: 'Svarene i de to rundene kan ikke sammenlignes.',
  nn: 'Svara i dei to rundane kan ikkje samanliknast.',
  en: 'The answers of the two rounds cannot be compared.',
};

/** The nodes of both sides in the order of the questionnaire, what has no answer last; and the flows between them. */
function drawn({ variable, flows }: Flows, from: Followed, to: Followed, language: Language) {
  const side = (part: Followed, which: 'from' | 'to', last: readonly string[]) => {
    const categories = columnOf(part.open, variable).categories;
    const labels = new Map(categories.map(({ code, label }) => [code, label]));
    const counts = new Map<string, number>();
    for (const flow of flows) counts.set(flow[which], (counts.get(flow[which]) ?? 0) + flow.measures.length);
    const order = [
      ...categories.map(({ code }) => code),
      ...Object.keys(standings).filter((c) => !last.includes(c)),
      ...last,
    ];
    return [...counts]
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([code, count]) => ({ code, label: (labels.get(code) ?? standings[code])?.[language] ?? code, count }));
  };
  return {
    nodes: { from: side(from, 'from', [newCode]), to: side(to, 'to', [absentCode]) },
    flows: flows.map((flow) => ({ from: flow.from, to: flow.to, count: flow.measures.length })),
  };
}

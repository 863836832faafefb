import { type FlowsReply, readFlows, readLifeCycle } from '@samblikk/contract';
import { csvFile } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import { pictureOfFlows, timeVariable } from '@samblikk/statistics';
import { format, prefixes } from '@samblikk/text';
import type { FastifyInstance } from 'fastify';
import { cacheable, type Deps, languageOf, negotiateFormat, sendFile, serve } from '../platform/http/index.ts';
import { pngOf } from '../platform/pictures/index.ts';
import { flowsReply } from './flows.ts';
import { lifeCycleReply } from './life-cycle.ts';
import { publicParts } from './waves.ts';
import { pictureWords } from './words.ts';

/** Measures followed from round to round. */
export function panelRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  serve(app, readFlows, async ({ query, request, reply }) => {
    const parts = await publicParts(readDb, clock());
    cacheable(reply, { lastModified: parts.map(({ release }) => release.frozenAt), pinned: false });
    const language = languageOf(request);
    const { from, to, variable = timeVariable, cell, format: named } = query;
    const flows = await flowsReply(readDb, parts, { from, to, variable, cell }, language);
    const asked = negotiateFormat('flows', named, request);
    if (asked === 'json') return flows;
    const name = ['samblikk', 'flows', variable, flows.from?.year, flows.to?.year].filter(Boolean).join('-');
    if (asked === 'csv' || asked === 'csv-excel')
      return sendFile(reply, { format: asked, name, content: flowsCsv(flows, language, asked) });
    const { title, base, page } = saidOf(flows, language);
    const said = [...base, ...flows.refused, ...flows.notes, ...flows.notice, `Samblikk. ${publicUrl}${page}`];
    const svg = pictureOfFlows(flows, { title, language, below: said });
    // Twice as many pixels as units, as of tables.
    return sendFile(reply, { format: asked, name, content: asked === 'svg' ? svg : await pngOf(svg, 2) });
  });

  serve(app, readLifeCycle, async ({ request, reply }) => {
    const parts = await publicParts(readDb, clock());
    cacheable(reply, { lastModified: parts.map(({ release }) => release.frozenAt), pinned: false });
    return lifeCycleReply(parts, languageOf(request));
  });
}

/** What a picture of flows is called, of how many measures it is, and the page that it is from. */
function saidOf({ variable, from, to, inBoth }: FlowsReply, language: Language) {
  const page = `${prefixes[language]}/tall/livslop`;
  if (!from || !to) return { title: variable.label, base: [], page };
  const values = {
    ...{ variable: variable.label, from: String(from.year), to: String(to.year) },
    ...{ n: inBoth, ofFrom: from.n, ofTo: to.n, withheld: from.withheld + to.withheld },
  };
  return {
    title: format(pictureWords.title, language, values),
    base: [format(pictureWords.base, language, values)],
    page: `${page}?${new URLSearchParams({ variable: variable.id, from: values.from, to: values.to })}`,
  };
}

const headings: Record<'from' | 'to' | 'count' | 'code', Text> = {
  from: { nb: 'Fra', nn: 'Frå', en: 'From' },
  to: { nb: 'Til', nn: 'Til', en: 'To' },
  count: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
  code: { nb: 'kode', nn: 'kode', en: 'code' },
};

function flowsCsv({ nodes, flows, from, to }: FlowsReply, language: Language, format: 'csv' | 'csv-excel'): string {
  const label = (side: 'from' | 'to', code: string) => nodes[side].find((node) => node.code === code)?.label ?? code;
  const said = (side: 'from' | 'to', year: number | undefined) => {
    const text = `${headings[side][language]} ${year ?? ''}`.trim();
    return [`${text} (${headings.code[language]})`, text];
  };
  const header =
    format === 'csv'
      ? ['from', 'from_label', 'to', 'to_label', 'count']
      : [...said('from', from?.year), ...said('to', to?.year), headings.count[language]];
  const rows = flows.map((flow) => [
    flow.from,
    label('from', flow.from),
    flow.to,
    label('to', flow.to),
    String(flow.count),
  ]);
  return csvFile([header, ...rows], { flavour: format === 'csv' ? 'strict' : 'excel' });
}

import { readFlows, readLifeCycle } from '@samblikk/contract';
import { pictureOfFlows, timeVariable } from '@samblikk/statistics';
import type { FastifyInstance } from 'fastify';
import {
  cacheable,
  type Deps,
  describeFile,
  languageOf,
  negotiateFormat,
  sendFile,
  serve,
} from '../platform/http/index.ts';
import { pngOf } from '../platform/pictures/index.ts';
import { flowsReply } from './flows.ts';
import { flowsCsv } from './flows-csv.ts';
import { lifeCycleReply } from './life-cycle.ts';
import { publicParts } from './waves.ts';

/** Measures followed from round to round. */
export function panelRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  serve(app, readFlows, async ({ query, request, reply }) => {
    const parts = await publicParts(readDb, clock());
    cacheable(reply, { lastModified: parts.map(({ release }) => release.frozenAt), pinned: false });
    const language = languageOf(request);
    const { from, to, variable = timeVariable, cell, format: named } = query;
    const flows = await flowsReply(readDb, parts, { from, to, variable, cell }, language, publicUrl);
    const asked = negotiateFormat('flows', named, request);
    const name = ['samblikk', 'flows', variable, flows.from?.year, flows.to?.year].filter(Boolean).join('-');
    if (asked === 'json') {
      describeFile(reply, { format: asked, name });
      return flows;
    }
    if (asked === 'csv' || asked === 'csv-excel')
      return sendFile(reply, { format: asked, name, content: flowsCsv(flows, language, asked) });
    const { title, base, page, refused, notes, notice } = flows;
    const below = [...(base === '' ? [] : [base]), ...refused, ...notes, ...notice, `Samblikk. ${page}`];
    const svg = pictureOfFlows(flows, { title, language, below });
    // Twice as many pixels as units, as of tables.
    return sendFile(reply, { format: asked, name, content: asked === 'svg' ? svg : await pngOf(svg, 2) });
  });

  serve(app, readLifeCycle, async ({ request, reply }) => {
    const parts = await publicParts(readDb, clock());
    cacheable(reply, { lastModified: parts.map(({ release }) => release.frozenAt), pinned: false });
    const cycle = lifeCycleReply(parts, languageOf(request), publicUrl);
    const ends = [...new Set([cycle.years[0], cycle.years.at(-1)])].filter((year) => year !== undefined);
    describeFile(reply, { format: 'json', name: ['samblikk', 'life-cycle', ...ends].join('-') });
    return cycle;
  });
}

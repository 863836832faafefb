import { readFlows, readLifeCycle } from '@samblikk/contract';
import { pictureOfFlows, timeVariable } from '@samblikk/statistics';
import type { Language } from '@samblikk/text';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  cacheable,
  type Deps,
  describeFile,
  filtersOf,
  languageOf,
  negotiateFormat,
  sendFile,
  serve,
} from '../platform/http/index.ts';
import { pngOf } from '../platform/pictures/index.ts';
import { flowsReply } from './flows.ts';
import { flowsCsv } from './flows-csv.ts';
import { following } from './followed.ts';
import { lifeCycleReply } from './life-cycle.ts';
import { lifeCycleCsv } from './life-cycle-csv.ts';

/** Measures followed from round to round. */
export function panelRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  /** The measures that are followed; their releases date the reply. */
  const followedBy = async (
    reply: FastifyReply,
    of: { rest: Record<string, unknown>; language: Language; strict: boolean },
  ) => {
    const { rest, ...how } = of;
    const followed = await following(readDb, clock(), { ...how, filters: filtersOf(rest) });
    cacheable(reply, { lastModified: followed.parts.map(({ release }) => release.frozenAt), pinned: false });
    return followed;
  };

  serve(app, readFlows, async ({ query, request, reply }) => {
    const { from, to, variable = timeVariable, cell, format: named, lang: _, ...rest } = query;
    const asked = negotiateFormat('flows', named, request);
    const language = languageOf(request);
    const followed = await followedBy(reply, { rest, language, strict: asked !== 'json' });
    const flows = await flowsReply(readDb, followed, { from, to, variable, cell }, language, publicUrl);
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

  serve(app, readLifeCycle, async ({ query: { format: named, lang: _, ...rest }, request, reply }) => {
    const format = negotiateFormat('lifeCycle', named, request);
    const language = languageOf(request);
    const followed = await followedBy(reply, { rest, language, strict: format !== 'json' });
    const cycle = await lifeCycleReply(readDb, followed, language, publicUrl);
    const ends = [...new Set([cycle.years[0], cycle.years.at(-1)])].filter((year) => year !== undefined);
    const name = ['samblikk', 'life-cycle', ...ends].join('-');
    if (format !== 'json') return sendFile(reply, { format, name, content: lifeCycleCsv(cycle, language, format) });
    describeFile(reply, { format, name });
    return cycle;
  });
}

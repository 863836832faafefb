import { readOwnPortfolio, readPortfolio, xlsxType } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { record } from '../platform/audit/index.ts';
import {
  cacheable,
  codesIn,
  type Deps,
  filtersOf,
  languageOf,
  nameOfFile,
  negotiateFormat,
  sendFile,
  serve,
  serveOver,
} from '../platform/http/index.ts';
import { requireSigned } from '../platform/signed/index.ts';
import { requestOf } from '../register/index.ts';
import { keptPortfolioRoutes } from './kept/routes.ts';
import { ownPortfolio } from './own-portfolio.ts';
import { portfolioPdf } from './pdf.ts';
import { publicPortfolio } from './public-portfolio.ts';
import { ownXlsx, portfolioXlsx } from './xlsx.ts';

/** Measures seen together, for those who coordinate. */
export function portfolioRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, readDb, clock, config } = deps;
  const { publicUrl } = config;
  keptPortfolioRoutes(app, deps);

  serve(app, readPortfolio, async ({ query: { format: named, round, ...query }, request, reply }) => {
    const asked = requestOf({ ...query, ...(round !== undefined && { round: String(round) }) }, request);
    const format = negotiateFormat('portfolio', named, request);
    // A file cannot say which parameters it ignored.
    const portfolio = await publicPortfolio(readDb, clock(), { ...asked, strict: format !== 'json' }, publicUrl);
    // What coordinators say of doubles changes without a new release: it has no date, and is kept for minutes.
    cacheable(reply, { lastModified: [] });
    if (format === 'json') return portfolio;
    const write = format === 'xlsx' ? portfolioXlsx : portfolioPdf;
    const content = await write(portfolio, asked.language, clock());
    return sendFile(reply, { format, name: nameOfFile(['portfolio', portfolio.release?.name ?? '']), content });
  });

  const ofMinistry = async ({ params }: { params: { ministry: string } }) => ({
    target: { agency: '', ministry: params.ministry },
  });
  serveOver(app, readOwnPortfolio, ofMinistry, async ({ params, query, request, reply, user }) => {
    const { round, number, lang: _, format, ...rest } = query;
    reply.header('cache-control', 'private, no-store');
    const asked = {
      ...params,
      round,
      numbers: codesIn(number),
      filters: filtersOf(rest),
      language: languageOf(request),
    };
    const person = requireSigned(user);
    const own = await ownPortfolio(db, clock(), person, asked, publicUrl);
    if (format !== 'xlsx') return own;
    const { code: ministry } = own.ministry;
    const details = { year: own.year, ministry, format };
    const taken = {
      actor: person.personId,
      action: 'portfolio.taken',
      subject: `ministry:${ministry}`,
      details,
    } as const;
    await db.transaction((tx) => record(tx, taken, clock()));
    const content = Buffer.from(await ownXlsx(own, asked.language, clock()));
    // Not as open data are sent: it has no licence, and its name says what it is.
    const name = nameOfFile(['ikke-offentlig', ministry, String(own.year)]);
    return reply.type(xlsxType).header('content-disposition', `attachment; filename="${name}.xlsx"`).send(content);
  });
}

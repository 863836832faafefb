import { queryText, registerQuery, searchedFor } from '@samblikk/contract';
import { format, type Language, languages, prefixes } from '@samblikk/text';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { cacheable, type Deps } from '../platform/http/index.ts';
import { type News, newsOf, newsOfMeasure, requestOf, searchInWords } from '../register/index.ts';
import { refuseMeasure, releases } from '../releases/index.ts';
import { atomOf, type Feed, type FeedEntry } from './atom.ts';
import { words } from './texts.ts';

/** How many entries a feed has; the newest. */
const most = 50;
const atomType = 'application/atom+xml; charset=utf-8';

/**
 * What is new as Atom, at the addresses of the pages with `.atom` behind: of any search of the register, and of any measure.
 * Everything is read as the public reads it, through the register.
 */
export function feedRoutes(app: FastifyInstance, { config, readDb, clock }: Deps): void {
  const base = config.publicUrl;
  const place: Place = { base, tag: `tag:${new URL(base).hostname},2026` };
  const open = { hide: true } as const;

  const send = (reply: FastifyReply, feed: Feed) => {
    cacheable(reply, { lastModified: [feed.updated] });
    return reply.type(atomType).send(atomOf(feed));
  };
  /** When anything of it can have changed last: what is withdrawn changes it too, which the ETag tells. */
  const updatedAt = async () => {
    const all = await releases(readDb, clock());
    return new Date(Math.max(0, ...all.map(({ publishedAt }) => publishedAt.getTime())));
  };

  for (const language of languages) {
    const at = prefixes[language];
    app.get(
      `${at}/register.atom`,
      { schema: { ...open, querystring: registerQuery }, config: { open: true } },
      async (request, reply) => {
        const { page: _, size: __, cursor: ___, ...query } = request.query as z.output<typeof registerQuery>;
        const asked = { ...requestOf(query, request), release: undefined, language };
        const search = await searchInWords(readDb, clock(), asked);
        const news = await newsOf(readDb, clock(), asked, { most: most + 1 });
        const address = queryText(searchedFor(new URLSearchParams(request.url.split('?')[1])));
        return send(reply, {
          ...about(language, news.length > most),
          id: `${place.tag}:${at.slice(1) || 'nb'}/register${address}`,
          title: say(language, 'feed', { search: search.parts.join(' · ') || words.all[language] }),
          updated: news[0]?.at ?? (await updatedAt()),
          self: `${base}${at}/register.atom${address}`,
          page: `${base}${at}/register${address}`,
          entries: news.slice(0, most).map((one) => entryOf(one, language, place)),
        });
      },
    );
    app.get(
      `${at}/tiltak/:number.atom`,
      { schema: { ...open, params: z.object({ number: z.string().max(40) }) }, config: { open: true } },
      async (request, reply) => {
        const { number } = request.params as { number: string };
        const news = await newsOfMeasure(readDb, clock(), { number, language }, { most: most + 1 });
        const [newest] = news;
        if (!newest) return refuseMeasure(readDb, number);
        const title = titleOf(newest, language);
        return send(reply, {
          ...about(language, news.length > most),
          id: `${place.tag}:${at.slice(1) || 'nb'}/tiltak/${number}`,
          title: newest.title === null ? title : say(language, 'feedOf', { number, title }),
          updated: newest.at,
          self: `${base}${at}/tiltak/${number}.atom`,
          page: `${base}${at}/tiltak/${number}`,
          entries: news.slice(0, most).map((one) => entryOf(one, language, place)),
        });
      },
    );
  }
}

interface Place {
  readonly base: string;
  readonly tag: string;
}

type Said = Readonly<Record<string, string>>;
const say = (language: Language, key: keyof typeof words, values: Said): string =>
  format(words[key], language, values).trim();

const about = (language: Language, cut: boolean) => ({
  language,
  subtitle: say(language, 'subtitle', { cut: cut ? 'yes' : 'no', most: String(most) }),
});

const titleOf = ({ title, number }: News, language: Language): string => title ?? say(language, 'untitled', { number });

function entryOf(news: News, language: Language, { base, tag }: Place): FeedEntry {
  const { key, number, year, kind, release, at, agency, summary, changes } = news;
  const { blank, withheld } = words;
  const label = say(language, kind, { release, year: String(year) });
  const shown = (text: string | null, isWithheld: boolean) => text ?? (isWithheld ? withheld : blank)[language];
  const lines = changes.map(
    (one) => `${one.label}: ${shown(one.before, one.withheld)} → ${shown(one.after, one.withheld)}`,
  );
  return {
    id: `${tag}:tiltak/${key}`,
    title: titleOf(news, language),
    updated: at,
    page: `${base}${prefixes[language]}/tiltak/${number}?round=${year}`,
    author: agency,
    category: { term: kind, label },
    summary: [`${label}.`, ...(lines.length > 0 ? lines : summary === null ? [] : [summary])].join('\n'),
  };
}

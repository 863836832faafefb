import { license } from '@samblikk/contract';
import { writableInXml } from '@samblikk/files';
import type { Language } from '@samblikk/text';
import { safe } from '../platform/http/index.ts';

/** A feed as Atom 1.0 (RFC 4287) has it; addresses are whole. */
export interface Feed {
  readonly language: Language;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly updated: Date;
  /** Where the feed is, and the page with the same. */
  readonly self: string;
  readonly page: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly page: string;
  readonly author: string;
  readonly category: { readonly term: string; readonly label: string };
  readonly summary: string;
}

const text = (words: string): string => safe(writableInXml(words.toWellFormed()));
const element = (name: string, words: string): string => `<${name}>${text(words)}</${name}>`;
const link = (rel: string, type: string, href: string): string =>
  `<link rel="${rel}" type="${type}" href="${text(href)}"/>`;

/** The feed as it is sent. */
export function atomOf({ language, id, title, subtitle, updated, self, page, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', id),
    element('title', title),
    element('subtitle', subtitle),
    element('updated', updated.toISOString()),
    link('self', 'application/atom+xml', self),
    link('alternate', 'text/html', page),
    `<link rel="license" href="${license.url}"/>`,
    element('rights', license.name),
    '<author><name>Samblikk</name></author>',
    ...entries.map(entryOf),
    '</feed>\n',
  ].join('\n');
}

function entryOf({ id, title, updated, page, author, category, summary }: FeedEntry): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', updated.toISOString()),
    link('alternate', 'text/html', page),
    `<author>${element('name', author)}</author>`,
    `<category term="${text(category.term)}" label="${text(category.label)}"/>`,
    element('summary', summary),
    '</entry>',
  ].join('\n');
}

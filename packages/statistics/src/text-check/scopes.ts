import { combineFilters, type Filters } from '../filter.ts';
import type { Said, TextCheck } from './check-text.ts';
import type { Claim } from './claims.ts';
import { backward } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Scope } from './tie.ts';

/** The words that may say what a number is about, the nearest first. */
export function scopesOf(check: TextCheck, sentence: Said, claim: Claim, at: number): readonly Scope[] {
  const { mentions, text, claims, piece } = sentence;
  const index = claims.indexOf(claim);
  const within = (from: number, to: number) => mentions.filter((one) => one.at >= from && one.at < to);
  const from = claims[index - 1]?.to ?? 0;
  const to = claims[index + 1]?.from ?? text.length;
  const clause = Math.max(
    from,
    ...[...text.slice(0, claim.from).matchAll(/[,;:]\s|\s(?:men|mens|but|while|og|and)\s/gu)].map(({ index }) => index),
  );
  const before = within(
    claim.bracketed || claim.kind === 'fraction' || sentence.kind === 'row' ? from : clause,
    claim.from,
  );
  // What stands in brackets is of what is before them, unless they follow a number of the same.
  const after = within(claim.to, to);
  // `Ministry of Finance: 12 of 432 measures, …`: what a colon leads up to is of what stands before it.
  const colon = text.lastIndexOf(': ', claim.from);
  const part = [...text.slice(0, Math.max(0, colon)).matchAll(/[,;:]\s/g)].at(-1)?.index ?? 0;
  const lead =
    sentence.kind === 'row' || within(colon, claim.from).length > 0
      ? []
      : mentions.filter(({ at, end }) => at < colon && end > part);
  const beside = claim.bracketed && before.length > 0 ? before : after.length > 0 ? after : before;
  const led = lead.length > 0 && (beside.length === 0 || text.slice(colon + 1, claim.from).trim() === '');
  const own = claim.kind === 'vague' ? after : led ? lead : beside;
  const rest = mentions.filter((one) => !own.includes(one));
  const around = [...before, ...after].filter((one) => !own.includes(one));
  // A rough word without a word of what it is of is of nothing that can be counted.
  if (claim.kind === 'vague' && own.length === 0) return [];
  const beforeIt = backward.test(text) ? (check.said[at - 1]?.mentions ?? []) : [];
  const earlier = earlierThan(check, at, piece);
  const scopes: Scope[] = [];
  if (own.length > 0) {
    if (claim.kind === 'vague' || claim.kind === 'fraction')
      scopes.push({ needed: own, others: before, text, own: true });
    scopes.push(
      { needed: own, others: [], text, own: true },
      { needed: own, others: around, text },
      { needed: own, others: rest, text },
    );
    // `Effektivisering er ventet av 255 tiltak`: what it is of may stand before it too.
    if (own !== before && before.length > 0) scopes.push({ needed: before, others: after, text });
    for (const one of earlier) scopes.push({ needed: own, others: [one, ...rest], text, far: true });
  } else {
    if (rest.length > 0) scopes.push({ needed: rest, others: [], text });
    if (beforeIt.length > 0)
      scopes.push({ needed: beforeIt, others: [], text: check.said[at - 1]?.text ?? '', far: true });
    for (const one of earlier) scopes.push({ needed: [one], others: rest, text, far: true });
  }
  return scopes;
}

/** What was counted just before, which “these” and “of them” look back on. */
function earlierThan(check: TextCheck, at: number, piece: number): readonly Mention[] {
  const { chapter } = check.said[at] as Said;
  return check.settled
    .slice(-6)
    .filter(({ sentence }) => sentence.index >= at - 3 && (sentence.piece === piece || sentence.chapter === chapter))
    .reverse()
    .flatMap(({ tied }) => {
      const among = tied.part?.among ?? {};
      const both = tied.selection.map((filters) => combineFilters(among, filters));
      const alternatives: Filters[] = [...both, ...(Object.keys(among).length > 0 ? [among] : [])];
      return [{ at: 0, end: 0, alternatives, strong: false }];
    });
}

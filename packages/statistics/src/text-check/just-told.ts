import type { Text } from '@samblikk/questionnaire';
import { shareAgrees } from './agree.ts';
import type { Said } from './check-text.ts';
import type { Claim } from './claims.ts';
import { plain } from './messages.ts';

/**
 * A share of a number told right before it, where the words say no more: `115 do not: 27 per cent of the 432`,
 * `91 measures do so. That is 21 per cent of the 432`.
 * @returns whether the two agree, and the sum written out; undefined when it is no such share
 */
export function ofJustTold(
  sentence: Said,
  before: Said | undefined,
  claim: Claim,
): { agrees: boolean; as: Text } | undefined {
  if (claim.kind !== 'percent' || !claim.of) return undefined;
  const told = numberBefore(sentence, before, claim);
  if (!told || told.value > claim.of || (told.of !== undefined && told.of !== claim.of)) return undefined;
  const percent = (told.value / claim.of) * 100;
  const sum = `${told.value} / ${claim.of} = ${Math.round(percent * 10) / 10} %`;
  const norwegian = sum.replace('.', ',');
  return { agrees: shareAgrees(claim, percent), as: plain(norwegian, norwegian, sum) };
}

function numberBefore({ text, claims, piece }: Said, before: Said | undefined, claim: Claim): Claim | undefined {
  const isNumber = (one: Claim | undefined) => (one?.kind === 'count' || one?.kind === 'of' ? one : undefined);
  const last = claims[claims.indexOf(claim) - 1];
  if (last) return /^[^.;:]*:\s*$/.test(text.slice(last.to, claim.from)) ? isNumber(last) : undefined;
  const goesOn = /^\s*(?:That is|Det er)\s*$/.test(text.slice(0, claim.from));
  return goesOn && before?.piece === piece && before.claims.length === 1 ? isNumber(before.claims[0]) : undefined;
}

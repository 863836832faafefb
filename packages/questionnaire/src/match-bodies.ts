import { type Body, bodyNamed, freeBodyName, isBodyCode } from './bodies.ts';
import type { AnswerValue } from './definition.ts';
import type { Problem } from './kinds/kind.ts';
import { plain } from './match-text.ts';
import type { Translation } from './match-words.ts';

interface Known {
  readonly bodies?: readonly Body[] | undefined;
  /** What someone said a word stands for: a code, or `''` for nothing. */
  readonly chosen: (word: string) => string | undefined;
  /** Names that nobody knows are no answer at all: for guessing what a column holds. */
  readonly exact?: boolean | undefined;
}

interface ReadBodies {
  readonly answer?: AnswerValue;
  readonly problems?: readonly Problem[];
  readonly words?: readonly Translation[];
}

/** The bodies named in a cell. One that nobody knows loses only itself: it is a word to be resolved. */
export function readBodies(text: string, known: Known): ReadBodies {
  const words = parts(text, /[;|\n]/).flatMap((part) => {
    const whole = bodyOf(part, known);
    if (whole.code !== undefined) return [whole];
    // A name may have commas and an "og" of its own, so the whole is tried before its parts.
    const listed = parts(part, /,/).map((piece) => bodyOf(piece, known));
    return listed.flatMap((piece) => (piece.code === undefined ? pair(piece, known) : [piece]));
  });
  if (known.exact && words.some(({ code }) => code === undefined))
    return { problems: [{ code: 'notAnOrganisationNumber' }] };
  const codes = [...new Set(words.flatMap(({ code }) => code || []))];
  return { ...(codes.length > 0 && { answer: codes }), words };
}

/** `NVE og DSB`, `KS/Nav`: two names where both are known; else the one word it is. */
function pair(word: Translation, known: Known): readonly Translation[] {
  const both = parts(word.word, /[/+&]|\s(?:og|and|samt)\s/).map((piece) => bodyOf(piece, known));
  return both.every(({ code }) => code !== undefined) ? both : [word];
}

function bodyOf(word: string, { bodies = [], chosen }: Known): Translation {
  const said = chosen(plain(word));
  if (said !== undefined) return { word, code: said, how: 'chosen' };
  const digits = word.replace(/\s/g, '');
  const code = /^\d{9}$/.test(digits) ? digits : word;
  if (isBodyCode(code) || freeBodyName(code) !== undefined) return { word, code, how: 'code' };
  const named = bodyNamed(bodies, word);
  return named === undefined ? { word, code: undefined, how: 'unknown' } : { word, code: named, how: 'label' };
}

function parts(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => plain(part) !== '');
}

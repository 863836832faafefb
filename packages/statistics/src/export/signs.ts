import type { Text } from '@samblikk/questionnaire';
import type { Table } from '../table.ts';

/**
 * Why there is no number, by the signs of official statistics in Norway (https://www.ssb.no/en/omssb/symbols-in-tables):
 * `:` not for publication, `.` not possible (a share of nothing), `..` missing (no amount was stated).
 */
export type Sign = ':' | '.' | '..';

export const signTexts: Record<Sign, Text> = {
  ':': {
    nb: '«:» betyr at tallet ikke vises, for ikke å røpe opplysninger som er unntatt offentlighet.',
    nn: '«:» tyder at talet ikkje blir vist, for ikkje å røpe opplysningar som er unnatekne offentlegheit.',
    en: '“:” means that the number is not shown, so as not to reveal what is exempt from publication.',
  },
  '.': {
    nb: '«.» betyr at tallet ikke kan regnes ut: ingen tiltak å regne andelen av.',
    nn: '«.» tyder at talet ikkje kan reknast ut: ingen tiltak å rekne delen av.',
    en: '“.” means that there is no such number: no measures to take the share of.',
  },
  '..': {
    nb: '«..» betyr at tallet mangler: ingen av tiltakene har oppgitt beløpet.',
    nn: '«..» tyder at talet manglar: ingen av tiltaka har oppgitt beløpet.',
    en: '“..” means that the number is missing: none of the measures stated the amount.',
  },
};

/** Why a cell has no number; undefined where it has one. The same in every format. */
export function signAt({ values, status, unit }: Table, cell: number): Sign | undefined {
  if (status?.[cell] !== undefined) return ':';
  if (values[cell] !== null && values[cell] !== undefined) return undefined;
  return unit === 'kroner' ? '..' : '.';
}

/** The signs of a table, by cell. */
export function signsOf(table: Table): Readonly<Record<string, Sign>> {
  return Object.fromEntries(
    table.values.flatMap((_, cell) => {
      const sign = signAt(table, cell);
      return sign === undefined ? [] : [[String(cell), sign]];
    }),
  );
}

/** What the signs in a table mean. */
export function signNotes(table: Table): readonly Text[] {
  const used = new Set(Object.values(signsOf(table)));
  return (Object.keys(signTexts) as Sign[]).filter((sign) => used.has(sign)).map((sign) => signTexts[sign]);
}

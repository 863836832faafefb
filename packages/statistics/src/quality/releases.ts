import { type Grid, inWhole, number, plain } from './grid.ts';

/** A public release of a round, and what is public of what changed from the one before it. */
export interface ReleaseChange {
  /** As `2026.2`. */
  readonly name: string;
  readonly measures: number;
  readonly publicMeasures: number;
  /** Null for the first. */
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number } | null;
}

/** The public releases of a round, oldest first, with how many public measures are new, changed and gone in each. */
export function changesByRelease(releases: readonly ReleaseChange[]): Grid {
  const last = releases.at(-1);
  const [name, n] = [last?.name ?? '', inWhole(last?.measures ?? 0)];
  return {
    id: 'releases',
    title: { nb: 'Fra utgave til utgave', nn: 'Frå utgåve til utgåve', en: 'From release to release' },
    finding: {
      nb: `Runden har ${inWhole(releases.length)} ${releases.length === 1 ? 'offentlig utgave' : 'offentlige utgaver'}; ${name} har ${n} tiltak.`,
      nn: `Runden har ${inWhole(releases.length)} ${releases.length === 1 ? 'offentleg utgåve' : 'offentlege utgåver'}; ${name} har ${n} tiltak.`,
      en: `The round has ${inWhole(releases.length)} public ${releases.length === 1 ? 'release' : 'releases'}; ${name} has ${n} measures.`,
    },
    rowLabel: { nb: 'Utgave', nn: 'Utgåve', en: 'Release' },
    columns: [
      { code: 'measures', label: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' }, unit: 'measures' },
      {
        code: 'public',
        label: { nb: 'Av dem offentlige', nn: 'Av dei offentlege', en: 'Of these, public' },
        unit: 'measures',
      },
      { code: 'added', label: { nb: 'Nye', nn: 'Nye', en: 'New' }, unit: 'measures' },
      { code: 'changed', label: { nb: 'Endret', nn: 'Endra', en: 'Changed' }, unit: 'measures' },
      { code: 'removed', label: { nb: 'Ute', nn: 'Ute', en: 'Gone' }, unit: 'measures' },
    ],
    rows: releases.map(({ name: code, measures, publicMeasures, changes }) => ({
      code,
      label: plain(code),
      cells: [
        number(measures),
        number(publicMeasures),
        ...[changes?.added, changes?.changed, changes?.removed].map((value) => number(value ?? null)),
      ],
    })),
    notes: [
      {
        nb: 'Nye, endrede og utgåtte tiltak er talt av det som er offentlig i utgavene.',
        nn: 'Nye, endra og utgåtte tiltak er talde av det som er offentleg i utgåvene.',
        en: 'New, changed and gone measures are counted of what is public in the releases.',
      },
    ],
  };
}

import type { Text } from '@samblikk/questionnaire';
import {
  type Dataset,
  figuresOf,
  type Grid,
  lateEffect,
  lateNumbers,
  lateSummary,
  variablesIn,
} from '@samblikk/statistics';
import type { LoadedRelease } from '../releases/index.ts';

const sumOf = ({ late }: Dataset): number => late?.reduce((sum, is) => sum + is, 0) ?? 0;

/**
 * What the late measures mean for each figure. Only late measures that are public are taken out: which agencies were late can be
 * known, so that a difference over the others would tell what they answered. They are in both numbers.
 */
export function lateGrids(from: LoadedRelease): Grid[] {
  const late = from.sealed.late;
  const all = sumOf(from.countedBy([]));
  const open = sumOf(from.sealed);
  if (!late || open === 0) return [];
  const effects = figuresOf(from.sealed).map((figure) =>
    lateEffect(figure, { ...from.countedBy(variablesIn(figure)), late }),
  );
  return [lateSummary(effects, notesOf({ all, open, n: from.release.measures })), lateNumbers(effects)];
}

function notesOf({ all, open, n }: { all: number; open: number; n: number }): Text[] {
  const kept = all - open;
  return [
    {
      nb: `${all} av ${n} tiltak kom inn etter fristen.`,
      nn: `${all} av ${n} tiltak kom inn etter fristen.`,
      en: `${all} of ${n} measures came in after the deadline.`,
    },
    ...(kept > 0
      ? [
          {
            nb: `${kept} av dem er unntatt offentlighet, og er med i begge tallene, så forskjellen ikke røper svarene.`,
            nn: `${kept} av dei er unnatekne offentlegheit, og er med i begge tala, så skilnaden ikkje røper svara.`,
            en: `${kept} of them ${kept === 1 ? 'is' : 'are'} exempt from publication, and in both numbers, so that the difference does not reveal the answers.`,
          },
        ]
      : []),
  ];
}

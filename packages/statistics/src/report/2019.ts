import type { Figure } from '../figure.ts';
import type { Publication } from '../provenance.ts';
import { totals2019 } from './2019-totals.ts';
import { effects, phases, yearlyFigures } from './figures.ts';

/** What the note of 2019 compared with 2018, and what may not be compared. */
const remarks = new Map([
  [
    effects,
    {
      nb: 'Kan ikke sammenlignes med 2018: da var spørsmålet om ett hovedformål, i 2019 om inntil tre effekter.',
      nn: 'Kan ikkje samanliknast med 2018: då var spørsmålet om eitt hovudformål, i 2019 om inntil tre effektar.',
      en: 'Not comparable with 2018, when the question was about one main purpose; in 2019 it was about up to three effects.',
    },
  ],
  [
    phases,
    {
      nb: 'Notatet viste også 2018. Svarene fra 2018 er ikke med her.',
      nn: 'Notatet viste også 2018. Svara frå 2018 er ikkje med her.',
      en: 'The published note also showed 2018. The answers of 2018 are not included here.',
    },
  ],
]);

/** The ten figures of Difi Notat 2019:10. */
export const report2019: readonly Figure[] = yearlyFigures.map((figure) => {
  const remark = remarks.get(figure);
  return remark ? { ...figure, notes: [...(figure.notes ?? []), remark] } : figure;
});

/** The numbers that the note tells; every other one comes from measures that were made up to fit them. */
export const publication2019: Publication = {
  source: { nb: 'Difi-notat 2019:10', nn: 'Difi-notat 2019:10', en: 'Difi memo 2019:10' },
  counts: totals2019.flatMap(([, total]) => ('count' in total ? [total.count] : [])),
  shares: totals2019.flatMap(([, total]) => ('percent' in total ? [{ share: total.percent, of: total.of }] : [])),
};

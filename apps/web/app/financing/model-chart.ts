import type { LineChart } from '@samblikk/charts';
import type { FinancingModelsReply } from '@samblikk/contract/client';
import { formatNumber, type Language, type usePublicText } from '../i18n/index.ts';

/** The bills of one service owner by each way of paying: a step is seen as a jump, a price per use follows the use. */
export function chartOfCurves(
  { curves, years, asked, accounts, invented }: FinancingModelsReply,
  t: ReturnType<typeof usePublicText>,
  language: Language,
): LineChart {
  const { label: owner } = asked.owner;
  const steps = curves.find(({ code }) => code === 'steps')?.kroner ?? [];
  const rises = steps.map((now, at) => (at > 0 ? now - (steps[at - 1] ?? 0) : 0));
  const at = rises.indexOf(Math.max(...rises));
  const [from, to] = [steps[at - 1] ?? 0, steps[at] ?? 0];
  const jumps = from > 0 && 10 * (to - from) > from;
  const inYear = (at: number) => years[at]?.year ?? accounts.assumptions.priceYear;
  return {
    kind: 'lines',
    unit: 'kroner',
    title: t('models.curves', { owner }) + (invented ? ` (${t('models.inventedMark')})` : ''),
    description: jumps
      ? t('models.curvesDescription', {
          ...{ owner, year: String(inYear(at)) },
          ...{ from: formatNumber(from, language), to: formatNumber(to, language) },
        })
      : t('models.curvesNoJump', { owner }),
    years: years.map(({ year }) => year),
    lines: curves.map(({ code, label, kroner }) => ({
      ...{ code, label },
      pieces: [
        kroner.map((value, place) => ({
          ...{ year: inYear(place), value },
          text: formatNumber(Math.round(value / 1000), language),
        })),
      ],
    })),
    breaks: [],
  };
}

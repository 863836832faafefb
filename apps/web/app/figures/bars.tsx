import { chartOfStat, isDrawable, layersOf } from '@samblikk/statistics';
import { useLanguage } from '../i18n/index.ts';
import { ChartPicture, narrowHeight } from './chart-picture.tsx';
import type { Dataset } from './dataset.ts';

/** What of a table is drawn. */
type Drawn = Pick<Dataset, 'stat'>;

/** A table as bars: one chart, or one for each layer of a table that has such; with `layer` only that one. */
export function Bars({
  dataset: { stat },
  label,
  layer: only,
}: {
  dataset: Drawn;
  label: string;
  layer?: number | undefined;
}) {
  const language = useLanguage();
  const layers = layersOf(stat);
  if (layers.length === 0 || only !== undefined)
    return <ChartPicture chart={{ ...chartOfStat(stat, language, only), title: label }} />;
  return (
    <div className="chart-layers">
      {layers.map((layer, at) => (
        <div key={layer}>
          <h3 className="ds-heading" data-size="2xs">
            {layer}
          </h3>
          <ChartPicture chart={{ ...chartOfStat(stat, language, at), title: `${label}: ${layer}` }} />
        </div>
      ))}
    </div>
  );
}

/** Whether a table is small enough to be read as a picture. */
export const isDrawn = ({ stat }: Drawn): boolean => isDrawable(stat);

/** How tall the bars of a table are where there is little room, in pixels. */
export const barsHeight = ({ stat }: Drawn): number => narrowHeight(chartOfStat(stat, 'nb'));

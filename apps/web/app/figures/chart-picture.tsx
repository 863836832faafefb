import { type Chart, drawChart } from '@samblikk/charts';
import { useId } from 'react';

/** The widths a chart is drawn for: labels above bars where there is little room, beside them where there is more. */
const widths = { narrow: 300, wide: 560 } as const;

/**
 * A chart, drawn on the server as in files and reports. Both widths stand in the page, and styles show the one that there is room
 * for: no script measures anything.
 */
export function ChartPicture({ chart }: { chart: Chart }) {
  const id = useId().replaceAll(/\W/g, '');
  return (
    <div className="chart">
      {(['narrow', 'wide'] as const).map((size) => (
        <div
          key={size}
          className={`chart-${size}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own SVG, in which all text is escaped
          dangerouslySetInnerHTML={{ __html: drawChart(chart, { width: widths[size], id: `chart${id}${size}` }) }}
        />
      ))}
    </div>
  );
}

/** How tall a chart is where there is little room, in pixels. */
export function narrowHeight(chart: Chart): number {
  const svg = drawChart(chart, { width: widths.narrow, id: 'height' });
  return Number(/ height="(\d+)"/.exec(svg)?.[1] ?? 0);
}

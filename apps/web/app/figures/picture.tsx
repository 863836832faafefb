import './picture.css';
import { type Chart, drawChart } from '@samblikk/charts';

/** A chart, drawn twice: for where there is room, and for a narrow screen. The one that is not shown is not read out either. */
export function Picture({ chart, id }: { chart: Chart; id: string }) {
  return (
    <div className="picture">
      {(['wide', 'narrow'] as const).map((size) => (
        <div
          key={size}
          className={`picture-${size}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: SVG of ours, every text in it escaped
          dangerouslySetInnerHTML={{ __html: drawChart(chart, { width: widths[size], id: `${id}-${size}` }) }}
        />
      ))}
    </div>
  );
}

const widths = { wide: 600, narrow: 340 };

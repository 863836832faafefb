import { drawChart, type FlowChart } from '@samblikk/charts';
import { formatNumber, type Language } from '@samblikk/text';

interface Node {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

/** Flows as the API sends them. */
export interface StatFlows {
  readonly from: { readonly year: number } | null;
  readonly to: { readonly year: number } | null;
  readonly nodes: { readonly from: readonly Node[]; readonly to: readonly Node[] };
  readonly flows: readonly { readonly from: string; readonly to: string; readonly count: number }[];
}

const labelOf = (side: readonly Node[], code: string): string => side.find((node) => node.code === code)?.label ?? code;

/** What became of the measures of one round in another, as bands between two columns. */
export function chartOfFlows({ from, to, nodes, flows }: StatFlows, title: string, language: Language): FlowChart {
  return {
    ...{ kind: 'flows', title, unit: 'measures' },
    description: flows
      .map((flow) => `${labelOf(nodes.from, flow.from)} → ${labelOf(nodes.to, flow.to)}: ${flow.count}.`)
      .join(' '),
    from: { label: String(from?.year ?? ''), nodes: nodes.from },
    to: { label: String(to?.year ?? ''), nodes: nodes.to },
    flows: flows.map((flow) => ({ ...flow, text: formatNumber(flow.count, language) })),
  };
}

/** The same as a picture that explains itself where it is found alone, as SVG. */
export function pictureOfFlows(
  flows: StatFlows,
  { title, language, below }: { title: string; language: Language; below: readonly string[] },
): string {
  return drawChart(chartOfFlows(flows, title, language), {
    ...{ width: 800, id: 'flows', frame: { heading: title, above: [], below } },
  });
}

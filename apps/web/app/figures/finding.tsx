import { useDataHref } from '../ui/index.ts';
import { type Finding, listAddress } from './dataset.ts';

/** What a figure says, in a sentence; each number leads to the list of the measures it counts. */
export function FindingText({
  finding,
  year,
  release,
}: {
  finding: Finding;
  year: number;
  release?: number | undefined;
}) {
  const to = useDataHref();
  return finding.map(({ text, measures }) =>
    measures === undefined ? (
      <span key={text}>{text}</span>
    ) : (
      <a key={JSON.stringify(measures)} className="finding-number" href={to(listAddress(measures, year, release))}>
        {text}
      </a>
    ),
  );
}

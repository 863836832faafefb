import { Fragment } from 'react';
import { useDataHref } from '../ui/index.ts';
import { type Finding, listAddress } from './dataset.ts';
import { InventedMark } from './provenance.tsx';

/** What a figure says, in a sentence; each number leads to the list of the measures it counts, and is marked when it is made up. */
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
  return finding.map(({ text, measures, origin }) => (
    <Fragment key={measures === undefined ? text : JSON.stringify(measures)}>
      {measures === undefined ? (
        <span>{text}</span>
      ) : (
        <a className="finding-number" href={to(listAddress(measures, year, release))}>
          {text}
        </a>
      )}
      {origin === 'invented' && <InventedMark />}
    </Fragment>
  ));
}

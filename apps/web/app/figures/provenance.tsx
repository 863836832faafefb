import { useText } from '../i18n/index.ts';
import type { Dataset } from './dataset.ts';

/** Stands beside a number that was made up; what it means is said near by. */
export function InventedMark() {
  return <span className="invented-mark">*</span>;
}

/** Which numbers are published and which made up; for a round of which no number is published, what is said of the round. */
export function provenanceOf({ provenance, notice }: Dataset): string | null {
  return provenance ?? notice;
}

/** The same in words on the page, with what the mark means where it stands. */
export function ProvenanceText({ dataset }: { dataset: Dataset }) {
  const t = useText();
  return (
    <>
      {provenanceOf(dataset)} {dataset.marked && t('figure.inventedMark')}
    </>
  );
}

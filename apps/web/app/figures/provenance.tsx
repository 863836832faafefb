import { usePublicText } from '../i18n/index.ts';
import type { Dataset } from './dataset.ts';

/** Stands beside a number that was made up; what it means is said near by. */
export function InventedMark() {
  return <span className="invented-mark">*</span>;
}

/** Whether a figure says itself where its numbers are from. What is said of a whole round stands once on the page. */
export const hasProvenance = ({ provenance, marked }: Dataset): boolean => provenance !== null || marked;

/** Which numbers are published and which made up, with what the mark means where it stands. */
export function ProvenanceText({ dataset }: { dataset: Dataset }) {
  const t = usePublicText();
  return (
    <>
      {dataset.provenance} {dataset.marked && t('figure.inventedMark')}
    </>
  );
}

import type { SpreadsheetPreview } from '@samblikk/contract/client';
import { useRef, useState } from 'react';
import { RowPlace } from './row-place.tsx';
import type { Mapping } from './send.ts';
import { useSheetText } from './texts.ts';
import { Tick } from './tick.tsx';

interface Props {
  preview: SpreadsheetPreview;
  mapping: Mapping;
  /** Makes the preview anew. */
  onMapping: (mapping: Mapping) => void;
}

/** How many rows come in as they are. */
export const readyRows = ({
  new: added,
  changed,
  carriedForward,
  ended,
  unchanged,
}: SpreadsheetPreview['counts']): number => added + changed + carriedForward + ended + unchanged;

/** What is asked once for the whole list. */
export function Decisions({ preview: { implied, withoutContact }, mapping, onMapping }: Props) {
  const t = useSheetText();
  const contact = withoutContact > 0 || mapping.ownContact;
  if (implied.length === 0 && !contact) return null;
  return (
    <section className="sheet-part" aria-labelledby="decisions">
      <h3 className="ds-heading" data-size="xs" id="decisions">
        {t('decisions')}
      </h3>
      {implied.length > 0 && (
        <Tick on={!mapping.withoutImplied} onChange={(on) => onMapping({ ...mapping, withoutImplied: !on })}>
          {implied.map(({ question, label, answer, rows }) => (
            <span key={question}>{t('implied', { label, answer, rows })} </span>
          ))}
        </Tick>
      )}
      {contact && (
        <Tick on={mapping.ownContact} onChange={(ownContact) => onMapping({ ...mapping, ownContact })}>
          {t('ownContact', { rows: withoutContact })}
        </Tick>
      )}
    </section>
  );
}

/** The rows that wait when the others are imported, by name, and what could bring them along. */
export function RowsAtFault({ preview: { counts, rows }, mapping, onMapping }: Props) {
  const t = useSheetText();
  if (counts.faulty === 0 && !mapping.leaveOutCells) return null;
  const faulty = rows.filter(({ kind }) => kind === 'faulty');
  const ready = readyRows(counts);
  return (
    <div className="sheet-part">
      {faulty.length > 0 && (
        <>
          <p>{ready > 0 ? t('faultyStop', { count: counts.faulty }) : t('faultyAll')}</p>
          <RowNames rows={faulty} />
        </>
      )}
      <Tick on={mapping.leaveOutCells} onChange={(leaveOutCells) => onMapping({ ...mapping, leaveOutCells })}>
        {t('leaveOutCells')}
      </Tick>
    </div>
  );
}

type Row = SpreadsheetPreview['rows'][number];

function RowNames({ rows }: { rows: readonly Row[] }) {
  const t = useSheetText();
  const most = 20;
  return (
    <ul className="sheet-names">
      {rows.slice(0, most).map((row) => (
        <li key={row.key}>
          <RowPlace of={row} /> <span>{row.title ?? t('unnamed')}</span>
        </li>
      ))}
      {rows.length > most && <li>…</li>}
    </ul>
  );
}

/** The rows that make public what is withheld. */
export const toConfirm = ({ rows }: SpreadsheetPreview): readonly Row[] =>
  rows.filter(({ becomesPublic, kind }) => becomesPublic && kind !== 'faulty' && kind !== 'skipped');

/** Whether that is confirmed, for this preview and no other. */
export function useConfirmedPublic(preview: SpreadsheetPreview | undefined) {
  const [plan, setPlan] = useState<string>();
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  return {
    on: preview !== undefined && plan === preview.plan,
    missing,
    box,
    confirm: (on: boolean) => {
      setPlan(on ? preview?.plan : undefined);
      setMissing(false);
    },
    /** Says that it is missing, at the box. */
    demand: () => {
      setMissing(true);
      box.current?.focus();
    },
  };
}

/** Names the measures that would become public, and asks for a yes by itself. */
export function MayBecomePublic({
  preview,
  on,
  missing,
  box,
  confirm,
}: { preview: SpreadsheetPreview } & Omit<ReturnType<typeof useConfirmedPublic>, 'demand'>) {
  const t = useSheetText();
  const rows = toConfirm(preview);
  if (rows.length === 0) return null;
  return (
    <section className="ds-alert sheet-part" data-color="danger" aria-labelledby="becomes-public">
      <h3 className="ds-heading" data-size="xs" id="becomes-public">
        {t('becomesPublicHead', { count: rows.length })}
      </h3>
      <p>{t('becomesPublicText')}</p>
      <RowNames rows={rows} />
      <Tick on={on} onChange={confirm} box={box} fault={missing ? t('becomesPublicMissing') : undefined}>
        {t('becomesPublicConfirm', { count: rows.length })}
      </Tick>
    </section>
  );
}

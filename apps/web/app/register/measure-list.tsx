import { Heading } from '@digdir/designsystemet-react';
import type { RegisterItem } from '@samblikk/contract';
import { useHref, useText } from '../i18n/text.tsx';

/** Measures as a list: name, whose it is, what it delivers, and what was answered. */
export function MeasureList({ items, years }: { items: readonly RegisterItem[]; years: number }) {
  return (
    <ol className="measures">
      {items.map((item) => (
        <MeasureItem key={`${item.id}-${item.year}`} item={item} showYear={years > 1} />
      ))}
    </ol>
  );
}

function MeasureItem({ item, showYear }: { item: RegisterItem; showYear: boolean }) {
  const t = useText();
  const to = useHref();
  return (
    <li className="measure">
      <p className="measure-owner small subtle">
        {item.agency.label} · {item.ministry.label}
        {showYear && ` · ${item.year}`}
      </p>
      <Heading level={3} data-size="xs">
        <a href={to(`/tiltak/${item.number}`)}>{item.title ?? t('measure.untitled', { number: item.number })}</a>
      </Heading>
      {item.summary && <p className="measure-summary">{item.summary}</p>}
      <ul className="measure-facts">
        {item.cost && (
          <li>
            <span className="visually-hidden">{item.cost.label}: </span>
            <strong>{item.cost.text}</strong>
          </li>
        )}
        {item.facts.map(({ id, label, text }) => (
          <li key={id} title={label}>
            <span className="visually-hidden">{label}: </span>
            {text}
          </li>
        ))}
        {item.visibility === 'inPart' && <li className="measure-part">{t('measure.inPart')}</li>}
        {item.late && <li className="measure-part">{t('measure.late')}</li>}
      </ul>
    </li>
  );
}

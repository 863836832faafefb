import type { Facet, RegisterItem } from '@samblikk/contract/client';
import { Fragment } from 'react';
import { Norwegian, usePublicText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';

/** How many facts stand under a measure in the list. */
const factsShown = 2;

/** Measures as a list: name, whose it is, what it delivers, and what was answered. */
export function MeasureList({
  items,
  facets,
  years,
  heading = 'h3',
}: {
  items: readonly RegisterItem[];
  facets: readonly Facet[];
  years: number;
  /** What names are on the page, one level below the heading above the list. */
  heading?: 'h2' | 'h3';
}) {
  // Where a measure has one answer it fits on a line; the rest is on the measure's own page.
  const told = new Set(facets.filter(({ several }) => !several).map(({ id }) => id));
  return (
    <ol className="measures">
      {items.map((item) => (
        <MeasureItem key={`${item.id}-${item.year}`} item={item} told={told} showYear={years > 1} heading={heading} />
      ))}
    </ol>
  );
}

function MeasureItem(props: {
  item: RegisterItem;
  told: ReadonlySet<string>;
  showYear: boolean;
  heading: 'h2' | 'h3';
}) {
  const { item, told, showYear, heading: Heading } = props;
  const t = usePublicText();
  const to = useDataHref();
  const named = (item.found?.named ?? []).slice(0, 2);
  return (
    <li className="measure">
      <p className="measure-owner small subtle">
        {item.agency.label} · {item.ministry.label}
        {showYear && ` · ${item.year}`}
      </p>
      <Heading className="ds-heading" data-size="xs">
        <a href={to(`/tiltak/${item.number}`)}>
          {item.title ? (
            <Norwegian>
              <Marked text={item.title} marks={item.found?.title} />
            </Norwegian>
          ) : (
            t('measure.untitled', { number: item.number })
          )}
        </a>
      </Heading>
      {item.summary && (
        <p className="measure-summary">
          <Norwegian>
            <Marked text={item.summary} marks={item.found?.summary} />
          </Norwegian>
        </p>
      )}
      <ul className="measure-facts">
        {item.cost && (
          <li>
            {item.cost.label}: <strong>{item.cost.text}</strong>
          </li>
        )}
        {item.facts
          .filter(({ id }) => told.has(id))
          .slice(0, factsShown)
          .map(({ id, label, text }) => (
            <li key={id}>
              {label}: <strong>{text}</strong>
            </li>
          ))}
        {named.length > 0 && (
          <li>
            {t('register.foundIn')}: <mark>{named.map(({ label, text }) => `${label}: ${text}`).join('; ')}</mark>
          </li>
        )}
        {item.visibility === 'inPart' && <li className="measure-part">{t('measure.inPart')}</li>}
        {item.late && <li className="measure-part">{t('measure.late')}</li>}
      </ul>
    </li>
  );
}

/** A text with what was found in it marked. */
function Marked({ text, marks = [] }: { text: string; marks?: readonly (readonly [number, number])[] | undefined }) {
  const ends = marks.map(([, end]) => end);
  return (
    <>
      {marks.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(ends[at - 1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}

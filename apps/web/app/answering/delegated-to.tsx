import type { ResponseView } from '@samblikk/contract';
import { editionOf } from '@samblikk/questionnaire';
import { Link } from 'react-router';
import { useHref, useLanguage, usePick, useText } from '../i18n/text.tsx';
import { delegatePath } from './addresses.ts';
import { showDay, showMoment } from './moment.ts';

/** On a measure's card: who else answers it or a part of it, by when, and the way to ask someone. */
export function DelegatedTo({
  card,
  year,
  edition,
  title,
  writable,
}: {
  card: ResponseView['measures'][number];
  year: number;
  edition: string;
  title: string;
  writable: boolean;
}) {
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const sections = editionOf(edition)?.sections ?? [];
  return (
    <>
      {card.delegations.length > 0 && (
        <ul className="small delegated-to">
          {card.delegations.map((one) => {
            const section = sections.find(({ id }) => id === one.section);
            const what = section ? pick(section.title) : t('delegate.whole');
            return (
              <li key={one.id}>
                {t('delegate.said', { what, name: one.to, date: showDay(one.dueOn, language) })}
                {!one.accepted && ` ${t('delegate.waiting')}`}
                {one.finishedAt && ` ${t('delegate.isFinished', { time: showMoment(one.finishedAt, language) })}`}
              </li>
            );
          })}
        </ul>
      )}
      {writable && (
        <p className="small">
          <Link to={to(delegatePath(year, card.id))}>
            {t('delegate.link')}
            <span className="visually-hidden"> – {title}</span>
          </Link>
        </p>
      )}
    </>
  );
}

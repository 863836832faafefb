import type { ResponseView } from '@samblikk/contract/client';
import type { Edition } from '@samblikk/questionnaire';
import { Link } from 'react-router';
import { showDay, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { useEdition } from '../measure/index.ts';
import { delegatePath } from '../ui/index.ts';

type Delegation = ResponseView['measures'][number]['delegations'][number];

/** What a delegated part is called: the section's title, or the whole measure. */
export function usePartName(edition: Edition | undefined): (section: string | null) => string {
  const t = useText();
  const pick = usePick();
  return (section) => {
    const title = edition?.sections.find(({ id }) => id === section)?.title;
    return title ? pick(title) : t('delegate.whole');
  };
}

/** Who answers what by when, and how far they have come. */
export function Delegated({ one, what }: { one: Delegation; what: string }) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <span>{t('delegate.said', { what, name: one.to, date: showDay(one.dueOn, language) })}</span>
      {!one.accepted && <span>{` ${t('delegate.waiting')}`}</span>}
      {one.finishedAt && <span>{` ${t('delegate.isFinished', { time: showMoment(one.finishedAt, language) })}`}</span>}
    </>
  );
}

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
  const to = useHref();
  const what = usePartName(useEdition(edition));
  return (
    <>
      {card.delegations.length > 0 && (
        <ul className="small delegated-to">
          {card.delegations.map((one) => (
            <li key={one.id}>
              <Delegated one={one} what={what(one.section)} />
            </li>
          ))}
        </ul>
      )}
      {writable && (
        <p className="small">
          <Link to={to(delegatePath(year, card.id))}>
            <span>{t('delegate.link')}</span>
            <span className="visually-hidden">{` – ${title}`}</span>
          </Link>
        </p>
      )}
    </>
  );
}

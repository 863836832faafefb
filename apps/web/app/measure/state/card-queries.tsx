import type { ResponseView } from '@samblikk/contract/client';
import { findQuestion, sectionOf } from '@samblikk/questionnaire';
import { Link } from 'react-router';
import { useHref, usePick, useText } from '../../i18n/index.ts';
import { checkPage, fromCheck, measurePath } from '../../ui/index.ts';
import { correctionsId } from '../corrections/corrections.tsx';
import { useEdition } from '../editions.ts';
import { exemptionsId } from '../exemptions/exemptions.tsx';
import { queriesId } from '../queries/query-list.tsx';

type Card = ResponseView['measures'][number];

/** How many questions from staff, corrections that they propose, and exemptions to answer about, wait for the agency. */
export const openQueries = (cards: readonly Card[]): number =>
  cards.reduce(
    (sum, { queries, corrections, exemptions }) =>
      sum + corrections + exemptions + queries.filter(({ state }) => state === 'open').length,
    0,
  );

/** On a measure's card: what staff ask, with the way straight to the field, and how much of it is answered. */
export function CardQueries({
  card,
  year,
  edition: editionId,
  title,
  writable,
  from = fromCheck,
}: {
  card: Card;
  year: number;
  edition: string;
  title: string;
  writable: boolean;
  /** The page that the field leads back to. */
  from?: { name: string; value: string };
}) {
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const edition = useEdition(editionId);
  const check = to(`${measurePath(year, card.id, checkPage)}#${queriesId}`);
  const addressOf = (question: string | null) => {
    const section = edition && question !== null && sectionOf(edition, question);
    if (!section || !writable) return check;
    return to(`${measurePath(year, card.id, section.id)}?${from.name}=${from.value}#${question}`);
  };
  const answered = card.queries.filter(({ state }) => state === 'answered').length;
  return (
    <>
      {card.queries
        .filter(({ state }) => state === 'open')
        .map(({ id, question, text }) => {
          const about = question === null ? undefined : edition && findQuestion(edition, question);
          return (
            <div className="query" key={id}>
              <p className="subtle small">{about ? pick(about.label) : t('query.whole')}</p>
              <p className="query-text">{text}</p>
              <Link to={addressOf(question)}>
                <span>{t('query.toField')}</span>
                <span className="visually-hidden">{` – ${title}`}</span>
              </Link>
            </div>
          );
        })}
      {card.corrections > 0 && (
        <div className="query">
          <Link to={to(`${measurePath(year, card.id, checkPage)}#${correctionsId}`)}>
            <span>{t('correction.waiting', { count: card.corrections })}</span>
            <span className="visually-hidden">{` – ${title}`}</span>
          </Link>
        </div>
      )}
      {card.exemptions > 0 && (
        <div className="query">
          <Link to={to(`${measurePath(year, card.id, checkPage)}#${exemptionsId}`)}>
            <span>{t('exemption.waiting', { count: card.exemptions })}</span>
            <span className="visually-hidden">{` – ${title}`}</span>
          </Link>
        </div>
      )}
      {answered > 0 && (
        <p className="small">
          <Link to={check}>
            <span>{t('query.answeredCount', { count: answered })}</span>
            <span className="visually-hidden">{` – ${title}`}</span>
          </Link>
        </p>
      )}
    </>
  );
}

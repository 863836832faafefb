import type { Draft, ResponseView } from '@samblikk/contract/client';
import { type Issue, issueText, sectionOf } from '@samblikk/questionnaire';
import { Link } from 'react-router';
import { useHref, useLanguage, useText } from '../i18n/index.ts';
import { CardQueries, StateTag, useEdition } from '../measure/index.ts';
import { checkPage, fromSubmit, measurePath } from '../ui/index.ts';

type CheckIssue = Draft['issues'][number];

/** One measure before it is sent in: how it stands, and what the check says, each with the way to change it and back. */
export function SubmitCard({
  card,
  round,
  writable,
}: {
  card: ResponseView['measures'][number];
  round: ResponseView['round'];
  writable: boolean;
}) {
  const t = useText();
  const to = useHref();
  const { issues = [] } = card;
  const title = card.title ?? t('measure.unnamed', { number: card.number });
  const back = `?${fromSubmit.name}=${fromSubmit.value}`;
  const edition = useEdition(round.edition);
  const addressOf = (question: string) => {
    const section = edition && sectionOf(edition, question);
    return to(`${measurePath(round.year, card.id, section?.id ?? checkPage)}${back}#${question}`);
  };
  const warnings = issues.filter(({ level }) => level === 'warning');
  const groups = [
    ['submit.mend', issues.filter(({ level = 'error' }) => level === 'error')],
    ['submit.lookOver', warnings.filter(({ reason }) => reason === undefined)],
    ['submit.explained', warnings.filter(({ reason }) => reason !== undefined)],
  ] as const;
  return (
    <li className="measure-card">
      <div className="measure-card-head">
        <h2 className="ds-heading" data-size="2xs">
          <Link to={to(measurePath(round.year, card.id, checkPage) + back)}>{title}</Link>
        </h2>
        {card.errors > 0 ? (
          <span className="ds-tag" data-color="danger" data-size="sm">
            {t('hub.errors', { count: card.errors })}
          </span>
        ) : (
          <StateTag card={card} />
        )}
      </div>
      {groups.map(([heading, said]) => (
        <IssueGroup
          key={heading}
          heading={t(heading)}
          issues={said}
          edition={round.edition}
          addressOf={writable ? addressOf : undefined}
        />
      ))}
      <CardQueries
        card={card}
        year={round.year}
        edition={round.edition}
        title={title}
        writable={writable}
        from={fromSubmit}
      />
    </li>
  );
}

/** What is said on one level; the same words at several questions are one thing. */
function IssueGroup({
  heading,
  issues,
  edition: editionId,
  addressOf,
}: {
  heading: string;
  issues: readonly CheckIssue[];
  edition: string;
  addressOf: ((question: string) => string) | undefined;
}) {
  const t = useText();
  const language = useLanguage();
  const edition = useEdition(editionId);
  if (!edition || issues.length === 0) return null;
  const said = new Map(
    issues
      .toReversed()
      .map((issue) => [issueText({ ...issue, level: issue.level ?? 'error' } as Issue, edition, language), issue]),
  );
  return (
    <div className="small submit-issues">
      <h3 className="ds-heading" data-size="2xs">
        {heading}
      </h3>
      <ul>
        {[...said].toReversed().map(([text, { question, reason }]) => (
          <li key={text}>
            <span>{text}</span>{' '}
            {addressOf && (
              <Link to={addressOf(question)}>
                <span>{t('check.change')}</span>
                <span className="visually-hidden">{` – ${text}`}</span>
              </Link>
            )}
            {reason !== undefined && <p className="reason">{t('reason.given', { reason })}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { ResponseView } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { DelegatedTo } from '../colleagues/index.ts';
import { Norwegian, showMoment, useHref, useLanguage, useText } from '../i18n/index.ts';
import { CardQueries, StateTag } from '../measure/index.ts';
import { checkPage, measurePath } from '../ui/index.ts';
import { type LocalAction, LocalOutcome, useLocalAction } from './local-action.tsx';
import { useQuestionNames } from './question-names.ts';

type Card = ResponseView['measures'][number];

interface CardProps {
  readonly card: Card;
  readonly year: number;
  readonly edition: string;
  readonly writable: boolean;
}

/**
 * A measure of this year: how it stands, and what can be done with it.
 * @param gone it was taken out on this page: its card stays where it was, with the way back
 * @param onWithdraw told as it is taken out
 */
export function MeasureCard({
  gone,
  onWithdraw,
  ...props
}: CardProps & { readonly gone: boolean; readonly onWithdraw: () => void }) {
  const { card } = props;
  const action = useLocalAction(`measure-${card.id}`);
  const t = useText();
  const title = card.title ?? t('measure.unnamed', { number: card.number });
  const done = action.outcome && 'done' in action.outcome ? action.outcome.done : undefined;
  return (
    <li className="measure-card" data-gone={gone || undefined}>
      {gone ? <NamePlain card={card} title={title} /> : <Stands {...props} title={title} />}
      <LocalOutcome action={action}>
        {gone && <p>{t('hub.done.withdrawn')}</p>}
        {done === 'takenBack' && !gone && <p>{t('hub.done.takenBack')}</p>}
      </LocalOutcome>
      {gone && (
        <action.Form method="post">
          <input type="hidden" name="takeBack" value={card.id} />
          <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
            <span>{t('hub.takeBack')}</span>
            <span className="visually-hidden">{` – ${title}`}</span>
          </button>
        </action.Form>
      )}
      {props.writable && !gone && <Withdraw action={action} card={card} title={title} onWithdraw={onWithdraw} />}
    </li>
  );
}

function NamePlain({ card, title }: { card: Card; title: string }) {
  return (
    <>
      <h3 className="ds-heading" data-size="2xs">
        {card.title ? <Norwegian>{title}</Norwegian> : title}
      </h3>
      <p className="subtle small">{card.number}</p>
    </>
  );
}

/** Taking it out takes two presses: the first says what it means. */
function Withdraw({
  action: { Form },
  card,
  title,
  onWithdraw,
}: {
  action: LocalAction;
  card: Card;
  title: string;
  onWithdraw: () => void;
}) {
  const t = useText();
  return (
    <details className="confirm">
      <summary>
        <span>{t('hub.withdraw')}</span>
        <span className="visually-hidden">{` ${title}`}</span>
      </summary>
      <Form method="post" className="confirm-box" onSubmit={onWithdraw}>
        <p>{t('hub.withdrawText')}</p>
        <input type="hidden" name="withdraw" value={card.id} />
        <button className="ds-button" data-color="danger" data-size="sm" type="submit">
          {t('hub.withdrawYes')}
        </button>
      </Form>
    </details>
  );
}

/** Name, state, who was there last, and what is left. */
function Stands({ card, year, edition, writable, title }: CardProps & { readonly title: string }) {
  const t = useText();
  const to = useHref();
  const language = useLanguage();
  const waiting = useQuestionNames(card.waitingAnew, edition);
  const toLookOver = card.warnings - card.waitingAnew.length;
  return (
    <>
      <div className="measure-card-head">
        <h3 className="ds-heading" data-size="2xs">
          <Link to={to(measurePath(year, card.id, writable ? '' : checkPage))}>
            {card.title ? <Norwegian>{title}</Norwegian> : title}
          </Link>
        </h3>
        <StateTag card={card} />
      </div>
      <p className="subtle small">
        <span>{card.number}</span>
        {card.savedAt && (
          <span>{` · ${t('hub.savedBy', { time: showMoment(card.savedAt, language), name: card.savedBy ?? '' })}`}</span>
        )}
      </p>
      {card.editing.length > 0 && (
        <p className="small editing">{t('hub.editing', { names: card.editing.join(', ') })}</p>
      )}
      {card.state !== 'notStarted' && (card.errors > 0 || card.warnings > 0) && (
        <p className="small">
          <Link to={to(measurePath(year, card.id, checkPage))}>
            <span>
              {[
                card.errors > 0 && t('hub.errors', { count: card.errors }),
                waiting.length > 0 && t('hub.remains', { questions: waiting.join(', ') }),
                toLookOver > 0 && t('hub.warnings', { count: toLookOver }),
              ]
                .filter(Boolean)
                .join('. ')}
            </span>
            <span className="visually-hidden">{` – ${title}`}</span>
          </Link>
        </p>
      )}
      <CardQueries card={card} year={year} edition={edition} title={title} writable={writable} />
      <DelegatedTo card={card} year={year} writable={writable} title={title} edition={edition} />
    </>
  );
}

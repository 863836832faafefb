import type { BodyAt, QueryView } from '@samblikk/contract/client';
import { findQuestion } from '@samblikk/questionnaire';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { showMoment, useLanguage, usePick, useText } from '../../i18n/index.ts';
import { api } from '../../platform/index.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form-context.ts';
import { useQuestionPath } from '../form/question-place.ts';
import { ReplyBox, ReplyStatus, useReply } from '../replies/reply.tsx';

/** The list of questions from staff on the check page, for links to it. */
export const queriesId = 'sporsmal';

interface Queries {
  readonly queries: readonly QueryView[];
  /** Whether the agency could be told. */
  ask: (body: Omit<BodyAt<'askQuery'>, 'version'>) => Promise<boolean>;
  reply: (id: string, text: string) => Promise<void>;
  close: (id: string) => Promise<void>;
}

const Context = createContext<Queries | undefined>(undefined);

/** What staff have asked about this measure, below `QueriesProvider`. */
export function useQueries(): Queries {
  const queries = useContext(Context);
  if (!queries) throw new Error('useQueries is used outside QueriesProvider');
  return queries;
}

/** Holds the questions from staff. Every save brings them anew: a changed answer counts as a reply. */
export function QueriesProvider({ children }: { children: ReactNode }) {
  const { draft } = useSaveState();
  const [seen, setSeen] = useState(draft);
  const [queries, setQueries] = useState<readonly QueryView[]>(draft.queries);
  if (seen !== draft) {
    setSeen(draft);
    setQueries(draft.queries);
  }
  const { id: measure, year, version } = draft;
  const value = useMemo((): Queries => {
    const params = { measure, year };
    const put = (query: QueryView) =>
      setQueries((all) =>
        all.some(({ id }) => id === query.id) ? all.map((one) => (one.id === query.id ? query : one)) : [...all, query],
      );
    return {
      queries,
      async ask(body) {
        const { query, told } = await api('askQuery', { params, body: { ...body, version } });
        put(query);
        return told;
      },
      reply: async (query, text) => put(await api('answerQuery', { params: { ...params, query }, body: { text } })),
      close: async (query) => put(await api('closeQuery', { params: { ...params, query } })),
    };
  }, [measure, year, version, queries]);
  return <Context value={value}>{children}</Context>;
}

/** The id of the words of a question from staff, for the description of the field it is about. */
export const queryWordsId = ({ id }: QueryView): string => `query-${id}`;

/** What staff ask about a field and are not done with. */
export function useFieldQueries(question: string): readonly QueryView[] {
  return useQueries().queries.filter((query) => query.question === question && query.state !== 'closed');
}

/** Questions from staff, above the field they are about: change the answer, or reply in words. */
export function FieldQueries({ queries }: { queries: readonly QueryView[] }) {
  const t = useText();
  return queries.map((query) => (
    <div key={query.id} className="ds-alert field-query" data-color={query.state === 'open' ? 'warning' : 'info'}>
      <div id={queryWordsId(query)}>
        <QueryWords query={query} />
        {query.state === 'open' && <p>{t('query.todo')}</p>}
      </div>
      <Reply query={query} />
    </div>
  ));
}

/** Who asked what, and what came of it. */
function QueryWords({ query }: { query: QueryView }) {
  const { text, askedBy, askedAt, dueAt, state, changed, reply } = query;
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <p className="small">{t('query.asked', { name: askedBy, time: showMoment(askedAt, language) })}</p>
      <p className="query-text">{text}</p>
      {state === 'open' && dueAt && <p className="small">{t('query.due', { time: showMoment(dueAt, language) })}</p>}
      {changed && (
        <p className="small">{t('query.changed', { name: changed.by, time: showMoment(changed.at, language) })}</p>
      )}
      {reply?.text && (
        <p className="small">
          <span>{t('query.replied', { name: reply.by, time: showMoment(reply.at, language) })}</span>{' '}
          <span className="query-text">{reply.text}</span>
        </p>
      )}
    </>
  );
}

/** A reply in words, for those who may answer; also when the round is closed, since it changes no answer. */
function Reply({ query }: { query: QueryView }) {
  const { draft } = useMeasureForm();
  const { reply: tell } = useQueries();
  const t = useText();
  const reply = useReply<'sent'>();
  const send = async () => {
    const words = reply.words();
    if (words !== '') await reply.send('sent', () => tell(query.id, words));
  };
  const waits = draft.mayWrite && query.state !== 'closed' && query.reply === null;
  return (
    <>
      {waits && (
        <details className="confirm">
          <summary>
            <span>{t(query.changed ? 'query.explain' : 'query.replyOpen')}</span>
            <span className="visually-hidden">{` – ${query.text}`}</span>
          </summary>
          <ReplyBox id={`reply-${query.id}`} label={t('query.replyLabel')} reply={reply}>
            <button className="ds-button" data-color="accent" data-size="sm" type="button" onClick={send}>
              {t('query.replySend')}
            </button>
          </ReplyBox>
        </details>
      )}
      <ReplyStatus reply={reply} said={{ sent: t('query.replySent') }} />
    </>
  );
}

/** All that staff have asked about the measure, on the check page: first what waits, with the way to the field. */
export function QueryList() {
  const { queries, close } = useQueries();
  const t = useText();
  const [refused, setRefused] = useState(false);
  if (queries.length === 0) return null;
  const end = (id: string) =>
    close(id).then(
      () => setRefused(false),
      () => setRefused(true),
    );
  const list = (...states: QueryView['state'][]) => (
    <ul>
      {states
        .flatMap((state) => queries.filter((query) => query.state === state))
        .map((query) => (
          <QueryItem key={query.id} query={query} end={end} />
        ))}
    </ul>
  );
  const closed = queries.filter(({ state }) => state === 'closed').length;
  return (
    <section className="query-list" aria-labelledby={queriesId}>
      <h2 className="ds-heading" data-size="sm" id={queriesId} tabIndex={-1}>
        {t('query.title')}
      </h2>
      {refused && (
        <p className="ds-alert" data-color="danger" role="alert">
          {t('query.refused')}
        </p>
      )}
      {queries.length > closed && list('open', 'answered')}
      {closed > 0 && (
        <details className="confirm">
          <summary>{t('query.closedCount', { count: closed })}</summary>
          {list('closed')}
        </details>
      )}
    </section>
  );
}

function QueryItem({ query, end }: { query: QueryView; end: (id: string) => void }) {
  const { edition, draft, asked, readOnly } = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const path = useQuestionPath();
  const question = query.question === null ? undefined : findQuestion(edition, query.question);
  const label = question ? pick(question.label) : t('query.whole');
  const waitsAtField = question && asked.has(question.id) && !readOnly && query.state === 'open';
  return (
    <li className="query">
      <div className="measure-card-head">
        <h3 className="ds-heading" data-size="2xs">
          {waitsAtField ? <Link to={path(question.id)}>{label}</Link> : label}
        </h3>
        <span className="ds-tag" data-color={colours[query.state]} data-size="sm">
          {t(`query.${query.state}`)}
        </span>
      </div>
      <QueryWords query={query} />
      <Reply query={query} />
      {draft.mayAsk && query.state !== 'closed' && (
        <button
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="button"
          onClick={() => end(query.id)}
        >
          <span>{t('query.close')}</span>
          <span className="visually-hidden">{` – ${label}`}</span>
        </button>
      )}
    </li>
  );
}

const colours = { open: 'warning', answered: 'success', closed: 'neutral' } as const satisfies Record<
  QueryView['state'],
  string
>;

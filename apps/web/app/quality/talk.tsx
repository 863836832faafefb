import type { CorrectionView, QueryView } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { showMoment, useText } from '../i18n/index.ts';
import { DecideForm } from './forms.tsx';
import { shown, useLooking } from './looking.ts';
import { useQualityText } from './texts.ts';
import { questionName } from './words.ts';

/** What staff have asked and proposed about the measure, and what the agency said. */
export function Talk() {
  const { measure } = useLooking();
  const s = useQualityText();
  const { queries, corrections } = measure;
  const all = [
    ...queries.map((query) => ({ at: query.askedAt, id: query.id, item: <Query query={query} /> })),
    ...corrections.map((one) => ({ at: one.proposedAt, id: one.id, item: <Correction correction={one} /> })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <section className="query-list" aria-labelledby="talk">
      <h2 className="ds-heading" data-size="sm" id="talk">
        {s('talk.title')}
      </h2>
      {all.length === 0 ? (
        <p>{s('talk.none')}</p>
      ) : (
        <ul>
          {all.map(({ id, item }) => (
            <li className="query" key={id}>
              {item}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Head({ about, tag, color }: { about: string; tag: string; color: string }) {
  return (
    <div className="measure-card-head">
      <h3 className="ds-heading" data-size="2xs">
        {about}
      </h3>
      <span className="ds-tag" data-size="sm" data-color={color}>
        {tag}
      </span>
    </div>
  );
}

/** By when the agency is to answer, or was. */
function Due({ at }: { at: string }) {
  const { now, language } = useLooking();
  const s = useQualityText();
  return <p className="small">{s(at < now ? 'talk.overdue' : 'talk.due', { time: showMoment(at, language) })}</p>;
}

const queryColours = { open: 'warning', answered: 'success', closed: 'neutral' } as const;

function Query({ query }: { query: QueryView }) {
  const { edition, language } = useLooking();
  const s = useQualityText();
  const { id, question, text, askedBy, askedAt, dueAt, state, changed, reply } = query;
  const about = question === null ? s('talk.whole') : questionName(edition, question, language);
  return (
    <>
      <Head about={about} tag={s(`query.${state}`)} color={queryColours[state]} />
      <p className="small subtle">{s('talk.asked', { name: askedBy, time: showMoment(askedAt, language) })}</p>
      <p className="query-text">{text}</p>
      {state === 'open' && dueAt && <Due at={dueAt} />}
      {changed && <p>{s('talk.changed', { name: changed.by, time: showMoment(changed.at, language) })}</p>}
      {reply?.text && (
        <p>
          <span>{s('talk.replied', { name: reply.by, time: showMoment(reply.at, language) })}</span>{' '}
          <span className="query-text">{reply.text}</span>
        </p>
      )}
      {state !== 'closed' && <Press what="close" id={id} label={s('talk.close')} about={about} />}
    </>
  );
}

const correctionColours = {
  proposed: 'warning',
  accepted: 'success',
  decided: 'success',
  refused: 'danger',
  dropped: 'neutral',
} as const;

function Correction({ correction }: { correction: CorrectionView }) {
  const looking = useLooking();
  const t = useText();
  const s = useQualityText();
  const { edition, language, mayDecide, now } = looking;
  const { id, question, given, corrected, reason, proposedBy, proposedAt, dueAt, state, superseded, answer, decision } =
    correction;
  const about = questionName(edition, question, language);
  const value = (of: unknown) => shown(looking, edition, question, of) ?? t('answer.blank');
  const open = state === 'proposed' || state === 'refused';
  return (
    <>
      <Head about={about} tag={s(`correction.${state}`)} color={correctionColours[state]} />
      <p className="small subtle">{s('talk.proposed', { name: proposedBy, time: showMoment(proposedAt, language) })}</p>
      <p>
        <del>{value(given)}</del> <ins>{value(corrected)}</ins>
      </p>
      <p className="query-text">{reason}</p>
      {superseded && <p className="small">{s('correction.superseded')}</p>}
      {state === 'proposed' && !superseded && <Due at={dueAt} />}
      {[answer, decision].map(
        (said) =>
          said && (
            <p key={said.at}>
              <span>{s('talk.replied', { name: said.by, time: showMoment(said.at, language) })}</span>{' '}
              <span className="query-text">
                {said.text ?? s(`correction.${said === answer ? answerState(state) : state}`)}
              </span>
            </p>
          ),
      )}
      {open && !superseded && mayDecide && (state === 'refused' || dueAt < now) && <DecideForm id={id} label={about} />}
      {open && <Press what="drop" id={id} label={s('talk.drop')} about={about} />}
    </>
  );
}

/** An answer without words is an acceptance. */
const answerState = (state: CorrectionView['state']) => (state === 'accepted' ? 'accepted' : 'refused');

function Press({ what, id, label, about }: { what: string; id: string; label: string; about: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <button className="ds-button" data-variant="secondary" data-size="sm" type="submit" name="what" value={what}>
        <span>{label}</span>
        <span className="visually-hidden">{` – ${about}`}</span>
      </button>
    </Form>
  );
}

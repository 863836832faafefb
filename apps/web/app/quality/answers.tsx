import { reasonKey } from '@samblikk/contract/client';
import {
  askedQuestions,
  findQuestion,
  isComparable,
  issueText,
  issueWords,
  type Question,
} from '@samblikk/questionnaire';
import { usePick, useText } from '../i18n/index.ts';
import { AskForm, ProposeForm } from './forms.tsx';
import { shown, useLooking } from './looking.ts';
import { useQualityText } from './texts.ts';

/** This year beside last year, answer by answer, with what fired and why it is right. */
export function Answers() {
  const { measure, edition } = useLooking();
  const s = useQualityText();
  const pick = usePick();
  const { roles } = edition;
  const known = { [roles.agency]: measure.agency.orgnr, [roles.ministry]: measure.agency.ministry };
  const asked = askedQuestions(edition, { ...measure.answers, ...known });
  return edition.sections.map(({ id, title, questions }) => {
    const here = questions.filter((question) => !question.known && asked.has(question.id));
    return (
      here.length > 0 && (
        <section key={id} className="hub-section" aria-labelledby={`section-${id}`}>
          <h2 className="ds-heading" data-size="sm" id={`section-${id}`}>
            {pick(title)}
          </h2>
          <dl className="quality-answers" aria-label={s('one.answers')}>
            {here.map((question) => (
              <AnswerRow key={question.id} question={question} />
            ))}
          </dl>
        </section>
      )
    );
  });
}

const answerId = (question: string) => `svar-${question}`;

/** All that fired, with the way to the answers; each once, however many questions it names. */
export function FiredList() {
  const { measure, edition, language } = useLooking();
  const s = useQualityText();
  const all = new Map(measure.issues.toReversed().map((issue) => [reasonKey(issue), issue]));
  return (
    <section className="hub-section" aria-labelledby="fired">
      <h2 className="ds-heading" data-size="sm" id="fired">
        {s('one.fired')}
      </h2>
      {all.size === 0 ? (
        <p>{s('one.nothingFired')}</p>
      ) : (
        <ul className="quality-fired">
          {[...all].reverse().map(([key, issue]) => (
            <li key={key} data-color={issue.reason ? 'neutral' : issue.level}>
              <a href={`#${answerId(issue.question)}`}>
                {issueText({ ...issue, level: issue.level ?? 'warning' }, edition, language)}
              </a>{' '}
              {issue.reason && <span>{s('one.reason', { reason: issue.reason })}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function AnswerRow({ question }: { question: Question }) {
  const looking = useLooking();
  const t = useText();
  const s = useQualityText();
  const pick = usePick();
  const { measure, edition, mayAsk } = looking;
  const { id } = question;
  const label = pick(question.label);
  const value = (of: unknown) => shown(looking, edition, id, of) ?? t('answer.blank');
  const before = usePreviousOf(id);
  const now = value(measure.answers[id]);
  return (
    <div className="quality-answer" id={answerId(id)} tabIndex={-1}>
      <dt>
        <span>{label}</span>{' '}
        {measure.exempt.includes(id) && (
          <span className="ds-tag" data-size="sm" data-color="neutral">
            {s('one.exempt')}
          </span>
        )}
      </dt>
      <dd>
        <span className="subtle small">{s('one.now', { year: String(measure.year) })}</span>{' '}
        <span className="answer">{now}</span>
      </dd>
      {before && (
        <dd className="quality-before" data-differs={before.text !== now || undefined}>
          <span className="subtle small">{s('one.now', { year: String(before.year) })}</span>{' '}
          <span className="answer">{before.text}</span>
        </dd>
      )}
      {Object.hasOwn(measure.corrected, id) && (
        <dd className="quality-wide">
          <span className="small">{s('one.corrected')}</span> <strong>{value(measure.corrected[id])}</strong>
        </dd>
      )}
      {Object.hasOwn(measure.changedSince, id) && (
        <dd className="quality-wide">
          <span className="small">{s('one.newer')}</span> <span>{value(measure.changedSince[id])}</span>
        </dd>
      )}
      <Fired id={id} />
      {mayAsk && (
        <dd className="quality-wide quality-press">
          <AskForm question={id} label={label} />
          {measure.correctable.includes(id) && <ProposeForm question={id} label={label} />}
        </dd>
      )}
    </div>
  );
}

/** Last year's answer in words, where it can be compared with this year's. */
function usePreviousOf(id: string): { year: number; text: string } | undefined {
  const looking = useLooking();
  const { measure, edition, editions } = looking;
  const { previous } = measure;
  const before = previous && editions[previous.edition];
  if (!previous || !before || !findQuestion(before, id)) return undefined;
  if (!isComparable(edition, id, before.id, editions)) return undefined;
  const text = shown(looking, before, id, previous.answers[id]);
  return text === null ? undefined : { year: previous.year, text };
}

/** What fired at a question, with the agency's reason when it gave one. */
function Fired({ id }: { id: string }) {
  const { measure, edition, language } = useLooking();
  const s = useQualityText();
  const here = measure.issues.filter(({ question }) => question === id);
  return here.map((issue) => (
    <dd
      key={reasonKey(issue)}
      className="quality-wide quality-issue"
      data-color={issue.reason ? 'neutral' : issue.level}
    >
      <span>{issueWords({ ...issue, level: issue.level ?? 'warning' }, edition, language)}</span>{' '}
      {issue.level === 'warning' && (
        <strong>{issue.reason ? s('one.reason', { reason: issue.reason }) : s('one.noReason')}</strong>
      )}
    </dd>
  ));
}

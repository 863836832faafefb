import type { CorrectionView } from '@samblikk/contract/client';
import { type AnswerValue, findQuestion } from '@samblikk/questionnaire';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { showMoment, useLanguage, usePick, useText } from '../../i18n/index.ts';
import { api } from '../../platform/index.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form-context.ts';
import { ReplyBox, ReplyStatus, useReply } from '../replies/reply.tsx';
import { Answer } from '../sections/answer.tsx';

/** The list of proposed corrections on the check page, for links to it. */
export const correctionsId = 'rettinger';

interface Corrections {
  readonly corrections: readonly CorrectionView[];
  answer: (id: string, answer: { accept: boolean; text?: string }) => Promise<void>;
}

const Context = createContext<Corrections | undefined>(undefined);

/** Holds the corrections that staff propose. Every save brings them anew: a changed answer is not the one that was to be corrected. */
export function CorrectionsProvider({ children }: { children: ReactNode }) {
  const { draft } = useSaveState();
  const [seen, setSeen] = useState(draft);
  const [corrections, setCorrections] = useState<readonly CorrectionView[]>(draft.corrections);
  if (seen !== draft) {
    setSeen(draft);
    setCorrections(draft.corrections);
  }
  const { id: measure, year } = draft;
  const value = useMemo(
    (): Corrections => ({
      corrections,
      async answer(correction, body) {
        const answered = await api('answerCorrection', { params: { measure, year, correction }, body });
        setCorrections((all) => all.map((one) => (one.id === answered.id ? answered : one)));
      },
    }),
    [measure, year, corrections],
  );
  return <Context value={value}>{children}</Context>;
}

function useCorrections(): Corrections {
  const corrections = useContext(Context);
  if (!corrections) throw new Error('useCorrections is used outside CorrectionsProvider');
  return corrections;
}

/** The corrections of a field that are not of the past, for the description of the field. */
export function useFieldCorrections(question: string): readonly CorrectionView[] {
  return useCorrections().corrections.filter(
    (one) => one.question === question && !one.superseded && one.state !== 'dropped',
  );
}

/** The id of the words of a correction, for the description of the field it is about. */
export const correctionWordsId = ({ id }: CorrectionView): string => `correction-${id}`;

/** Corrections that staff propose, above the field they are about. */
export function FieldCorrections({ corrections }: { corrections: readonly CorrectionView[] }) {
  return corrections.map((correction) => (
    <div
      key={correction.id}
      className="ds-alert field-query"
      data-color={correction.state === 'proposed' ? 'warning' : 'info'}
    >
      <div id={correctionWordsId(correction)}>
        <CorrectionWords correction={correction} />
      </div>
      <Decide correction={correction} />
    </div>
  ));
}

/** All corrections of the measure, on the check page. */
export function CorrectionList() {
  const { corrections } = useCorrections();
  const { edition } = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const shown = corrections.filter(({ state }) => state !== 'dropped');
  if (shown.length === 0) return null;
  return (
    <section className="query-list" aria-labelledby={correctionsId}>
      <h2 className="ds-heading" data-size="sm" id={correctionsId} tabIndex={-1}>
        {t('correction.title')}
      </h2>
      <ul>
        {shown.map((correction) => {
          const question = findQuestion(edition, correction.question);
          return (
            <li className="query" key={correction.id}>
              <h3 className="ds-heading" data-size="2xs">
                {question ? pick(question.label) : correction.question}
              </h3>
              <CorrectionWords correction={correction} />
              <Decide correction={correction} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What is proposed instead of what, why, and what came of it. */
function CorrectionWords({ correction }: { correction: CorrectionView }) {
  const { edition } = useMeasureForm();
  const t = useText();
  const language = useLanguage();
  const question = findQuestion(edition, correction.question);
  if (!question) return null;
  const { proposedBy, proposedAt, given, corrected, reason, state, superseded, dueAt, answer, decision } = correction;
  const value = (from: unknown) => (
    <Answer question={question} answer={(from ?? undefined) as AnswerValue | undefined} />
  );
  return (
    <>
      <p className="small">{t('correction.proposed', { name: proposedBy, time: showMoment(proposedAt, language) })}</p>
      <p>
        <span>{t('correction.yours')}</span> {value(given)}
        <br />
        <span>{t('correction.theirs')}</span> <strong>{value(corrected)}</strong>
      </p>
      <p className="query-text">{reason}</p>
      {answer && (
        <p className="small">
          <span>
            {t(state === 'accepted' ? 'correction.acceptedBy' : 'correction.refusedBy', {
              name: answer.by,
              time: showMoment(answer.at, language),
            })}
          </span>
          {answer.text && <span className="query-text">{` ${answer.text}`}</span>}
        </p>
      )}
      {decision && state === 'decided' && (
        <p className="small">
          <span>{t('correction.decidedBy', { name: decision.by, time: showMoment(decision.at, language) })}</span>
          {decision.text && <span className="query-text">{` ${decision.text}`}</span>}
        </p>
      )}
      {superseded ? (
        <p className="small">{t('correction.superseded')}</p>
      ) : (
        <>
          {state === 'proposed' && <p>{t('correction.due', { time: showMoment(dueAt, language) })}</p>}
          {(state === 'accepted' || state === 'decided') && <p>{t('correction.holds')}</p>}
        </>
      )}
    </>
  );
}

/** For those who may send in: accept, or say why not; also when the round is closed. */
function Decide({ correction }: { correction: CorrectionView }) {
  const { draft } = useMeasureForm();
  const { answer } = useCorrections();
  const t = useText();
  const reply = useReply<'accepted' | 'refused'>();
  const waits = correction.state === 'proposed' && !correction.superseded;
  const accept = () => reply.send('accepted', () => answer(correction.id, { accept: true }));
  const refuse = async () => {
    const text = reply.words();
    if (text !== '') await reply.send('refused', () => answer(correction.id, { accept: false, text }));
  };
  return (
    <>
      {waits && draft.mayWrite && !draft.mayAnswerCorrections && <p>{t('correction.notYours')}</p>}
      {waits && draft.mayAnswerCorrections && (
        <>
          <button className="ds-button" data-size="sm" type="button" onClick={accept}>
            {t('correction.accept')}
          </button>
          <details className="confirm">
            <summary>{t('correction.refuse')}</summary>
            <ReplyBox id={`refuse-${correction.id}`} label={t('correction.refuseLabel')} reply={reply}>
              <button className="ds-button" data-variant="secondary" data-size="sm" type="button" onClick={refuse}>
                {t('correction.refuseSend')}
              </button>
            </ReplyBox>
          </details>
        </>
      )}
      <ReplyStatus reply={reply} said={{ accepted: t('correction.accepted'), refused: t('correction.refused') }} />
    </>
  );
}

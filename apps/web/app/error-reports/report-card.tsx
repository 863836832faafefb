import { type ErrorReport, errorReportLength, errorReportOutcomes } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { formatDate, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { Unfolding } from '../staff/index.ts';
import { faultOf, Labelled, NumberedMeasure, useFieldErrors } from '../ui/index.ts';
import { useErrorReportText } from './texts.ts';

/** One report: what is said to be wrong, and the answer, or where it is given. @param agency who answers, where that is not said above @param mark what stands first */
export function ReportCard({
  report,
  mayAnswer,
  agency,
  mark,
}: {
  report: ErrorReport;
  mayAnswer: boolean;
  agency?: string | undefined;
  mark?: React.ReactNode;
}) {
  const s = useErrorReportText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const { number, title, year, question, text, reportedAt, dueAt, overdue, told, answer } = report;
  const of = { edition: String(year), question: question ? pick(question.label) : '' };
  return (
    <li className="measure-card">
      {mark}
      <div className="measure-card-head">
        <h3 className="ds-heading" data-size="2xs">
          <NumberedMeasure number={number} title={title} />
        </h3>
        {overdue && (
          <span className="ds-tag" data-color="danger" data-size="sm">
            {s('overdue')}
          </span>
        )}
      </div>
      {agency !== undefined && <p className="small">{agency}</p>}
      <p className="small">{s(question ? 'about' : 'aboutAll', of)}</p>
      <blockquote className="withdrawal-reason">{text}</blockquote>
      <p className="small subtle">
        {s('reported', { time: showMoment(reportedAt, language), day: formatDate(dueAt, language) })}
      </p>
      {title === null ? (
        <p className="small subtle">{s('gone')}</p>
      ) : (
        <p className="small">
          <a href={to(`/tiltak/${number}?round=${year}`)}>{s('toMeasure')}</a>
        </p>
      )}
      {agency !== undefined && answer === null && !told && <p className="small">{s('untold')}</p>}
      {answer && (
        <div className="error-report-answer">
          <p>
            <strong>{s(`outcome.${answer.outcome}`)}</strong>
          </p>
          {answer.text !== '' && <p className="withdrawal-reason">{answer.text}</p>}
          <p className="small subtle">{s('by', { name: answer.by, time: showMoment(answer.at, language) })}</p>
        </div>
      )}
      {answer === null && mayAnswer && (
        <Unfolding label={s('openForm')} about={number}>
          <AnswerForm report={report} />
        </Unfolding>
      )}
    </li>
  );
}

function AnswerForm({ report: { id, agency, wantsReply } }: { report: ErrorReport }) {
  const s = useErrorReportText();
  const { errors, form } = useFieldErrors((element) => {
    const said = new FormData(element);
    return {
      outcome: said.has('outcome') ? undefined : s('outcomeMissing'),
      text: String(said.get('text') ?? '').trim() === '' ? s('wordsMissing') : undefined,
    };
  });
  const [outcome, words] = [`outcome-${id}`, `words-${id}`];
  return (
    <Form method="post" className="confirm-box" preventScrollReset {...form}>
      <input type="hidden" name="report" value={id} />
      <input type="hidden" name="orgnr" value={agency.orgnr} />
      <fieldset className="ds-fieldset" aria-describedby={errors.outcome && `${outcome}-error`}>
        <legend className="ds-label">{s('outcome')}</legend>
        {errorReportOutcomes.map((one) => (
          <label key={one} className="plain-choice">
            <input className="ds-input" type="radio" name="outcome" value={one} />
            <span>{s(`outcome.${one}`)}</span>
          </label>
        ))}
        {errors.outcome !== undefined && (
          <p className="ds-validation-message" id={`${outcome}-error`}>
            {errors.outcome}
          </p>
        )}
      </fieldset>
      <Labelled id={words} label={s('words')} error={errors.text}>
        <textarea
          className="ds-input"
          id={words}
          name="text"
          rows={4}
          maxLength={errorReportLength}
          {...faultOf(words, errors.text)}
        />
      </Labelled>
      <p className="small subtle">{s(wantsReply ? 'wantsReply' : 'wantsNone')}</p>
      <button className="ds-button" data-size="sm" type="submit">
        {s('send')}
      </button>
    </Form>
  );
}

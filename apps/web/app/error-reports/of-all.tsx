import './error-reports.css';
import { may } from '@samblikk/contract/client';
import { useState } from 'react';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { requireStaff } from '../staff/index.ts';
import { Crumbs, errorReportsPath, PageTitle, problemOf, roundsPath, signedInApi } from '../ui/index.ts';
import { answerReport, type Outcome } from './action.ts';
import { AnswerOutcome } from './answer-outcome.tsx';
import { choiceIn, ReportList } from './report-list.tsx';
import { useErrorReportText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'errorReport.followUp');
  const choice = choiceIn(args.url.searchParams);
  const list = await signedInApi(args)('listErrorReports', { query: choice });
  return { list, choice, mayAnswer: may(held, 'errorReport.answer'), mayDiscard: may(held, 'errorReport.discard') };
}

/** Answers a report, or puts those that are ticked aside. */
export async function action(args: ActionFunctionArgs): Promise<Outcome> {
  const form = await args.request.formData();
  if (form.get('discard') === null) return answerReport(args, form);
  try {
    const reports = form.getAll('ticked').map(String);
    const { discarded } = await signedInApi(args)('discardErrorReports', { body: { reports } });
    return { done: 'discarded', count: discarded };
  } catch (error) {
    return problemOf(error);
  }
}

/** For Digdir: every error that readers have reported, and whether it was answered in time. */
export default function AllReports() {
  const { list, choice, mayAnswer, mayDiscard } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useErrorReportText();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const open = list.reports.filter(({ answer }) => answer === null).map(({ id }) => id);
  const chosen = open.filter((id) => ticked.has(id));
  const tick = (id: string, on: boolean) =>
    setTicked(new Set(on ? [...ticked, id] : [...ticked].filter((one) => one !== id)));
  return (
    <>
      <PageTitle title={s('allTitle')} />
      <Crumbs trail={[[roundsPath, s('rounds')]]} here={s('allTitle')} />
      <h1 className="ds-heading" data-size="lg">
        {s('allTitle')}
      </h1>
      <p className="lead prose">{s('allLead')}</p>
      <AnswerOutcome of={outcome} />
      <ReportList
        list={list}
        choice={choice}
        path={`${errorReportsPath}?`}
        mayAnswer={mayAnswer}
        ofAll
        mark={
          mayDiscard
            ? ({ id, number, answer }) =>
                answer === null && (
                  <label className="plain-choice">
                    <input
                      className="ds-input"
                      type="checkbox"
                      checked={ticked.has(id)}
                      onChange={(event) => tick(id, event.currentTarget.checked)}
                    />
                    <span className="small">
                      {s('tick')}
                      <span className="visually-hidden">{` – ${number}`}</span>
                    </span>
                  </label>
                )
            : undefined
        }
      />
      {mayDiscard && open.length > 0 && (
        <Form method="post" className="choice-row" onSubmit={() => setTicked(new Set())}>
          {chosen.map((id) => (
            <input key={id} type="hidden" name="ticked" value={id} />
          ))}
          <button className="ds-button" data-variant="secondary" type="button" onClick={() => setTicked(new Set(open))}>
            {s('tickAll')}
          </button>
          <button
            className="ds-button"
            data-variant="secondary"
            data-color="danger"
            type="submit"
            name="discard"
            value="yes"
            disabled={chosen.length === 0}
          >
            {s('discard', { count: chosen.length })}
          </button>
        </Form>
      )}
    </>
  );
}

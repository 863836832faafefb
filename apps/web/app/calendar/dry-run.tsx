import type { DryRun } from '@samblikk/contract/client';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { showMoment, useHref, useLanguage } from '../i18n/index.ts';
import { Receivers, Skipped } from '../messages/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { calendarPath, signedInApi, yearOf } from '../ui/index.ts';
import { useCalendarText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  await requireStaff(args, 'round.followUp');
  return { year, steps: await signedInApi(args)('dryRunCalendar', { params: { year } }) };
}

/** For Digdir: the rest of the year beforehand, and nothing changes. */
export default function DryRunPage() {
  const { year, steps } = useLoaderData<typeof loader>();
  const s = useCalendarText();
  const to = useHref();
  return (
    <>
      <RoundHead year={year} page="calendar" below title={s('dryRunTitle', { year: String(year) })} />
      <p className="lead">{s('dryRunLead')}</p>
      <p>
        <Link to={to(calendarPath(year))}>{s('title', { year: String(year) })}</Link>
      </p>
      {steps.length === 0 && <p>{s('nothingLeft')}</p>}
      <ol className="measure-cards">
        {steps.map((step) => (
          <Step key={`${step.event} ${step.at} ${step.told}`} step={step} />
        ))}
      </ol>
    </>
  );
}

function Step({ step: { at, event, told, outcome, letters, skipped } }: { step: DryRun[number] }) {
  const s = useCalendarText();
  const language = useLanguage();
  const would = outcome === 'done' || outcome === 'already' ? (`would.${outcome}` as const) : null;
  return (
    <li className="measure-card">
      <div className="measure-card-head">
        <h2 className="ds-heading" data-size="2xs">
          {told ? s('staffTold', { event: s(`event.${event}`) }) : s(`event.${event}`)}
        </h2>
        {outcome !== null && (
          <span className="ds-tag" data-color={would ? 'success' : 'warning'} data-size="sm">
            {s(would ?? `outcome.${outcome}`)}
          </span>
        )}
      </div>
      <p className="small subtle">{showMoment(at, language)}</p>
      {letters.length > 0 && (
        <details className="ds-details">
          <summary>{s('count', { letters: letters.length })}</summary>
          <Receivers letters={letters} />
        </details>
      )}
      <Skipped skipped={skipped} />
    </li>
  );
}

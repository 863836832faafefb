import './releases.css';
import { may, type TombstoneView } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  faultOf,
  Labelled,
  problemOf,
  type Refused,
  signedInApi,
  useFieldErrors,
  yearOf,
} from '../ui/index.ts';
import { missingReasons, ReasonFields, reasonIn } from './reasons.tsx';
import { useReleaseText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const held = await requireStaff(args, 'release.preview');
  const measures = await signedInApi(args)('listUnpublic', { params: { year } });
  const asked = args.url.searchParams.get('tiltak') ?? '';
  return { year, measures, asked, mayWithdraw: may(held, 'release.withdrawMeasure') };
}

type Done = {
  readonly done: 'withdrawn' | 'restored' | 'restoredLater';
  readonly number: string;
  readonly release: string;
};

/** Withdraws a measure from the public, or makes it public again. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  const year = yearOf(args.params);
  const number = String(form.get('number') ?? '').trim();
  const call = signedInApi(args);
  try {
    if (form.get('what') === 'restore') {
      const { release } = await call('restorePublic', { params: { year, id: number } });
      return { done: release ? 'restored' : 'restoredLater', number, release: release?.name ?? '' };
    }
    const made = await call('withdrawPublic', { params: { year }, body: { number, reason: reasonIn(form) } });
    return { done: 'withdrawn', number, release: made.name };
  } catch (error) {
    return problemOf(error);
  }
}

/** For Digdir: the measures of a round that are withdrawn from the public, and where one is. */
export default function WithdrawnMeasures() {
  const { year, measures, mayWithdraw } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText();
  const s = useReleaseText();
  return (
    <>
      <RoundHead year={year} page="publishing" below title={s('unpublic.title', { year: String(year) })} />
      <ActionOutcome
        of={outcome}
        done={({ done, ...values }) => s(`unpublic.${done}`, values)}
        refused={({ code, detail }) =>
          code === 'measureNotPublic'
            ? s('unpublic.notPublic')
            : code === 'alreadyDone'
              ? s('release.alreadyDone')
              : (detail ?? t('submit.refused'))
        }
      />
      <section className="hub-section" aria-labelledby="withdrawn">
        <h2 className="ds-heading" data-size="sm" id="withdrawn">
          {s('unpublic.list')}
        </h2>
        {measures.length === 0 ? (
          <p>{s('unpublic.none')}</p>
        ) : (
          <ul className="tasks">
            {measures.map((measure) => (
              <Withdrawn key={measure.number} measure={measure} mayRestore={mayWithdraw} />
            ))}
          </ul>
        )}
      </section>
      {mayWithdraw && <Withdraw key={measures.length} />}
    </>
  );
}

function Withdrawn({ measure, mayRestore }: { measure: TombstoneView; mayRestore: boolean }) {
  const s = useReleaseText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const { number, year, at, by, reason } = measure;
  return (
    <li className="task">
      <div>
        <span>{number}</span>
        <p className="small subtle">{s('unpublic.by', { time: showMoment(at, language), name: by })}</p>
        <blockquote className="withdrawal-reason">{pick(reason)}</blockquote>
        <p className="small">
          <a href={to(`/tiltak/${number}?round=${year}`)}>{s('unpublic.page')}</a>
        </p>
      </div>
      {mayRestore && (
        <details className="confirm staff-action decide">
          <summary className="ds-button" data-variant="secondary" data-size="sm">
            {s('unpublic.restore', { number })}
          </summary>
          <Form method="post" className="confirm-box">
            <p>{s('unpublic.restoreText')}</p>
            <input type="hidden" name="number" value={number} />
            <button className="ds-button" data-size="sm" type="submit" name="what" value="restore">
              {s('unpublic.restore', { number })}
            </button>
          </Form>
        </details>
      )}
    </li>
  );
}

function Withdraw() {
  const { year, asked } = useLoaderData<typeof loader>();
  const s = useReleaseText();
  const { errors, form } = useFieldErrors((element) => {
    const given = new FormData(element);
    const number = String(given.get('number') ?? '').trim();
    return {
      number: /^20\d\d-\d{4,}$/.test(number) ? undefined : s('unpublic.numberFault'),
      ...missingReasons(given, s('unpublic.reasonFault')),
    };
  });
  return (
    <section className="hub-section" aria-labelledby="withdraw">
      <h2 className="ds-heading" data-size="sm" id="withdraw">
        {s('unpublic.open')}
      </h2>
      <p className="prose">{s('unpublic.text')}</p>
      <Form method="post" className="confirm-box" {...form}>
        <Labelled id="number" label={s('unpublic.number', { year: String(year) })} error={errors.number}>
          <input
            className="ds-input"
            id="number"
            name="number"
            defaultValue={asked}
            autoComplete="off"
            {...faultOf('number', errors.number)}
          />
        </Labelled>
        <ReasonFields errors={errors} />
        <button className="ds-button" data-color="danger" type="submit" name="what" value="withdraw">
          {s('unpublic.yes')}
        </button>
      </Form>
    </section>
  );
}

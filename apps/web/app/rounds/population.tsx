import type { PopulationProposal } from '@samblikk/contract/client';
import { isEmailAddress } from '@samblikk/questionnaire';
import { useEffect, useState } from 'react';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { useHref, usePick } from '../i18n/index.ts';
import { RoundHead } from '../staff/index.ts';
import {
  agencyFollowUpPath,
  faultOf,
  inputOf,
  problemOf,
  type Refused,
  signedInApi,
  useFieldErrors,
  yearOf,
} from '../ui/index.ts';
import { type FileTold, PopulationFile } from './population-file.tsx';
import { useStaffText } from './texts.ts';

export const handle = { interactive: true };

type Agency = PopulationProposal['agencies'][number];

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  return { year, proposal: await signedInApi(args)('proposePopulation', { params: { year } }) };
}

const mailboxName = (orgnr: string) => `mailbox-${orgnr}`;

/** Says whom the round asks. */
export async function action(args: ActionFunctionArgs): Promise<Refused | FileTold | { readonly saved: number }> {
  const form = await args.request.formData();
  const what = form.get('what');
  if (what !== null) return fromFile(args, String(form.get('csv') ?? ''), what !== 'import');
  const agencies = form.getAll('asked').map((orgnr) => {
    const mailbox = String(form.get(mailboxName(String(orgnr))) ?? '').trim();
    return { orgnr: String(orgnr), contactEmail: mailbox === '' ? null : mailbox };
  });
  try {
    await signedInApi(args)('writePopulation', { params: { year: yearOf(args.params) }, body: { agencies } });
    return { saved: agencies.length };
  } catch (error) {
    return problemOf(error);
  }
}

async function fromFile(args: ActionFunctionArgs, csv: string, dryRun: boolean): Promise<Refused | FileTold> {
  try {
    const params = { year: yearOf(args.params) };
    return { file: await signedInApi(args)('importPopulation', { params, body: { csv, dryRun } }), csv };
  } catch (error) {
    return problemOf(error);
  }
}

/** For Digdir: whom the round asks, with what has changed since the one before told of each agency. */
export default function Population() {
  const { year, proposal } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Awaited<ReturnType<typeof action>> | undefined;
  const s = useStaffText();
  const { from, saved } = proposal;
  const file = outcome && 'file' in outcome ? outcome : undefined;
  // What a file said is what stands on the screen, not what stood there before it.
  const [files, setFiles] = useState(0);
  const isRead = useNavigation().state === 'idle';
  useEffect(() => {
    if (isRead && file && !file.file.dryRun) setFiles((before) => before + 1);
  }, [file, isRead]);
  return (
    <>
      <RoundHead year={year} page="population" title={s('population.title', { year: String(year) })} />
      <p className="lead">{s('population.lead', { from: from === null ? 'none' : String(from) })}</p>
      {outcome && !('file' in outcome) && <Outcome outcome={outcome} />}
      <PopulationFile year={year} saved={saved} told={file} />
      <Choice key={files} year={year} proposal={proposal} />
    </>
  );
}

/** Everyone there is, to be ticked. */
function Choice({ year, proposal: { agencies, from, gone } }: { year: number; proposal: PopulationProposal }) {
  const s = useStaffText();
  const [asked, setAsked] = useState<ReadonlySet<string>>(
    () => new Set(agencies.flatMap((one) => (one.asked ? [one.orgnr] : []))),
  );
  const { errors, form } = useFieldErrors((element) => mailboxFaults(element, asked, s('population.mailboxFault')));
  const choose = (orgnr: string, yes: boolean) =>
    setAsked((before) => new Set(yes ? [...before, orgnr] : [...before].filter((one) => one !== orgnr)));
  // One that has measures stays.
  const tick = (all: boolean) =>
    setAsked(new Set(agencies.flatMap(({ orgnr, measures }) => (all || measures > 0 ? [orgnr] : []))));
  const before = String(from);
  const groups = [
    [from === null ? s('population.all') : s('population.changed', { year: before }), agencies.filter(isChanged)],
    [s('population.new', { year: before }), agencies.filter((one) => from !== null && one.changes.includes('added'))],
    [s('population.unchanged', { year: before }), agencies.filter(({ changes }) => changes.length === 0)],
  ] as const;
  return (
    <Form method="post" {...form}>
      {groups.map(
        ([heading, list]) =>
          list.length > 0 && (
            <fieldset className="ds-fieldset population-group" key={heading}>
              <legend className="ds-label">{`${heading} (${list.length})`}</legend>
              {list.map((one) => (
                <AgencyRow
                  key={one.orgnr}
                  year={year}
                  agency={one}
                  asked={asked.has(one.orgnr)}
                  onChoose={(yes) => choose(one.orgnr, yes)}
                  error={errors[mailboxName(one.orgnr)]}
                />
              ))}
            </fieldset>
          ),
      )}
      {gone.length > 0 && <Gone agencies={gone} />}
      <div className="save-all" data-waits>
        <p>{s('population.chosen', { count: asked.size })}</p>
        <button className="ds-button" type="submit">
          {s('population.save')}
        </button>
        {[true, false].map((all) => (
          <button
            key={String(all)}
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="button"
            onClick={() => tick(all)}
          >
            {s(all ? 'population.tickAll' : 'population.tickNone')}
          </button>
        ))}
      </div>
    </Form>
  );

  function isChanged({ changes }: Agency): boolean {
    return changes.length > 0 && (from === null || !changes.includes('added'));
  }
}

function Outcome({ outcome }: { outcome: Refused | { readonly saved: number } }) {
  const s = useStaffText();
  return 'saved' in outcome ? (
    <p className="ds-alert" role="status" data-color="success">
      {s('population.saved', { count: outcome.saved })}
    </p>
  ) : (
    <p className="ds-alert" role="alert" data-color="danger">
      {s('population.refused', { reason: outcome.detail ?? outcome.code })}
    </p>
  );
}

function mailboxFaults(form: HTMLFormElement, asked: ReadonlySet<string>, words: string) {
  return Object.fromEntries(
    [...asked].map((orgnr) => {
      const typed = (inputOf(form, mailboxName(orgnr))?.value ?? '').trim();
      return [mailboxName(orgnr), typed !== '' && !isEmailAddress(typed) ? words : undefined];
    }),
  );
}

/** One agency: whether it is asked, what is other than last time, and where copies go. */
function AgencyRow({
  year,
  agency: { orgnr, askedAs, name, ministry, changes, before, mergedFrom, contactEmail, confirmed, measures },
  asked,
  onChoose,
  error,
}: {
  year: number;
  agency: Agency;
  asked: boolean;
  onChoose: (asked: boolean) => void;
  error: string | undefined;
}) {
  const s = useStaffText();
  const pick = usePick();
  const to = useHref();
  const id = mailboxName(orgnr);
  const said = [
    changes.includes('renamed') && before && s('population.renamed', { name: pick(before.name) }),
    changes.includes('movedMinistry') && before && s('population.movedMinistry', { ministry: before.ministry }),
    changes.includes('newNumber') && before && s('population.newNumber', { orgnr: before.orgnr }),
    mergedFrom.length > 0 && s('population.merged', { names: mergedFrom.map((one) => pick(one.name)).join(', ') }),
    measures > 0 && s('population.stays', { count: measures }),
    confirmed && s('population.confirmed', { name: confirmed.by }),
  ].filter((text) => typeof text === 'string');
  return (
    <div className="population-row">
      <div>
        <label className="plain-choice">
          <input
            className="ds-input"
            type="checkbox"
            name="asked"
            value={orgnr}
            checked={asked}
            onChange={(event) => measures === 0 && onChoose(event.target.checked)}
            aria-disabled={measures > 0 || undefined}
          />
          <span>{`${pick(name)}, ${ministry}`}</span>
        </label>
        {said.length > 0 && <p className="small subtle">{said.join('. ')}</p>}
        {askedAs !== null && (
          <p className="small">
            <Link to={to(`${agencyFollowUpPath(year, askedAs)}#in-round`)}>
              {s('population.inRound')}
              <span className="visually-hidden">{` – ${pick(name)}`}</span>
            </Link>
          </p>
        )}
      </div>
      {asked && (
        <div>
          <label className="visually-hidden" htmlFor={id}>
            {s('population.mailbox', { name: pick(name) })}
          </label>
          <input
            className="ds-input"
            id={id}
            name={id}
            type="text"
            inputMode="email"
            autoComplete="off"
            placeholder={s('population.mailboxLabel')}
            defaultValue={contactEmail ?? ''}
            {...faultOf(id, error)}
          />
          {error !== undefined && (
            <p className="ds-validation-message" id={`${id}-error`}>
              {error}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function Gone({ agencies }: { agencies: PopulationProposal['gone'] }) {
  const s = useStaffText();
  const pick = usePick();
  return (
    <section aria-labelledby="gone">
      <h2 className="ds-heading" data-size="2xs" id="gone">
        {s('population.gone')}
      </h2>
      <ul className="names">
        {agencies.map(({ orgnr, name, ministry }) => (
          <li key={orgnr}>{`${pick(name)}, ${ministry}`}</li>
        ))}
      </ul>
    </section>
  );
}

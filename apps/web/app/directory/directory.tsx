import { type Directory, may } from '@samblikk/contract/client';
import { osloDay } from '@samblikk/text';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { showDay, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import {
  agencyLifePath,
  Crumbs,
  directoryPath,
  ministryLifePath,
  PageTitle,
  roundsPath,
  signedInApi,
} from '../ui/index.ts';
import { AddAgency } from './add-agency.tsx';
import { AddMinistry } from './add-ministry.tsx';
import { act, type Kind, type Outcome } from './directory-action.ts';
import { useHeld } from './held.ts';
import { heldMinistries } from './held-ministries.ts';
import { ImportFile } from './import-file.tsx';
import { OutcomeBox } from './outcome.tsx';
import { useDirectoryText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'directory.read');
  const q = args.url.searchParams.get('q')?.trim() ?? '';
  const directory = await signedInApi(args)('readDirectory', { query: { q: q || undefined } });
  const mayManage = may(held, 'directory.manage');
  // Who is new is under a ministry that there is, whatever was searched for.
  const ministries = mayManage ? await heldMinistries(args) : [];
  return { directory, q, mayManage, ministries, today: osloDay(new Date()) };
}

export const action = (args: ActionFunctionArgs): Promise<Outcome | Response> => act(args);

/** For Digdir: every ministry and agency, found by what it is and has been called. */
export default function DirectoryPage() {
  const { directory, q, mayManage, ministries, today } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useDirectoryText();
  const to = useHref();
  const lookedUp = (as: Kind) => (outcome && 'lookedUp' in outcome && outcome.as === as ? outcome.lookedUp : undefined);
  const count = directory.agencies.length + directory.ministries.length;
  return (
    <>
      <PageTitle title={s('title')} />
      <Crumbs trail={[[roundsPath, s('rounds')]]} here={s('title')} />
      <h1 className="ds-heading" data-size="lg">
        {s('title')}
      </h1>
      <p className="lead">{s('lead')}</p>
      <OutcomeBox of={outcome} />
      <search>
        <Form method="get" className="search-form">
          <label className="ds-label" htmlFor="q">
            {s('search')}
          </label>
          <div className="search-row">
            <input className="ds-input" type="search" id="q" name="q" autoComplete="off" defaultValue={q} key={q} />
            <button className="ds-button" type="submit">
              {s('searchButton')}
            </button>
          </div>
        </Form>
      </search>
      {q !== '' && (
        <p role="status">
          <span>{s('found', { count, q })}</span> <Link to={to(directoryPath)}>{s('all')}</Link>
        </p>
      )}
      {directory.agencies.length > 0 && <Agencies agencies={directory.agencies} today={today} />}
      {directory.ministries.length > 0 && <Ministries ministries={directory.ministries} />}
      {mayManage && <AddAgency ministries={ministries} lookUp={directory.lookUp} lookedUp={lookedUp('agency')} />}
      {mayManage && <AddMinistry lookUp={directory.lookUp} lookedUp={lookedUp('ministry')} />}
      {mayManage && <ImportFile outcome={outcome} />}
    </>
  );
}

function Agencies({ agencies, today }: { agencies: Directory['agencies']; today: string }) {
  const held = useHeld();
  const s = useDirectoryText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="table-box" aria-labelledby="agencies" tabIndex={0}>
      <table className="ds-table" data-zebra>
        <caption id="agencies">{`${s('agencies')} (${agencies.length})`}</caption>
        <thead>
          <tr>
            <th scope="col">{s('name')}</th>
            <th scope="col">{s('number')}</th>
            <th scope="col">{s('ministry')}</th>
          </tr>
        </thead>
        <tbody>
          {agencies.map(({ id, versions, successors }) => {
            const now = versions.at(-1);
            if (!now) return null;
            const former = [...new Set(versions.map(({ name }) => pick(name)))].filter(
              (name) => name !== pick(now.name),
            );
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={to(agencyLifePath(id))}>{pick(now.name)}</Link>
                  {former.length > 0 && <p className="small subtle">{s('formerly', { names: former.join(', ') })}</p>}
                  {now.to !== null && (
                    <p className="small subtle">
                      {[
                        s('ended', { day: showDay(now.to, language) }),
                        ...successors.map(({ name }) => `${s('successors')}: ${pick(name)}`),
                      ].join('. ')}
                    </p>
                  )}
                </th>
                <td>{now.orgnr ?? s('unknown')}</td>
                <td>
                  <span>{now.ministry?.code ?? s('unknown')}</span>
                  {now.from !== null && now.from > today && <p className="small subtle">{held(now)}</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Ministries({ ministries }: { ministries: Directory['ministries'] }) {
  const s = useDirectoryText();
  const pick = usePick();
  const to = useHref();
  const held = useHeld();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="table-box" aria-labelledby="ministries" tabIndex={0}>
      <table className="ds-table" data-zebra>
        <caption id="ministries">{`${s('ministries')} (${ministries.length})`}</caption>
        <thead>
          <tr>
            <th scope="col">{s('name')}</th>
            <th scope="col">{s('held')}</th>
            <th scope="col">{s('number')}</th>
            <th scope="col">{s('source')}</th>
          </tr>
        </thead>
        <tbody>
          {ministries.flatMap(({ id, versions }) =>
            versions.map((version) => (
              <tr key={`${id} ${version.from}`}>
                <th scope="row">
                  <Link to={to(ministryLifePath(id))}>{`${pick(version.name)} (${version.code})`}</Link>
                </th>
                <td>{held(version)}</td>
                <td>{version.orgnr ?? s('unknown')}</td>
                <td className="small">
                  {`${version.source} (${s(version.verified ? 'verified' : 'unverified').toLocaleLowerCase()})`}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

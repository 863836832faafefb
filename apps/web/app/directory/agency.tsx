import { type DirectoryAgency, may } from '@samblikk/contract/client';
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
  Labelled,
  PageTitle,
  roundsPath,
  signedInApi,
  useFieldErrors,
} from '../ui/index.ts';
import {
  type Ministries,
  MinistryField,
  NameFields,
  NumberField,
  StatedFields,
  useAgencyFaults,
} from './agency-fields.tsx';
import { act, type Outcome } from './directory-action.ts';
import { useHeld } from './held.ts';
import { heldMinistries } from './held-ministries.ts';
import { OutcomeBox } from './outcome.tsx';
import { useDirectoryText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'directory.read');
  const call = signedInApi(args);
  const agency = await call('readDirectoryAgency', { params: { agency: args.params.agency ?? '' } });
  const mayManage = may(held, 'directory.manage') && agency.versions.at(-1)?.to === null;
  return {
    agency,
    mayManage,
    ministries: mayManage ? await heldMinistries(args) : [],
    others: mayManage ? await call('listAgencies', {}) : [],
  };
}

export const action = (args: ActionFunctionArgs): Promise<Outcome | Response> => act(args);

/** For Digdir: one agency's life, and what is to be other from a day on. */
export default function AgencyPage() {
  const { agency, mayManage, ministries, others } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useDirectoryText();
  const pick = usePick();
  const now = agency.versions.at(-1);
  const title = now ? pick(now.name) : agency.id;
  return (
    <>
      <PageTitle title={title} />
      <Crumbs
        trail={[
          [roundsPath, s('rounds')],
          [directoryPath, s('title')],
        ]}
        here={title}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <OutcomeBox of={outcome} />
      <Life agency={agency} />
      <Relatives heading={s('predecessors')} list={agency.predecessors} id="predecessors" />
      <Relatives heading={s('successors')} list={agency.successors} id="successors" />
      {mayManage && <Change agency={agency} ministries={ministries} />}
      {mayManage && <End agency={agency} others={others} />}
    </>
  );
}

function Life({ agency: { versions } }: { agency: DirectoryAgency }) {
  const s = useDirectoryText();
  const pick = usePick();
  const held = useHeld();
  return (
    <section className="hub-section" aria-labelledby="life">
      <h2 className="ds-heading" data-size="sm" id="life">
        {s('life')}
      </h2>
      <ol className="measure-cards">
        {versions.map((version) => (
          <li className="measure-card" key={version.from ?? ''}>
            <div className="measure-card-head">
              <h3 className="ds-heading" data-size="2xs">
                {pick(version.name)}
              </h3>
              <span className="ds-tag" data-color={version.verified ? 'success' : 'neutral'} data-size="sm">
                {s(version.verified ? 'verified' : 'unverified')}
              </span>
            </div>
            <p>{held(version)}</p>
            <p className="small">
              {[version.orgnr ?? s('unknown'), version.ministry ? pick(version.ministry.name) : s('unknown')].join(
                ' · ',
              )}
            </p>
            <p className="small subtle">{`${s('source')}: ${version.source}`}</p>
            {version.note && <p className="small subtle">{version.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Relatives({ heading, list, id }: { heading: string; list: DirectoryAgency['successors']; id: string }) {
  const s = useDirectoryText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  if (list.length === 0) return null;
  return (
    <section className="hub-section" aria-labelledby={id}>
      <h2 className="ds-heading" data-size="sm" id={id}>
        {heading}
      </h2>
      <ul className="names">
        {list.map((one) => (
          <li key={one.id}>
            <Link to={to(agencyLifePath(one.id))}>{pick(one.name)}</Link>
            {one.from && <span className="subtle">{` ${s('since', { from: showDay(one.from, language) })}`}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ agency: { versions }, ministries }: { agency: DirectoryAgency; ministries: Ministries }) {
  const s = useDirectoryText();
  const now = versions.at(-1);
  const faults = useAgencyFaults();
  const { errors, form } = useFieldErrors((element) => faults(element, ['nameNb', 'nameNn', 'nameEn', 'source']));
  return (
    <section className="hub-section" aria-labelledby="change">
      <h2 className="ds-heading" data-size="sm" id="change">
        {s('rename')}
      </h2>
      <Form method="post" className="form-column" {...form} key={versions.length}>
        <NameFields prefix="change-" initial={now?.name ?? {}} errors={errors} />
        <NumberField prefix="change-" initial={now?.orgnr ?? ''} error={errors.orgnr} />
        <MinistryField
          prefix="change-"
          ministries={ministries}
          initial={now?.ministry?.code ?? ministries[0]?.code ?? ''}
        />
        <StatedFields prefix="change-" errors={errors} />
        <button className="ds-button" type="submit" name="what" value="change">
          {s('renameButton')}
        </button>
      </Form>
    </section>
  );
}

function End({
  agency: { id },
  others,
}: {
  agency: DirectoryAgency;
  others: readonly { id: string; name: { nb: string; nn: string; en: string } }[];
}) {
  const s = useDirectoryText();
  const pick = usePick();
  const faults = useAgencyFaults();
  const { errors, form } = useFieldErrors((element) => faults(element, ['source']));
  return (
    <section className="hub-section" aria-labelledby="end">
      <h2 className="ds-heading" data-size="sm" id="end">
        {s('end')}
      </h2>
      <p className="prose">{s('endText')}</p>
      <Form method="post" className="form-column" {...form}>
        <Labelled id="successor" label={s('successor')}>
          <select className="ds-input" id="successor" name="successor" defaultValue="">
            <option value="">{s('nobody')}</option>
            {others
              .filter((other) => other.id !== id)
              .map((other) => (
                <option key={other.id} value={other.id}>
                  {pick(other.name)}
                </option>
              ))}
          </select>
        </Labelled>
        <StatedFields prefix="end-" errors={errors} />
        <button className="ds-button" data-color="danger" type="submit" name="what" value="end">
          {s('endButton')}
        </button>
      </Form>
    </section>
  );
}

import { type DirectoryAgency, may } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { requireStaff } from '../staff/index.ts';
import { agencyLifePath, signedInApi, useFieldErrors } from '../ui/index.ts';
import {
  type Ministries,
  MinistryField,
  NameFields,
  NumberField,
  StatedFields,
  useAgencyFaults,
} from './agency-fields.tsx';
import { BodyHead } from './body-head.tsx';
import { act, type Outcome } from './directory-action.ts';
import { End } from './end.tsx';
import { heldMinistries } from './held-ministries.ts';
import { Life, Relatives } from './life.tsx';
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
  return (
    <>
      <BodyHead of={agency} outcome={outcome} />
      <Life versions={agency.versions} />
      <Relatives heading={s('predecessors')} list={agency.predecessors} path={agencyLifePath} id="predecessors" />
      <Relatives heading={s('successors')} list={agency.successors} path={agencyLifePath} id="successors" />
      {mayManage && <Change agency={agency} ministries={ministries} />}
      {mayManage && <End text={s('endText')} others={others.filter(({ id }) => id !== agency.id)} />}
    </>
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

import { type DirectoryMinistry, may } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { requireStaff } from '../staff/index.ts';
import { ministryLifePath, signedInApi, useFieldErrors } from '../ui/index.ts';
import { MinistryFields, useMinistryFaults } from './agency-fields.tsx';
import { BodyHead } from './body-head.tsx';
import { act, type Outcome } from './directory-action.ts';
import { End } from './end.tsx';
import { heldMinistries } from './held-ministries.ts';
import { Life, Relatives } from './life.tsx';
import { useDirectoryText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'directory.read');
  const params = { ministry: args.params.ministry ?? '' };
  const ministry = await signedInApi(args)('readDirectoryMinistry', { params });
  const mayManage = may(held, 'directory.manage') && ministry.versions.at(-1)?.to === null;
  return { ministry, mayManage, others: mayManage ? await heldMinistries(args) : [] };
}

export const action = (args: ActionFunctionArgs): Promise<Outcome | Response> => act(args);

/** For Digdir: one ministry's life, and what is to be other from a day on. */
export default function MinistryPage() {
  const { ministry, mayManage, others } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useDirectoryText();
  return (
    <>
      <BodyHead of={ministry} outcome={outcome} />
      <p>{s('agenciesUnder', { count: ministry.agencies })}</p>
      <Life versions={ministry.versions} />
      <Relatives
        heading={s('successors')}
        list={ministry.successor ? [ministry.successor] : []}
        path={ministryLifePath}
        id="successors"
      />
      {mayManage && <Change ministry={ministry} />}
      {mayManage && (
        <End
          text={s('endMinistryText', { count: ministry.agencies })}
          others={others.filter(({ id }) => id !== ministry.id)}
        />
      )}
    </>
  );
}

function Change({ ministry: { versions } }: { ministry: DirectoryMinistry }) {
  const s = useDirectoryText();
  const { errors, form } = useFieldErrors(useMinistryFaults());
  return (
    <section className="hub-section" aria-labelledby="change">
      <h2 className="ds-heading" data-size="sm" id="change">
        {s('renameMinistry')}
      </h2>
      <Form method="post" className="form-column" {...form} key={versions.length}>
        <MinistryFields prefix="change-" initial={versions.at(-1) ?? {}} errors={errors} />
        <button className="ds-button" type="submit" name="what" value="change">
          {s('renameButton')}
        </button>
      </Form>
    </section>
  );
}

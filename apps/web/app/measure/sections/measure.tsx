import {
  type LoaderFunctionArgs,
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useRouteError,
} from 'react-router';
import { useSession } from '../../session/index.ts';
import { measureYearOf, signedInApi, staysInMeasure } from '../../ui/index.ts';
import { CorrectionsProvider } from '../corrections/corrections.tsx';
import { useEditionsOf } from '../editions.ts';
import { ExemptionsProvider } from '../exemptions/exemptions.tsx';
import { MeasureFormProvider } from '../form/measure-form.tsx';
import { QueriesProvider } from '../queries/query-list.tsx';
import { MeasureMissing } from '../saving/withdrawn.tsx';
import { FromSubmit } from './from-submit.tsx';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const params = measureYearOf(args);
  const call = signedInApi(args);
  const [draft, ministries] = await Promise.all([call('readDraft', { params }), call('listMinistries', { query: {} })]);
  // Those who answer a part of it alone are not told what is claimed of the rest.
  const claims = draft.delegated ? [] : await call('listMeasureExemptions', { params });
  return { draft, claims, ministry: ministries.find(({ code }) => code === draft.agency.ministry)?.name };
}

/** While the person moves between the sections of one measure, the form holds the newest answers, not the loader. */
export const shouldRevalidate = (args: ShouldRevalidateFunctionArgs) => !staysInMeasure(args);

export function ErrorBoundary() {
  return <MeasureMissing error={useRouteError()} />;
}

/** The frame of all pages about one measure: it holds the form, so that moving between sections loses nothing. */
export default function MeasureFrame() {
  const { draft, claims, ministry } = useLoaderData<typeof loader>();
  const session = useSession();
  const editions = useEditionsOf(draft);
  if (!session || !editions[draft.edition]) return null;
  return (
    <MeasureFormProvider
      key={`${draft.id}/${draft.year}`}
      draft={draft}
      editions={editions}
      ministry={ministry}
      personId={session.personId}
      email={session.email}
    >
      <QueriesProvider>
        <CorrectionsProvider>
          <ExemptionsProvider claims={claims}>
            <FromSubmit year={draft.year} orgnr={draft.agency.orgnr}>
              <Outlet />
            </FromSubmit>
          </ExemptionsProvider>
        </CorrectionsProvider>
      </QueriesProvider>
    </MeasureFormProvider>
  );
}

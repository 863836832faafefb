import './sources.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import { Crumbs, PageTitle, roundsPath, signedInApi, sourcePath, TableBox } from '../ui/index.ts';
import { SourceTag, useSaid } from './source-state.tsx';
import { useSourceText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'source.followUp');
  return signedInApi(args)('listAllSources', { query: { lang: languageOfPath(args.url.pathname) } });
}

/** For Digdir: what every agency delivers by, and how it goes. */
export default function AllSources() {
  const { sources } = useLoaderData<typeof loader>();
  const s = useSourceText();
  return (
    <>
      <PageTitle title={s('allTitle')} />
      <Crumbs trail={[[roundsPath, s('rounds')]]} here={s('allTitle')} />
      <h1 className="ds-heading" data-size="lg">
        {s('allTitle')}
      </h1>
      <p className="lead prose">{s('allLead')}</p>
      {sources.length === 0 ? (
        <p>{s('allNone')}</p>
      ) : (
        <TableBox title={s('sources')}>
          <table className="ds-table" data-size="sm" data-color="neutral">
            <caption className="visually-hidden">{s('allTitle')}</caption>
            <thead>
              <tr>
                <th scope="col">{s('agency')}</th>
                <th scope="col">{s('source')}</th>
                <th scope="col">{s('state')}</th>
                <th scope="col">{s('last')}</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </>
  );
}

function SourceRow({ source }: { source: ReturnType<typeof useLoaderData<typeof loader>>['sources'][number] }) {
  const s = useSourceText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const { agency, last, fault } = source;
  return (
    <tr>
      <th scope="row">{pick(agency.name)}</th>
      <td>
        <Link to={to(sourcePath(agency.orgnr, source.id))}>{source.name}</Link>
        <br />
        <span className="small subtle">{s(`kind.${source.kind}`)}</span>
      </td>
      <td>
        <SourceTag source={source} />
        {fault === null && !source.needsPeople && !source.paused && s('well')}
        {fault !== null && <p className="small">{fault}</p>}
      </td>
      <td>{last === null ? '–' : <Last of={last} at={showMoment(last.at, language)} />}</td>
    </tr>
  );
}

const Last = ({
  of,
  at,
}: {
  of: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['sources'][number]['last']>;
  at: string;
}) => `${at}: ${useSaid(of)}`;

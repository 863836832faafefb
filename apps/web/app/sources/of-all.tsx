import './sources.css';
import type { Source } from '@samblikk/contract/client';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import { Crumbs, PageTitle, roundsPath, signedInApi, sourcePath } from '../ui/index.ts';
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
  const to = useHref();
  return (
    <>
      <PageTitle title={s('allTitle')} />
      <Crumbs trail={[[roundsPath, s('rounds')]]} here={s('allTitle')} />
      <h1 className="ds-heading" data-size="lg">
        {s('allTitle')}
      </h1>
      <p className="lead prose">{s('allLead')}</p>
      <p>
        <a href={to('/kilder')}>{s('public')}</a>
      </p>
      {sources.length === 0 ? (
        <p>{s('allNone')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
        <section className="table-box" aria-label={s('sources')} tabIndex={0}>
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
        </section>
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
        <p className="small subtle">{s(`kind.${source.kind}`)}</p>
      </td>
      <td>
        <SourceTag source={source} toStaff />
        {(fault !== null || (!source.needsPeople && !source.paused)) && <p className="small">{fault ?? s('well')}</p>}
      </td>
      <td>{last && <Last of={last} at={showMoment(last.at, language)} />}</td>
    </tr>
  );
}

/** When it last delivered, and what. */
const Last = ({ of, at }: { of: NonNullable<Source['last']>; at: string }) => (
  <p className="small">{`${at}: ${useSaid(of)}`}</p>
);

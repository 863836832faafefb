import './sources.css';
import type { Source } from '@samblikk/contract/client';
import { sourceNameLength } from '@samblikk/contract/client';
import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData, useSearchParams } from 'react-router';
import { languageOfPath, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { Unfolding } from '../staff/index.ts';
import {
  ActionOutcome,
  agencyOf,
  agencySourcesPath,
  answeringPath,
  Crumbs,
  deliveryPath,
  idOf,
  Labelled,
  PageTitle,
  signedInApi,
} from '../ui/index.ts';
import { Mapping } from './mapping.tsx';
import { PaceField } from './pace-field.tsx';
import { Report } from './report.tsx';
import { SendFile } from './send-file.tsx';
import { type Outcome, sourceAction } from './source-action.ts';
import { SourceKind, SourceState, SourceTag, useSaid } from './source-state.tsx';
import { useSourceText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const [orgnr, source] = [agencyOf(args), idOf(args, 'source')];
  const lang = languageOfPath(args.url.pathname);
  return signedInApi(args)('readSource', { params: { orgnr, source }, query: { lang } });
}

export const action = sourceAction;

/** One source of an agency: how it is doing, trying it, what it has delivered, and how its words are understood. */
export default function OneSource() {
  const read = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const [search] = useSearchParams();
  const s = useSourceText();
  const pick = usePick();
  const { agency, source, mayManage } = read;
  const told = outcome && 'report' in outcome ? outcome : undefined;
  return (
    <>
      <PageTitle title={source.name} />
      <Crumbs
        trail={[
          [answeringPath, s('answering')],
          [agencySourcesPath(agency.orgnr), s('title', { agency: pick(agency.name) })],
        ]}
        here={source.name}
      />
      <h1 className="ds-heading" data-size="lg">
        {source.name}
      </h1>
      {search.has('lagt-til') && outcome === undefined && source.last === null && (
        <p className="ds-alert" data-color="success" role="status">
          {s('done.added')}
        </p>
      )}
      <div className="source-head">
        <SourceTag source={source} />
        <SourceKind source={source} />
        {source.address !== null && <p className="small source-address">{source.address}</p>}
        <SourceState source={source} />
      </div>
      <ActionOutcome
        of={outcome}
        done={({ done }) => s(`done.${done}`)}
        refused={({ code, detail, issues }) =>
          code === 'roundNotOpen' ? s('notOpen') : s('failed', { reason: detail ?? issues[0]?.text ?? code })
        }
      />
      {told && <Report report={told.report} />}
      {mayManage && source.kind !== 'system' && <TryIt source={source} orgnr={agency.orgnr} />}
      <Deliveries />
      <Mapping read={read} />
      {mayManage && <Settings source={source} />}
    </>
  );
}

function TryIt({ source, orgnr }: { source: Source; orgnr: string }) {
  const s = useSourceText();
  return (
    <section aria-labelledby="try">
      <h2 className="ds-heading" data-size="sm" id="try">
        {s('tryTitle')}
      </h2>
      <p className="small subtle">{s('tryHelp')}</p>
      {source.kind === 'upload' ? (
        <SendFile params={{ orgnr, source: source.id }} />
      ) : (
        <Form method="post" className="source-actions">
          <button className="ds-button" data-variant="secondary" type="submit" name="do" value="try">
            {s('try')}
          </button>
          <button className="ds-button" type="submit" name="do" value="run">
            {s('run')}
          </button>
        </Form>
      )}
    </section>
  );
}

function Deliveries() {
  const { deliveries, agency, source } = useLoaderData<typeof loader>();
  const s = useSourceText();
  const to = useHref();
  const language = useLanguage();
  return (
    <section aria-labelledby="deliveries">
      <h2 className="ds-heading" data-size="sm" id="deliveries">
        {s('deliveries')}
      </h2>
      {deliveries.length === 0 && <p>{s('noDeliveries')}</p>}
      <ul className="source-lines">
        {deliveries.map((one) => (
          <li key={one.id}>
            <Link to={to(deliveryPath(agency.orgnr, source.id, one.id))}>{showMoment(one.at, language)}</Link>
            <Said of={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const Said = ({ of }: { of: NonNullable<Source['last']> }) => <p className="small">{useSaid(of)}</p>;

function Settings({ source }: { source: Source }) {
  const s = useSourceText();
  return (
    <>
      <Unfolding label={s('settings')}>
        <Form method="post" className="confirm-box source-form">
          <input type="hidden" name="do" value="change" />
          <Labelled id="source-name" label={s('name')}>
            <input
              className="ds-input"
              id="source-name"
              name="name"
              required
              maxLength={sourceNameLength}
              defaultValue={source.name}
            />
          </Labelled>
          {source.kind === 'address' && (
            <>
              <Labelled id="source-address" label={s('address')}>
                <input
                  className="ds-input"
                  id="source-address"
                  name="address"
                  type="url"
                  required
                  maxLength={2000}
                  defaultValue={source.address ?? ''}
                />
              </Labelled>
              <PaceField value={source.pace ?? 'daily'} />
            </>
          )}
          <button className="ds-button" type="submit">
            {s('save')}
          </button>
        </Form>
      </Unfolding>
      <Unfolding label={s('remove')}>
        <Form method="post" className="confirm-box">
          <p>{s('removeSure')}</p>
          <button className="ds-button" data-color="danger" type="submit" name="do" value="remove">
            {s('remove')}
          </button>
        </Form>
      </Unfolding>
      {source.kind === 'address' && (
        <Form method="post">
          <button
            className="ds-button"
            data-variant="tertiary"
            type="submit"
            name="do"
            value={source.paused ? 'resume' : 'pause'}
          >
            {s(source.paused ? 'resume' : 'pause')}
          </button>
        </Form>
      )}
    </>
  );
}

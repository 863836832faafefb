import './sources.css';
import { sourceNameLength, sourcePaces } from '@samblikk/contract/client';
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { inLanguage, languageOfPath, useHref, usePick } from '../i18n/index.ts';
import { Unfolding } from '../staff/index.ts';
import {
  ActionOutcome,
  agencyOf,
  agencyParameter,
  answeringPath,
  Crumbs,
  faultOf,
  Labelled,
  PageTitle,
  problemOf,
  type Refused,
  signedInApi,
  sourcePath,
  useFieldErrors,
} from '../ui/index.ts';
import { PaceField } from './pace-field.tsx';
import { SourceKind, SourceState, SourceTag } from './source-state.tsx';
import { useSourceText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const orgnr = agencyOf(args);
  const lang = languageOfPath(args.url.pathname);
  return signedInApi(args)('listSources', { params: { orgnr }, query: { lang } });
}

/** Adds a source, and goes to its page. */
export async function action(args: ActionFunctionArgs): Promise<Response | Refused> {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const orgnr = args.url.searchParams.get(agencyParameter) ?? '';
  const lang = languageOfPath(args.url.pathname);
  const pace = sourcePaces.find((one) => one === text('pace')) ?? 'daily';
  const name = text('name');
  const body =
    text('kind') === 'upload'
      ? ({ kind: 'upload', name } as const)
      : ({ kind: 'address', name, address: text('address'), pace } as const);
  try {
    const made = await signedInApi(args)('addSource', { params: { orgnr }, query: { lang }, body });
    return redirect(inLanguage(`${sourcePath(orgnr, made.id)}&lagt-til=ja`, lang));
  } catch (error) {
    return problemOf(error);
  }
}

/** What an agency delivers by, and where more is added. */
export default function SourcesOfAgency() {
  const { agency, sources, mayManage } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Refused | undefined;
  const s = useSourceText();
  const pick = usePick();
  const to = useHref();
  const title = s('title', { agency: pick(agency.name) });
  return (
    <>
      <PageTitle title={title} />
      <Crumbs trail={[[answeringPath, s('answering')]]} here={s('sources')} />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <p className="lead prose">{s('lead')}</p>
      <p>
        <a href={to('/kilder')}>{s('public')}</a>
      </p>
      <ActionOutcome<{ done: string }>
        of={outcome}
        done={() => null}
        refused={({ code, detail, issues }) => s('failed', { reason: detail ?? issues[0]?.text ?? code })}
      />
      {sources.length === 0 && <p>{s('none')}</p>}
      <ul className="measure-cards">
        {sources.map((source) => (
          <li key={source.id} className="measure-card">
            <div className="measure-card-head">
              <h2 className="ds-heading" data-size="2xs">
                <Link to={to(sourcePath(agency.orgnr, source.id))}>{source.name}</Link>
              </h2>
              <SourceTag source={source} />
            </div>
            <SourceKind source={source} />
            <SourceState source={source} />
          </li>
        ))}
      </ul>
      {mayManage && (
        <Unfolding label={s('add')}>
          <AddSource />
        </Unfolding>
      )}
    </>
  );
}

function AddSource() {
  const s = useSourceText();
  const [kind, setKind] = useState<'address' | 'upload'>('address');
  const { errors, form } = useFieldErrors((element) => {
    const said = new FormData(element);
    const blank = (name: string) => String(said.get(name) ?? '').trim() === '';
    return {
      name: blank('name') ? s('nameMissing') : undefined,
      address: kind === 'address' && blank('address') ? s('addressMissing') : undefined,
    };
  });
  return (
    <Form method="post" className="confirm-box source-form" {...form}>
      <Labelled id="source-name" label={s('name')} error={errors.name}>
        <input
          className="ds-input"
          id="source-name"
          name="name"
          maxLength={sourceNameLength}
          {...faultOf('source-name', errors.name)}
        />
      </Labelled>
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{s('how')}</legend>
        {(['address', 'upload'] as const).map((one) => (
          <label key={one} className="plain-choice">
            <input
              className="ds-input"
              type="radio"
              name="kind"
              value={one}
              checked={kind === one}
              onChange={() => setKind(one)}
            />
            <span>{s(one === 'address' ? 'howAddress' : 'howUpload')}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'address' && (
        <>
          <Labelled id="source-address" label={s('address')} error={errors.address}>
            <input
              className="ds-input"
              id="source-address"
              name="address"
              type="url"
              maxLength={2000}
              {...faultOf('source-address', errors.address)}
            />
          </Labelled>
          <p className="small subtle">{s('addressHelp')}</p>
          <PaceField />
        </>
      )}
      <button className="ds-button" type="submit">
        {s('addIt')}
      </button>
    </Form>
  );
}

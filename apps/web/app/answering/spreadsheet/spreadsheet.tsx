import {
  readResponse,
  readUpload,
  type SpreadsheetPreview,
  type SpreadsheetUpload,
  takeInSpreadsheet,
} from '@samblikk/contract';
import { useEffect, useRef, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { ApiProblem, api, apiOf } from '../../api.ts';
import { languageOfPath } from '../../i18n/language.ts';
import { useHref, useLanguage, usePick, useText } from '../../i18n/text.tsx';
import { PageTitle } from '../../page/title.tsx';
import { hubPath } from '../addresses.ts';
import '../answering.css';
import { agencyRoundOf, signedInApi } from '../load.ts';
import { ChooseFile } from './choose-file.tsx';
import { Columns, clashOf } from './columns.tsx';
import { Preview } from './preview.tsx';
import { Refusal } from './refusal.tsx';
import { previewOf, sendFile, type Told } from './send.ts';
import './spreadsheet.css';
import type { TakenInState } from './taken-in.tsx';
import { type SheetText, useSheetText } from './texts.ts';

export const handle = { interactive: true };

/** The list that waits stands in the address, so that it survives a reload and a new login. */
const uploadParameter = 'liste';

export async function loader(args: LoaderFunctionArgs) {
  const params = agencyRoundOf(args);
  const response = await signedInApi(args)(readResponse, { params });
  const url = new URL(args.request.url);
  const id = url.searchParams.get(uploadParameter);
  const waiting = id === null ? undefined : await waitingUpload(args, params, id, languageOfPath(url.pathname));
  return { response, waiting };
}

/** A list that is gone, or was taken in, is no error: one begins anew. */
async function waitingUpload(
  { context }: LoaderFunctionArgs,
  params: { orgnr: string; year: number },
  upload: string,
  lang: 'nb' | 'nn' | 'en',
): Promise<SpreadsheetUpload | undefined> {
  try {
    return await apiOf(context)(readUpload, { params: { ...params, upload }, query: { lang } });
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return undefined;
    throw error;
  }
}

const toldOf = (upload: SpreadsheetUpload): Told => ({
  columns: upload.columns.map(({ target }) => target),
  words: {},
  rows: {},
});

/** Bring your own spreadsheet: file, columns, preview, take in. */
export default function Spreadsheet() {
  const { response, waiting } = useLoaderData<typeof loader>();
  const { round, agency, open, mayWrite } = response;
  const params = { orgnr: agency.orgnr, year: round.year };
  const [upload, setUpload] = useState(waiting);
  const [told, setTold] = useState(() => waiting && toldOf(waiting));
  const [preview, setPreview] = useState<SpreadsheetPreview>();
  /** What the preview was made of: when something else is told since, it must be made anew. */
  const [previewed, setPreviewed] = useState<Told>();
  const [skipFaulty, setSkipFaulty] = useState(false);
  const [busy, setBusy] = useState<SheetText>();
  const [said, setSaid] = useState<SheetText>();
  const [error, setError] = useState<unknown>();
  const t = useSheetText();
  const text = useText();
  const pick = usePick();
  const to = useHref();
  const lang = useLanguage();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = preview ? 'stepPreview' : upload ? 'stepColumns' : 'stepFile';

  // A new step begins at its heading; the first one begins where the page does.
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);

  async function run(what: SheetText, work: () => Promise<void>) {
    if (busy) return;
    setBusy(what);
    setError(undefined);
    setSaid(undefined);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(undefined);
    }
  }

  function show(next: SpreadsheetUpload | undefined) {
    setUpload(next);
    setTold(next && toldOf(next));
    setPreview(undefined);
    setError(undefined);
    const address = new URL(window.location.href);
    if (next) address.searchParams.set(uploadParameter, next.id);
    else address.searchParams.delete(uploadParameter);
    window.history.replaceState(window.history.state, '', address);
  }

  const chooseFile = (file: File) => run('reading', async () => show(await sendFile(params, file, lang)));
  const chooseSheet = (sheet: number) =>
    run('reading', async () => {
      if (upload) show(await api(readUpload, { params: { ...params, upload: upload.id }, query: { sheet, lang } }));
    });
  const makePreview = (saying?: SheetText) =>
    run('working', async () => {
      if (!upload || !told) return;
      setPreview(await previewOf(params, upload, told, lang));
      setPreviewed(told);
      setSkipFaulty(false);
      setSaid(saying);
    });
  const takeIn = () =>
    run('taking', async () => {
      if (!upload || !preview || !told) return;
      try {
        const takenIn = await api(takeInSpreadsheet, {
          params: { ...params, upload: upload.id },
          query: { lang },
          body: { plan: preview.plan, skipRowsAtFault: skipFaulty },
        });
        await navigate(to(hubPath(params.year, params.orgnr)), { state: { takenIn } satisfies TakenInState });
      } catch (problem) {
        if (!(problem instanceof ApiProblem && problem.code === 'conflict')) throw problem;
        setPreview(await previewOf(params, upload, told, lang));
        setSaid('changed');
      }
    });

  const clashes = upload && told ? told.columns.some((_, at) => clashOf(told.columns, at, upload.columns)) : false;
  const stale = told !== previewed;
  const faulty = preview?.counts.faulty ?? 0;
  const hubTitle = text('hub.title', { agency: pick(agency.name), year: String(round.year) });
  return (
    <>
      <PageTitle title={t('title')} />
      <div className="hub-head">
        <nav className="crumbs" aria-label={text('nav.here')}>
          <ol>
            <li>
              <Link to={to(hubPath(round.year, agency.orgnr))}>{hubTitle}</Link>
            </li>
            <li aria-current="page">{t('title')}</li>
          </ol>
        </nav>
        <h1 className="ds-heading" data-size="lg">
          {t('title')}
        </h1>
        <p className="lead">{t('lead')}</p>
      </div>
      {!open || !mayWrite ? (
        <p className="ds-alert">{t('closed')}</p>
      ) : (
        <div className="sheet">
          <ol className="sheet-steps plain-list" aria-label={t('steps')}>
            {(['stepFile', 'stepColumns', 'stepPreview'] as const).map((one, at) => (
              <li key={one} aria-current={one === step ? 'step' : undefined}>
                {at + 1}. {t(one)}
              </li>
            ))}
          </ol>
          <h2 className="ds-heading" data-size="md" tabIndex={-1} ref={heading}>
            {t(preview ? 'previewHead' : upload ? 'columnsHead' : 'stepFile')}
          </h2>
          {error !== undefined && <Refusal error={error} />}
          <p role="status" className={busy || said ? 'sheet-status' : 'visually-hidden'}>
            {busy ? t(busy) : said ? t(said) : ''}
          </p>
          {!upload && <ChooseFile params={params} busy={busy !== undefined} onFile={chooseFile} />}
          {upload && told && !preview && (
            <>
              <Columns
                upload={upload}
                targets={told.columns}
                onChange={(columns) => setTold({ ...told, columns })}
                onSheet={chooseSheet}
              />
              <div className="buttons">
                <button
                  className="ds-button"
                  data-variant="primary"
                  type="button"
                  aria-disabled={clashes || busy !== undefined || undefined}
                  onClick={() => {
                    if (!clashes) makePreview();
                    else document.querySelector<HTMLElement>('.sheet-columns [aria-invalid]')?.focus();
                  }}
                >
                  {t('toPreview')}
                </button>
                <button className="ds-button" data-variant="tertiary" type="button" onClick={() => show(undefined)}>
                  {t('otherFile')}
                </button>
              </div>
            </>
          )}
          {upload && told && preview && (
            <>
              <Preview
                preview={preview}
                upload={upload}
                told={told}
                onTold={setTold}
                onUpdate={stale ? () => makePreview('updated') : undefined}
              />
              {faulty > 0 && !stale && (
                <div className="sheet-part">
                  <p>{t('faultyStop')}</p>
                  <label className="sheet-will">
                    <input
                      type="checkbox"
                      className="ds-input"
                      checked={skipFaulty}
                      onChange={(event) => setSkipFaulty(event.target.checked)}
                    />
                    <span>{t('skipFaulty', { count: faulty })}</span>
                  </label>
                </div>
              )}
              <div className="buttons">
                {stale ? (
                  <button
                    className="ds-button"
                    data-variant="primary"
                    type="button"
                    onClick={() => makePreview('updated')}
                  >
                    {t('update')}
                  </button>
                ) : (
                  (faulty === 0 || skipFaulty) && (
                    <button className="ds-button" data-variant="primary" type="button" onClick={takeIn}>
                      {t('takeIn')}
                    </button>
                  )
                )}
                <button
                  className="ds-button"
                  data-variant="tertiary"
                  type="button"
                  onClick={() => setPreview(undefined)}
                >
                  {t('toColumns')}
                </button>
              </div>
            </>
          )}
        </div>
      )}
    </>
  );
}

import type { SpreadsheetPreview, SpreadsheetUpload } from '@samblikk/contract/client';
import { useEffect, useRef, useState } from 'react';
import {
  type LoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useNavigate,
  useSearchParams,
} from 'react-router';
import { type Language, languageOfPath, useHref, useLanguage } from '../i18n/index.ts';
import { ApiProblem, api, apiOf } from '../platform/index.ts';
import { agencyParameter, agencyRoundOf, HubCrumbs, hubPath, PageTitle, signedInApi } from '../ui/index.ts';
import { ChooseFile } from './choose-file.tsx';
import { Columns, clashOf } from './columns.tsx';
import { PreviewHead, PreviewRows } from './preview.tsx';
import { Refusal } from './refusal.tsx';
import { previewOf, sendFile, type Told } from './send.ts';
import { keepTold, keptTold, toldOf } from './session-storage.ts';
import './spreadsheet.css';
import type { ImportNoticeState } from './import-notice.tsx';
import { type SheetText, useSheetText } from './texts.ts';
import { Tick } from './tick.tsx';

export const handle = { interactive: true };

/** Where one is stands in the address, so that it survives a reload, another language and a new login. */
const inAddress = { upload: 'liste', sheet: 'ark', headingRow: 'overskrifter', step: 'steg' } as const;
const previewStep = 'forhandsvisning';

/** Steps of the same page: what they show is here already. */
export const shouldRevalidate = ({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  currentUrl.pathname === nextUrl.pathname &&
  currentUrl.searchParams.get(agencyParameter) === nextUrl.searchParams.get(agencyParameter)
    ? false
    : defaultShouldRevalidate;

export async function loader(args: LoaderFunctionArgs) {
  const params = agencyRoundOf(args);
  const response = await signedInApi(args)('readResponse', { params });
  const { pathname, searchParams } = args.url;
  const id = searchParams.get(inAddress.upload);
  const lang = languageOfPath(pathname);
  const number = (name: string) => {
    const text = searchParams.get(name) ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  };
  const query = { lang, sheet: number(inAddress.sheet), headingRow: number(inAddress.headingRow) };
  const waiting = id === null ? undefined : await waitingUpload(args, params, id, query);
  return { response, waiting };
}

/** A list that is gone, or was taken in, is no error: one begins anew. */
async function waitingUpload(
  { context }: LoaderFunctionArgs,
  params: { orgnr: string; year: number },
  upload: string,
  query: { lang: Language; sheet: number | undefined; headingRow: number | undefined },
): Promise<SpreadsheetUpload | undefined> {
  try {
    return await apiOf(context)('readUpload', { params: { ...params, upload }, query });
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return undefined;
    throw error;
  }
}

/** Bring your own spreadsheet: file, columns, preview, take in. */
export default function Spreadsheet() {
  const { response, waiting } = useLoaderData<typeof loader>();
  const { round, agency, open, mayWrite } = response;
  const params = { orgnr: agency.orgnr, year: round.year };
  const [search, setSearch] = useSearchParams();
  const [read, setRead] = useState(waiting);
  const upload = read && search.get(inAddress.upload) === read.id ? read : undefined;
  const [told, setTold] = useState(() => waiting && toldOf(waiting));
  const [made, setMade] = useState<SpreadsheetPreview>();
  const preview = search.get(inAddress.step) === previewStep ? made : undefined;
  /** What the preview was made of: when something else is told since, it must be made anew. */
  const [previewed, setPreviewed] = useState<Told>();
  const [skipFaulty, setSkipFaulty] = useState(false);
  const [busy, setBusy] = useState<SheetText>();
  const [said, setSaid] = useState<SheetText>();
  const [error, setError] = useState<unknown>();
  const t = useSheetText();
  const to = useHref();
  const lang = useLanguage();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = preview ? 'stepPreview' : upload ? 'stepColumns' : 'stepFile';

  // What was told in this tab before a reload, and the step it was told in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come
  useEffect(() => {
    if (!upload) return;
    const kept = keptTold(upload) ?? toldOf(upload);
    setTold(kept);
    if (search.get(inAddress.step) === previewStep) makePreview(undefined, kept);
  }, []);

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

  function go(where: Partial<Record<keyof typeof inAddress, string | number>>, { replace = false } = {}) {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const name of Object.values(inAddress)) next.delete(name);
        for (const [key, value] of Object.entries(where))
          next.set(inAddress[key as keyof typeof inAddress], String(value));
        return next;
      },
      { replace, preventScrollReset: true },
    );
  }
  const placeOf = ({ id, sheet, headingRow }: SpreadsheetUpload) => ({ upload: id, sheet, headingRow });

  function show(next: SpreadsheetUpload, options = {}) {
    setRead(next);
    setTold(keptTold(next) ?? toldOf(next));
    setMade(undefined);
    go(placeOf(next), options);
  }
  function tell(next: Told) {
    setTold(next);
    if (upload) keepTold(upload, next);
  }

  const chooseFile = (file: File) => run('reading', async () => show(await sendFile(params, file, lang)));
  const choosePlace = (place: { sheet: number; headingRow?: number }) =>
    run('reading', async () => {
      if (!upload) return;
      const query = { ...place, lang };
      show(await api('readUpload', { params: { ...params, upload: upload.id }, query }), { replace: true });
    });
  const makePreview = (saying?: SheetText, of: Told | undefined = told) =>
    run('working', async () => {
      if (!upload || !of) return;
      setMade(await previewOf(params, upload, of, lang));
      setPreviewed(of);
      setSkipFaulty(false);
      setSaid(saying);
      go({ ...placeOf(upload), step: previewStep }, { replace: search.get(inAddress.step) === previewStep });
    });
  const importRows = () =>
    run('taking', async () => {
      if (!upload || !preview || !told) return;
      try {
        const takenIn = await api('importSpreadsheet', {
          params: { ...params, upload: upload.id },
          query: { lang },
          body: { plan: preview.plan, skipRowsAtFault: skipFaulty },
        });
        await navigate(to(hubPath(params.year, params.orgnr)), { state: { takenIn } satisfies ImportNoticeState });
      } catch (problem) {
        if (!(problem instanceof ApiProblem && problem.code === 'conflict')) throw problem;
        setMade(await previewOf(params, upload, told, lang));
        setSaid('changed');
      }
    });

  const clashes = upload && told ? told.columns.some((_, at) => clashOf(told.columns, at, upload.columns)) : false;
  const stale = told !== previewed;
  const faulty = preview?.counts.faulty ?? 0;
  return (
    <>
      <PageTitle title={t('title')} />
      <div className="hub-head">
        <HubCrumbs agency={agency} year={round.year} here={t('title')} />
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
                {`${at + 1}. ${t(one)}`}
              </li>
            ))}
          </ol>
          <h2 className="ds-heading" data-size="md" tabIndex={-1} ref={heading}>
            {t(preview ? 'previewHead' : upload ? 'columnsHead' : 'stepFile')}
          </h2>
          {error !== undefined && <Refusal error={error} />}
          <p role="status" className={busy || said ? 'sheet-status' : 'visually-hidden'}>
            {busy ? t(busy, { rows: upload?.rows ?? 0 }) : said ? t(said) : ''}
          </p>
          {!upload && <ChooseFile params={params} busy={busy !== undefined} onFile={chooseFile} />}
          {upload && told && !preview && (
            <>
              <Columns
                upload={upload}
                targets={told.columns}
                onChange={(columns) => tell({ ...told, columns })}
                onSheet={(sheet) => choosePlace({ sheet })}
                onHeadingRow={(headingRow) => choosePlace({ sheet: upload.sheet, headingRow })}
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
                <button className="ds-button" data-variant="tertiary" type="button" onClick={() => go({})}>
                  {t('otherFile')}
                </button>
              </div>
            </>
          )}
          {upload && told && preview && (
            <>
              <PreviewHead
                preview={preview}
                upload={upload}
                told={told}
                onTold={tell}
                onUpdate={stale ? () => makePreview('updated') : undefined}
              />
              {(faulty > 0 || told.leaveOutCells) && !stale && (
                <div className="sheet-part">
                  {faulty > 0 && <p>{t('faultyStop')}</p>}
                  <Tick
                    on={told.leaveOutCells}
                    onChange={(leaveOutCells) => {
                      const next = { ...told, leaveOutCells };
                      tell(next);
                      makePreview('updated', next);
                    }}
                  >
                    {t('leaveOutCells')}
                  </Tick>
                  {faulty > 0 && (
                    <Tick on={skipFaulty} onChange={setSkipFaulty}>
                      {t('skipFaulty', { count: faulty })}
                    </Tick>
                  )}
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
                    <button className="ds-button" data-variant="primary" type="button" onClick={importRows}>
                      {t('importRows')}
                    </button>
                  )
                )}
                <button className="ds-button" data-variant="tertiary" type="button" onClick={() => go(placeOf(upload))}>
                  {t('toColumns')}
                </button>
              </div>
              <PreviewRows preview={preview} told={told} onTold={tell} />
            </>
          )}
        </div>
      )}
    </>
  );
}

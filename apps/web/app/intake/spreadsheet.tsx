import type { QueryAt, SpreadsheetUpload } from '@samblikk/contract/client';
import { useEffect, useRef } from 'react';
import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { agencyParameter, agencyRoundOf, HubCrumbs, PageTitle, signedInApi } from '../ui/index.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportSaid } from './import-notice.tsx';
import { Imports } from './imports.tsx';
import { Refusal } from './refusal.tsx';
import type { AgencyYear } from './send.ts';
import './spreadsheet.css';
import { ColumnsStep, PreviewStep } from './steps.tsx';
import { useSheetText } from './texts.ts';
import { allSheets, inAddress, type Spreadsheet as List, useSpreadsheet } from './use-spreadsheet.ts';

export const handle = { interactive: true };

/** Steps of the same page: what they show is here already. What is undone is asked for anew. */
export const shouldRevalidate = ({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  currentUrl.href !== nextUrl.href &&
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
  const query = {
    lang,
    sheet: number(inAddress.sheet),
    together: searchParams.get(inAddress.sheet) === allSheets ? true : undefined,
    headingRow: number(inAddress.headingRow),
  };
  const waiting = id === null ? undefined : await waitingUpload(args, params, id, query);
  const imports = response.mayWrite ? await signedInApi(args)('listSpreadsheetImports', { params, query: {} }) : [];
  return { response, waiting, imports };
}

/** A list that is gone, or was imported, is no error: one begins anew. */
async function waitingUpload(
  { context }: LoaderFunctionArgs,
  params: AgencyYear,
  upload: string,
  query: QueryAt<'readUpload'>,
): Promise<SpreadsheetUpload | undefined> {
  try {
    return await apiOf(context)('readUpload', { params: { ...params, upload }, query });
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return undefined;
    throw error;
  }
}

/** Bring your own spreadsheet: file, columns, preview, import. */
export default function Spreadsheet() {
  const { response, waiting, imports } = useLoaderData<typeof loader>();
  const { round, agency, open, mayWrite } = response;
  const params = { orgnr: agency.orgnr, year: round.year };
  const list = useSpreadsheet(params, waiting);
  const t = useSheetText();
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
          <StepHead list={list} />
          <ImportSaid params={params} imported={list.imported} onUndone={() => list.makePreview()} />
          {!list.upload && (
            <>
              <ChooseFile params={params} busy={list.busy !== undefined} onFile={list.chooseFile} />
              <Imports params={params} imports={imports} />
            </>
          )}
          <ColumnsStep list={list} />
          <PreviewStep list={list} />
        </div>
      )}
    </>
  );
}

const steps = ['stepFile', 'stepColumns', 'stepPreview'] as const;
const headings = { stepFile: 'stepFile', stepColumns: 'columnsHead', stepPreview: 'previewHead' } as const;

/** Which step one is at, what is being done, and why something was refused. */
function StepHead({ list: { upload, preview, error, busy, status } }: { list: List }) {
  const t = useSheetText();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = preview ? 'stepPreview' : upload ? 'stepColumns' : 'stepFile';
  // A new step begins at its heading; the first one begins where the page does.
  const before = useRef<string>(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return (
    <>
      <ol className="sheet-steps plain-list" aria-label={t('steps')}>
        {steps.map((one, at) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {`${at + 1}. ${t(one)}`}
          </li>
        ))}
      </ol>
      <h2 className="ds-heading" data-size="md" tabIndex={-1} ref={heading}>
        {t(headings[step])}
      </h2>
      {error !== undefined && <Refusal error={error} />}
      <p role="status" className={busy || status ? 'sheet-status' : 'visually-hidden'}>
        {busy ? t(busy, { rows: upload?.rows ?? 0 }) : status ? t(status) : ''}
      </p>
    </>
  );
}

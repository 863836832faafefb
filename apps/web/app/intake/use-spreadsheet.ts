import type { Separator, SpreadsheetPreview, SpreadsheetUpload } from '@samblikk/contract/client';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useHref, useLanguage } from '../i18n/index.ts';
import { ApiProblem, api } from '../platform/index.ts';
import { hubPath } from '../ui/index.ts';
import type { Import, ImportState } from './import-notice.tsx';
import { type AgencyYear, type Mapping, previewOf, sendFile } from './send.ts';
import { keepMapping, keptMapping, mappingOf } from './session-storage.ts';
import type { SheetText } from './texts.ts';

/** Where one is stands in the address, so that it survives a reload, another language and a new login. */
export const inAddress = { upload: 'liste', sheet: 'ark', headingRow: 'overskrifter', step: 'steg' } as const;
const previewStep = 'forhandsvisning';
/** What the address says for the sheet when several are read together. */
export const allSheets = 'samlet';

const placeOf = ({ id, sheet, together, headingRow }: SpreadsheetUpload) =>
  together ? { upload: id, sheet: allSheets } : { upload: id, sheet, headingRow };

/** Which of the sheets are read, and where the headings are. */
export type ListPlace = { readonly together: true } | { readonly sheet: number; readonly headingRow?: number };

/** One thing at a time: what is being done, what to say when it is done, and why it was refused. */
function useWork() {
  const [busy, setBusy] = useState<SheetText>();
  const [status, setStatus] = useState<SheetText>();
  const [error, setError] = useState<unknown>();
  async function run(what: SheetText, work: () => Promise<void>) {
    if (busy) return;
    setBusy(what);
    setError(undefined);
    setStatus(undefined);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(undefined);
    }
  }
  return { busy, status, error, run, setStatus };
}

/** The step one is at, in the address. */
function usePlace() {
  const [search, setSearch] = useSearchParams();
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
  return {
    upload: search.get(inAddress.upload),
    previewing: search.get(inAddress.step) === previewStep,
    go,
  };
}

/** A list on its way in: the file, its mapping, and what importing it would do. */
export function useSpreadsheet(params: AgencyYear, waiting: SpreadsheetUpload | undefined) {
  const place = usePlace();
  const work = useWork();
  const lang = useLanguage();
  const to = useHref();
  const navigate = useNavigate();
  const [read, setRead] = useState(waiting);
  const [mapping, setMapping] = useState(() => waiting && mappingOf(waiting));
  const [made, setMade] = useState<SpreadsheetPreview>();
  /** What the preview was made of: when that has changed since, it must be made anew. */
  const [previewed, setPreviewed] = useState<Mapping>();
  const [imported, setImported] = useState<Import>();
  const upload = read && place.upload === read.id ? read : undefined;
  const preview = place.previewing ? made : undefined;

  function show(next: SpreadsheetUpload, options = {}) {
    setRead(next);
    setMapping(keptMapping(next) ?? mappingOf(next));
    setMade(undefined);
    place.go(placeOf(next), options);
  }
  function changeMapping(next: Mapping) {
    setMapping(next);
    if (upload) keepMapping(upload, next);
  }
  async function refresh(of: Mapping) {
    if (!upload) return;
    setMade(await previewOf(params, upload, of, lang));
    setPreviewed(of);
  }
  const makePreview = (saying?: SheetText, of: Mapping | undefined = mapping) =>
    work.run('working', async () => {
      if (!upload || !of) return;
      await refresh(of);
      work.setStatus(saying);
      place.go({ ...placeOf(upload), step: previewStep }, { replace: place.previewing });
    });
  const importRows = (confirmedPublic: readonly number[]) =>
    work.run('taking', async () => {
      if (!upload || !preview || !mapping) return;
      try {
        const result = await api('importSpreadsheet', {
          params: { ...params, upload: upload.id },
          query: { lang },
          body: { plan: preview.plan, skipRowsAtFault: true, confirmedPublic: [...confirmedPublic] },
        });
        if (result.waiting === 0)
          return await navigate(to(hubPath(params.year, params.orgnr)), {
            state: { imported: result } satisfies ImportState,
          });
        setImported(result);
        await refresh(mapping);
      } catch (problem) {
        if (!(problem instanceof ApiProblem && problem.code === 'conflict')) throw problem;
        await refresh(mapping);
        work.setStatus('changed');
      }
    });

  // The mapping of this tab before a reload, and the step it was at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come
  useEffect(() => {
    if (!upload) return;
    const kept = keptMapping(upload) ?? mappingOf(upload);
    setMapping(kept);
    if (place.previewing) makePreview(undefined, kept);
  }, []);

  return {
    ...work,
    upload,
    mapping,
    preview,
    imported,
    stale: mapping !== previewed,
    changeMapping,
    makePreview,
    importRows,
    chooseFile: (file: File, separator: Separator | undefined) =>
      work.run('reading', async () => show(await sendFile(params, file, separator, lang))),
    choosePlace: (where: ListPlace) =>
      work.run('reading', async () => {
        if (!upload) return;
        const query = { ...where, lang };
        show(await api('readUpload', { params: { ...params, upload: upload.id }, query }), { replace: true });
      }),
    toFile: () => place.go({}),
    toColumns: () => upload && place.go(placeOf(upload)),
  };
}

export type Spreadsheet = ReturnType<typeof useSpreadsheet>;

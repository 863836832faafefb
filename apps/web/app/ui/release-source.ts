import type { EndpointName, ReplyAt } from '@samblikk/contract/client';
import type { LoaderFunctionArgs } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { addressOf, apiOf, type Input } from '../platform/index.ts';
import { editionPath, releaseChangesPath } from './addresses.ts';
import { type Preview, previewOf, usePreview } from './preview.ts';

// Pages of figures and register are the same for the public and, before publication, for staff: only where the data are
// read from differs, and where links lead.

/** Each public endpoint of data, and the one that gives staff the same of one release. */
const previews = {
  readTable: 'previewTable',
  listVariables: 'previewVariables',
  listFigures: 'previewFigures',
  readFigure: 'previewFigure',
  readResponseQuality: 'previewResponseQuality',
  readQualityTable: 'previewQualityTable',
  searchRegister: 'previewRegister',
  readMeasure: 'previewMeasure',
  readReleaseChanges: 'previewChanges',
  registerXlsx: 'previewXlsx',
  registerCsv: 'previewCsv',
  registerJson: 'previewJson',
  registerNdjson: 'previewNdjson',
  registerParquet: 'previewParquet',
} as const satisfies Partial<Record<EndpointName, EndpointName>>;
type DataEndpoint = keyof typeof previews;

/** Where a page's data are read from: the public addresses, or those of the release it is a preview of. */
export function releaseSource({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>) {
  const preview = previewOf(params);
  const api = apiOf(context);
  return {
    preview,
    api,
    call: async <N extends DataEndpoint>(endpoint: N, input: Input<N>): Promise<ReplyAt<N>> => {
      if (preview === undefined) return api(endpoint, input);
      const { params: places, query } = input as { params?: object; query?: object };
      const of = { params: { ...places, ...preview }, query } as unknown as Input<(typeof previews)[N]>;
      return (await api(previews[endpoint], of)) as ReplyAt<N>;
    },
  };
}

/** The address of a file with the data of a page. */
export function fileAddress(
  preview: Preview | undefined,
  endpoint: DataEndpoint,
  { params, query }: { params?: object; query?: unknown },
): string {
  return preview === undefined
    ? addressOf(endpoint, { params, query })
    : addressOf(previews[endpoint], { params: { ...params, ...preview }, query });
}

/** As `useHref`; in a preview, pages of data are those of the preview. */
export function useDataHref(): (path: string) => string {
  const to = useHref();
  const preview = usePreview();
  if (preview === undefined) return to;
  const place = releasePath(preview.year, preview.number);
  return (path) => {
    const name = `${preview.year}.${preview.number}`;
    if (path === editionPath(name) || path === releaseChangesPath(name)) return to(`${place}/endringer`);
    return to(/^\/(register|tiltak|tall|om-dataene)\b/.test(path) ? place + path : path);
  };
}

/** Where staff see a release. */
export const releasePath = (year: number, number: number) => `/runder/${year}/utgave/${number}`;

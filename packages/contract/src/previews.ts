import { readReleaseChanges } from './comparisons.ts';
import { endpoint } from './endpoint.ts';
import { readMeasure, searchRegister } from './register.ts';
import { registerCsv, registerJson, registerNdjson, registerParquet, registerXlsx } from './register-files.ts';
import { releaseParams } from './releases.ts';
import { listFigures, listVariables, readFigure, readTable } from './statistics.ts';

// A release as it will be once it is public, for staff: the same replies as the public addresses, of one release by number.
// `round` and `release` in the query say nothing here.

const staff = { action: 'release.preview', params: releaseParams, tag: 'releases' } as const;
const preview = (of: { summary: string }) => `Preview: ${of.summary}`;

export const previewTable = endpoint('previewTable', { ...readTable, ...staff, summary: preview(readTable) });
export const previewVariables = endpoint('previewVariables', {
  ...listVariables,
  ...staff,
  summary: preview(listVariables),
});
export const previewFigures = endpoint('previewFigures', { ...listFigures, ...staff, summary: preview(listFigures) });
export const previewFigure = endpoint('previewFigure', {
  ...readFigure,
  ...staff,
  params: releaseParams.extend({ id: readFigure.params.shape.id }),
  summary: preview(readFigure),
});
export const previewRegister = endpoint('previewRegister', {
  ...searchRegister,
  ...staff,
  summary: preview(searchRegister),
});
export const previewMeasure = endpoint('previewMeasure', {
  ...readMeasure,
  ...staff,
  params: releaseParams.extend({ id: readMeasure.params.shape.id }),
  summary: preview(readMeasure),
});
export const previewChanges = endpoint('previewChanges', {
  ...readReleaseChanges,
  ...staff,
  summary: preview(readReleaseChanges),
});

// Its files.
export const previewXlsx = endpoint('previewXlsx', { ...registerXlsx, ...staff, summary: preview(registerXlsx) });
export const previewCsv = endpoint('previewCsv', { ...registerCsv, ...staff, summary: preview(registerCsv) });
export const previewJson = endpoint('previewJson', { ...registerJson, ...staff, summary: preview(registerJson) });
export const previewNdjson = endpoint('previewNdjson', {
  ...registerNdjson,
  ...staff,
  summary: preview(registerNdjson),
});
export const previewParquet = endpoint('previewParquet', {
  ...registerParquet,
  ...staff,
  summary: preview(registerParquet),
});

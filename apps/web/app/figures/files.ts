import { type FileLink, fileAddress, fileLinks, type Preview } from '../ui/index.ts';

/** The same numbers as files: same address, other formats. */
export function tableFiles(
  preview: Preview | undefined,
  endpoint: Parameters<typeof fileAddress>[1],
  input: { params: Record<string, string | number>; query?: Record<string, unknown> },
): FileLink[] {
  return fileLinks('table', ({ query }) =>
    fileAddress(preview, endpoint, { params: input.params, query: { ...input.query, ...query } }),
  );
}

import { formats } from '@samblikk/contract/client';
import { type FileLink, fileAddress, fileLinks, type Preview } from '../ui/index.ts';

/** The same numbers as files: same address, other formats; as pictures where they are drawn. */
export function tableFiles(
  preview: Preview | undefined,
  endpoint: Parameters<typeof fileAddress>[1],
  input: { params: Record<string, string | number>; query?: Record<string, unknown> },
  drawn = true,
): FileLink[] {
  const links = fileLinks('table', ({ query }) =>
    fileAddress(preview, endpoint, { params: input.params, query: { ...input.query, ...query } }),
  );
  return drawn ? links : links.filter(({ format }) => !formats[format].type.startsWith('image/'));
}

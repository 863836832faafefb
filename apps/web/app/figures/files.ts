import { fileAddress, type Preview } from '../ui/index.ts';
import type { FileLink } from './figure-card.tsx';

/** The same numbers as files: same address, other formats. `csv` is strict, `csv-excel` opens right in a Norwegian Excel. */
export function tableFiles(
  preview: Preview | undefined,
  endpoint: Parameters<typeof fileAddress>[1],
  input: { params: Record<string, string | number>; query?: Record<string, unknown> },
): FileLink[] {
  const formats = [
    ['csv', 'CSV'],
    ['csv-excel', 'CSV (Excel)'],
    ['xlsx', 'Excel'],
    ['json', 'JSON-stat'],
  ] as const;
  return formats.map(([format, label]) => ({
    label,
    href: fileAddress(preview, endpoint, { params: input.params, query: { ...input.query, format } }),
  }));
}

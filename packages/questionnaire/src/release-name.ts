/** What a frozen release is called wherever it is named: the year of its round and its number within it, as `2026.1`. */
export const releaseName = ({ year, number }: { readonly year: number; readonly number: number }): string =>
  `${year}.${number}`;

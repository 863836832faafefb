import type { PublicFinancingPlan } from '@samblikk/contract';
import { type CsvFlavour, csvFile } from '@samblikk/files';
import type { Language } from '@samblikk/questionnaire';
import { fileWords } from './words.ts';

const columns = ['kind', 'actors', 'of', 'phases', 'from', 'to', 'kroner', 'about'] as const;

/** What is open of a plan as a table: a row for each cost and each sum of money. With codes, or for Excel with words. */
export function planCsv({ lines }: PublicFinancingPlan, language: Language, flavour: CsvFlavour): string {
  const strict = flavour === 'strict';
  const said = ({ code, label }: { code: string; label: string }) => (strict ? code : label);
  const header = columns.map((column) => (strict ? column : fileWords[column][language]));
  const rows = lines.map(({ kind, actors, what, phases, from, to, kroner, about }) => [
    strict ? kind : fileWords[kind][language],
    actors.join('; '),
    said(what),
    phases.map(said).join('; '),
    ...[from, to, kroner],
    ...[about ? (strict ? 'true' : fileWords.yes[language]) : strict ? 'false' : ''],
  ]);
  return csvFile([header, ...rows], { flavour });
}

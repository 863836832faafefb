import type { CostSharingReply } from '@samblikk/contract';
import { bold, type CsvFlavour, csvFile, heading, numberCell, type Row, textCell, workbookOf } from '@samblikk/files';
import { formatMoment, type Language, type Text } from '@samblikk/questionnaire';
import { format } from '@samblikk/text';
import { basisNames } from './words.ts';

const words = {
  actor: { nb: 'Hvem', nn: 'Kven', en: 'Who' },
  code: { nb: 'Kode', nn: 'Kode', en: 'Code' },
  shares: { nb: 'Fordeling', nn: 'Fordeling', en: 'Shares' },
  leaves: {
    nb: 'Endring hvis {name} går ut (kroner)',
    nn: 'Endring om {name} går ut (kroner)',
    en: 'Change if {name} leaves (kroner)',
  },
  together: { nb: 'Til sammen', nn: 'Til saman', en: 'Together' },
  sum: { nb: 'Sum', nn: 'Sum', en: 'Sum' },
  minimum: { nb: 'Minst (kroner)', nn: 'Minst (kroner)', en: 'Minimum (kroner)' },
  maximum: { nb: 'Høyst (kroner)', nn: 'Høgst (kroner)', en: 'Maximum (kroner)' },
  kroner: { nb: 'kroner', nn: 'kroner', en: 'kroner' },
  explanation: { nb: 'Forklaring', nn: 'Forklaring', en: 'Explanation' },
  amount: { nb: 'Beløp som deles (kroner)', nn: 'Beløp som blir delt (kroner)', en: 'Amount shared (kroner)' },
  population: { nb: 'Folketall', nn: 'Folketal', en: 'Inhabitants' },
  method: { nb: 'Metode', nn: 'Metode', en: 'Method' },
  rounding: {
    nb: 'Hele kroner. Rundet av med største rest, så andelene blir summen.',
    nn: 'Heile kroner. Runda av med største rest, så delane blir summen.',
    en: 'Whole kroner. Rounded by largest remainder, so that shares are the sum.',
  },
  address: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
  made: { nb: 'Laget', nn: 'Laga', en: 'Made' },
} satisfies Record<string, Text>;

type Column = { readonly code: string; readonly label: string; readonly of: (place: number) => number | null };

/** What stands beside each actor: its numbers and limits where anyone has them, then its share by each key that can be used. */
function columnsOf(
  { actors, keys, pools, together, leaving }: CostSharingReply,
  language: Language,
): readonly Column[] {
  const bases = (Object.keys(basisNames) as (keyof typeof basisNames)[]).filter((basis) =>
    actors.some(({ numbers }) => numbers[basis] !== undefined),
  );
  const limits = (['minimum', 'maximum'] as const).filter((limit) => actors.some((actor) => actor[limit] !== null));
  return [
    ...bases.map((basis) => ({
      code: basis,
      label: basisNames[basis][language],
      of: (place: number) => actors[place]?.numbers[basis] ?? null,
    })),
    ...limits.map((limit) => ({
      code: limit,
      label: words[limit][language],
      of: (place: number) => actors[place]?.[limit] ?? null,
    })),
    ...pools.flatMap(({ name, label, shares }, at) =>
      shares === null
        ? []
        : [
            {
              code: `share_pool_${at + 1}`,
              label: `${name || at + 1}: ${label} (${words.kroner[language]})`,
              of: (place: number) => shares[place]?.kroner ?? null,
            },
          ],
    ),
    ...(together
      ? [
          {
            code: 'share_pools',
            label: `${words.together[language]} (${words.kroner[language]})`,
            of: (place: number) => together[place]?.kroner ?? null,
          },
        ]
      : []),
    ...keys
      .filter(({ shares }) => shares !== null)
      .map(({ key, label, shares }) => ({
        code: `share_${key.replaceAll(/[:,]/g, '_')}`,
        label: `${label} (${words.kroner[language]})`,
        of: (place: number) => shares?.[place]?.kroner ?? null,
      })),
    ...(leaving?.changes
      ? [
          {
            code: 'change_if_one_leaves',
            label: format(words.leaves, language, { name: leaving.name }),
            of: (place: number) => leaving.changes?.[place] ?? null,
          },
        ]
      : []),
  ];
}

/** A line for each actor: code and name, numbers, and what it pays by each key. */
export function sharesCsv(reply: CostSharingReply, language: Language, flavour: CsvFlavour): string {
  const columns = columnsOf(reply, language);
  const header =
    flavour === 'strict'
      ? ['code', 'name', ...columns.map(({ code }) => code)]
      : [words.code[language], words.actor[language], ...columns.map(({ label }) => label)];
  const lines = reply.actors.map(({ id, name }, place) => [id, name, ...columns.map(({ of }) => of(place))]);
  return csvFile([header, ...lines], { flavour });
}

/** The same as a workbook, with sums that a spreadsheet counts, and a sheet that explains it. */
export async function sharesXlsx(
  reply: CostSharingReply,
  { address, now }: { readonly address: string; readonly now: Date },
  language: Language,
): Promise<Uint8Array> {
  const columns = columnsOf(reply, language);
  const sums: Row = [
    textCell(words.sum[language], bold),
    ...columns.map(({ code, of }) =>
      code.startsWith('share_')
        ? numberCell(
            reply.actors.reduce((sum, _, place) => sum + (of(place) ?? 0), 0),
            bold,
          )
        : null,
    ),
  ];
  const data = [
    [textCell(words.actor[language], heading), ...columns.map(({ label }) => textCell(label, heading))],
    ...reply.actors.map(({ name }, place): Row => [textCell(name), ...columns.map(({ of }) => numberCell(of(place)))]),
    sums,
  ];
  const line = (term: Text, said: string): Row => [textCell(term[language]), textCell(said)];
  const explanation = [
    [textCell(words.amount[language]), numberCell(reply.amount)],
    line(words.population, `${reply.population.source}`),
    line(words.method, words.rounding[language]),
    ...[...reply.pools, ...reply.keys].flatMap(({ label, fault }): Row[] =>
      fault ? [[textCell(label), textCell(fault)]] : [],
    ),
    line(words.address, address),
    line(words.made, formatMoment(now.toISOString(), language)),
  ];
  return workbookOf([
    { data, sheet: words.shares[language], columns: [{ width: 40 }, ...columns.map(() => ({ width: 20 }))] },
    { data: explanation, sheet: words.explanation[language], columns: [{ width: 32 }, { width: 100 }] },
  ]);
}

import type { FinancingModelsReply } from '@samblikk/contract';
import { bold, type CsvFlavour, csvFile, heading, numberCell, type Row, textCell, workbookOf } from '@samblikk/files';
import { formatMoment, type Language, type Text } from '@samblikk/questionnaire';

const words = {
  invented: {
    nb: 'Oppdiktet eksempel: ingen løsning, tjenesteeier eller sum er virkelig.',
    nn: 'Oppdikta døme: inga løysing, ingen tenesteeigar og ingen sum er verkeleg.',
    en: 'Invented example: no solution, service owner or amount is real.',
  },
  own: {
    nb: 'Egne tall, som Samblikk verken har kontrollert eller tatt vare på.',
    nn: 'Eigne tal, som Samblikk verken har kontrollert eller teke vare på.',
    en: 'Numbers of one’s own, which Samblikk has neither checked nor kept.',
  },
  code: { nb: 'Kode', nn: 'Kode', en: 'Code' },
  owner: { nb: 'Tjenesteeier', nn: 'Tenesteeigar', en: 'Service owner' },
  year: { nb: 'År', nn: 'År', en: 'Year' },
  bill: { nb: 'Betaler (kroner)', nn: 'Betaler (kroner)', en: 'Pays (kroner)' },
  plan: { nb: 'Etter planen (kroner)', nn: 'Etter planen (kroner)', en: 'As planned (kroner)' },
  sum: { nb: 'Sum', nn: 'Sum', en: 'Sum' },
  bills: { nb: 'Regninger', nn: 'Rekningar', en: 'Bills' },
  years: { nb: 'År for år', nn: 'År for år', en: 'Year by year' },
  cost: { nb: 'Kostnad', nn: 'Kostnad', en: 'Cost' },
  central: { nb: 'Sentralt', nn: 'Sentralt', en: 'Central' },
  serviceOwners: { nb: 'Tjenesteeiere', nn: 'Tenesteeigarar', en: 'Service owners' },
  endUsers: { nb: 'Sluttbrukere', nn: 'Sluttbrukarar', en: 'End users' },
  gap: { nb: 'Udekket', nn: 'Udekt', en: 'Gap' },
  frameLeft: { nb: 'Igjen av rammen', nn: 'Att av ramma', en: 'Left of the frame' },
  lacking: { nb: 'Hva som mangler', nn: 'Kva som manglar', en: 'What is lacking' },
  models: { nb: 'Modeller', nn: 'Modellar', en: 'Models' },
  model: { nb: 'Modell', nn: 'Modell', en: 'Model' },
  planned: { nb: 'Dekket etter planen (%)', nn: 'Dekt etter planen (%)', en: 'Covered as planned (%)' },
  growth: {
    nb: 'Dekket når bruken øker med halvparten (%)',
    nn: 'Dekt når bruken aukar med halvparten (%)',
    en: 'Covered when use grows by half (%)',
  },
  leaves: {
    nb: 'Dekket når den største går ut (%)',
    nn: 'Dekt når den største går ut (%)',
    en: 'Covered when the largest leaves (%)',
  },
  paidByOwners: { nb: 'Tjenesteeierne betaler (%)', nn: 'Tenesteeigarane betaler (%)', en: 'Service owners pay (%)' },
  steady: { nb: 'Jevne regninger (%)', nn: 'Jamne rekningar (%)', en: 'Steady bills (%)' },
  jump: { nb: 'Største hopp (%)', nn: 'Største hopp (%)', en: 'Largest jump (%)' },
  complexity: { nb: 'Kompleksitet', nn: 'Kompleksitet', en: 'Complexity' },
  points: { nb: 'Poeng', nn: 'Poeng', en: 'Points' },
  place: { nb: 'Plass', nn: 'Plass', en: 'Place' },
  accounts: { nb: 'Produktregnskap', nn: 'Produktrekneskap', en: 'Product accounts' },
  product: { nb: 'Produkt', nn: 'Produkt', en: 'Product' },
  line: { nb: 'Linje', nn: 'Linje', en: 'Line' },
  forecast: { nb: 'prognose', nn: 'prognose', en: 'forecast' },
  explanation: { nb: 'Forklaring', nn: 'Forklaring', en: 'Explanation' },
  chosen: { nb: 'Modell og pris', nn: 'Modell og pris', en: 'Model and price' },
  use: { nb: 'Bruk utover planen (%)', nn: 'Bruk utover planen (%)', en: 'Use beyond the plan (%)' },
  without: { nb: 'Den største går ut', nn: 'Den største går ut', en: 'The largest leaves' },
  cut: {
    nb: 'Rammekutt der rammen ikke rekker',
    nn: 'Rammekutt der ramma ikkje rekk',
    en: 'Cuts of frames beyond the frame',
  },
  unpaid: {
    nb: 'Betaler ikke, av frivillige (%)',
    nn: 'Betaler ikkje, av frivillige (%)',
    en: 'Do not pay, of the voluntary (%)',
  },
  fund: {
    nb: 'År med penger til nyutvikling',
    nn: 'År med pengar til nyutvikling',
    en: 'Years with money for new development',
  },
  address: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
  made: { nb: 'Laget', nn: 'Laga', en: 'Made' },
} satisfies Record<string, Text>;

/** What is to be known of the accounts: that they are invented, or whose they are. */
const noteOf = ({ invented }: FinancingModelsReply): Text => (invented ? words.invented : words.own);

/** A line for each service owner and year: what it pays, and what it would pay as planned; each says whether it is invented. */
export function modelsCsv(reply: FinancingModelsReply, language: Language, flavour: CsvFlavour): string {
  const { owners, years } = reply;
  const header =
    flavour === 'strict'
      ? ['code', 'owner', 'year', 'kroner', 'planned_kroner', 'note']
      : [words.code, words.owner, words.year, words.bill, words.plan, words.explanation].map((word) => word[language]);
  const lines = owners.flatMap(({ code, label, bills, plan }) =>
    years.map(({ year }, at) => [code, label, year, bills[at] ?? 0, plan[at] ?? 0, noteOf(reply)[language]]),
  );
  return csvFile([header, ...lines], { flavour });
}

/** Bills, years, models and accounts as a workbook, and a sheet that explains it. */
export async function modelsXlsx(
  reply: FinancingModelsReply,
  { address, now }: { readonly address: string; readonly now: Date },
  language: Language,
): Promise<Uint8Array> {
  const said = (of: keyof typeof words) => words[of][language];
  const head = (...texts: readonly string[]): Row => texts.map((text) => textCell(text, heading));
  const columns = (count: number) => [{ width: 40 }, ...Array.from({ length: count }, () => ({ width: 18 }))];
  const { years, owners, models, accounts, asked } = reply;
  const bills: Row[] = [
    head(said('owner'), ...years.map(({ year }) => String(year))),
    ...owners.map(({ label, bills: paid }): Row => [textCell(label), ...paid.map((one) => numberCell(one))]),
    [textCell(said('sum'), bold), ...years.map(({ serviceOwners }) => numberCell(serviceOwners, bold))],
  ];
  const money = ['cost', 'central', 'serviceOwners', 'endUsers', 'gap', 'frameLeft'] as const;
  const byYear: Row[] = [
    head(said('year'), ...money.map(said)),
    ...years.map((year): Row => [textCell(String(year.year)), ...money.map((of) => numberCell(year[of]))]),
  ];
  const accountsMoney = ['cost', 'central', 'serviceOwners', 'endUsers', 'gap'] as const;
  const lacking: Row[] = [
    head(said('year'), ...accountsMoney.map(said)),
    ...accounts.gap.map(
      ({ forecast, ...year }): Row => [
        textCell(forecast ? `${year.year} (${said('forecast')})` : String(year.year)),
        ...accountsMoney.map((of) => numberCell(year[of])),
      ],
    ),
  ];
  const exact = (value: number | null) => numberCell(value, { format: '0.0' });
  const compared: Row[] = [
    head(
      ...(
        [
          'model',
          'planned',
          'growth',
          'leaves',
          'paidByOwners',
          'steady',
          'jump',
          'complexity',
          'points',
          'place',
        ] as const
      ).map(said),
    ),
    ...models.map(
      ({ label, coverage, paidByOwners, steady, largestJump, complexity, points, place }): Row => [
        ...[textCell(label), exact(coverage.planned), exact(coverage.growth), exact(coverage.leaves)],
        ...[exact(paidByOwners), exact(steady), exact(largestJump?.percent ?? null)],
        ...[numberCell(complexity.product), exact(points), numberCell(place)],
      ],
    ),
  ];
  const lines: Row[] = [
    head(
      said('product'),
      said('line'),
      ...accounts.years.map(String),
      ...years.map(({ year }) => `${year} (${said('forecast')})`),
    ),
    ...accounts.products.flatMap(({ label, costs, income, indicators }) =>
      [
        ...costs.map((one) => ({ ...one, numbers: [...one.kroner, ...one.forecast] })),
        ...income.map((one) => ({ label: `${one.source.label}: ${one.label}`, numbers: one.kroner })),
        ...indicators.map((one) => ({ ...one, numbers: [...one.numbers, ...one.forecast] })),
      ].map((one): Row => [textCell(label), textCell(one.label), ...one.numbers.map((number) => numberCell(number))]),
    ),
  ];
  const model = models.find(({ code }) => code === asked.model)?.label ?? asked.model;
  const price = reply.structures.find(({ code }) => code === asked.price)?.label ?? asked.price;
  const explanation: Row[] = [
    [textCell(noteOf(reply)[language], bold)],
    [textCell(said('chosen')), textCell(`${model}. ${price}.`)],
    [textCell(said('use')), numberCell(asked.growth)],
    [textCell(said('without')), textCell(asked.leaves ? asked.largest.label : '–')],
    [textCell(said('cut')), textCell(asked.central === 'frameCut' ? '✓' : '–')],
    [textCell(said('unpaid')), numberCell(asked.unpaid)],
    [textCell(said('fund')), asked.fund === null ? textCell('–') : numberCell(asked.fund)],
    [textCell(said('address')), textCell(address)],
    [textCell(said('made')), textCell(formatMoment(now.toISOString(), language))],
  ];
  // Every sheet of amounts says that they are invented, or one's own.
  const marked = (rows: readonly Row[]): Row[] => [[textCell(noteOf(reply)[language], bold)], ...rows];
  return workbookOf([
    { data: marked(bills), sheet: said('bills'), columns: columns(years.length) },
    { data: marked(byYear), sheet: said('years'), columns: columns(money.length) },
    { data: marked(compared), sheet: said('models'), columns: columns(9) },
    { data: marked(lacking), sheet: said('lacking'), columns: columns(accountsMoney.length) },
    { data: marked(lines), sheet: said('accounts'), columns: columns(1 + accounts.years.length + years.length) },
    { data: explanation, sheet: said('explanation'), columns: [{ width: 60 }, { width: 80 }] },
  ]);
}

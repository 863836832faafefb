import type { Accounts, ProductAccounts } from './accounts.ts';
import type { Assumptions } from './forecast.ts';

// Our own example, INVENTED: no solution, agency or amount here is real. It is made so that what Skate tells of happens: use grows, the frame does
// not, and some service owners pass a step. Whoever shows it says that it is invented.

/** A step ten times as much use as the one below, and about four times the price. */
const steps: ProductAccounts['steps'] = [
  { from: 1, points: 1 },
  { from: 100_000, points: 4 },
  { from: 1_000_000, points: 16 },
  { from: 10_000_000, points: 60 },
];

const drivers: ProductAccounts['drivers'] = {
  variableOperation: { indicator: 'transactions', percent: 100 },
  management: { indicator: 'users', percent: 30 },
  maintenance: { indicator: 'transactions', percent: 10 },
};

const owners = [...'ABCDEFGHIJKL'].map((letter) => ({
  id: letter.toLowerCase(),
  name: { nb: `Tjenesteeier ${letter}`, nn: `Tenesteeigar ${letter}`, en: `Service owner ${letter}` },
}));

export const exampleAccounts: Accounts = {
  years: [2023, 2024, 2025],
  owners,
  products: [
    {
      id: 'login',
      name: { nb: 'Innlogging', nn: 'Innlogging', en: 'Login' },
      about: {
        nb: 'Innbyggere logger inn hos tjenesteeierne.',
        nn: 'Innbyggjarar loggar inn hos tenesteeigarane.',
        en: 'Residents log in with the service owners.',
      },
      costs: {
        fixedOperation: [13_000_000, 13_600_000, 14_000_000],
        variableOperation: [25_600_000, 27_800_000, 30_000_000],
        management: [11_200_000, 11_600_000, 12_000_000],
        maintenance: [7_500_000, 7_800_000, 8_000_000],
        furtherDevelopment: [9_000_000, 9_500_000, 10_000_000],
        newDevelopment: [2_000_000, 5_000_000, 6_000_000],
      },
      income: [
        { form: 'frame', kroner: [42_000_000, 42_000_000, 42_000_000] },
        { form: 'useBased', kroner: [24_000_000, 25_000_000, 26_000_000] },
        { form: 'coFinancing', kroner: [0, 4_000_000, 5_000_000] },
      ],
      indicators: {
        users: [3_900_000, 4_000_000, 4_100_000],
        serviceOwners: [11, 12, 12],
        transactions: [74_500_000, 80_600_000, 87_000_000],
      },
      uses: [
        52_000_000, 18_000_000, 7_500_000, 4_200_000, 2_600_000, 950_000, 900_000, 480_000, 210_000, 95_000, 52_000,
        13_000,
      ],
      pricedToday: 'steps',
      ...{ drivers, steps },
    },
    {
      id: 'mailbox',
      name: { nb: 'Digital postkasse', nn: 'Digital postkasse', en: 'Digital mailbox' },
      about: {
        nb: 'Tjenesteeierne sender post til innbyggere og virksomheter.',
        nn: 'Tenesteeigarane sender post til innbyggjarar og verksemder.',
        en: 'Service owners send mail to residents and businesses.',
      },
      costs: {
        fixedOperation: [5_800_000, 5_900_000, 6_000_000],
        variableOperation: [18_600_000, 19_800_000, 21_000_000],
        management: [4_800_000, 4_900_000, 5_000_000],
        maintenance: [3_900_000, 4_000_000, 4_000_000],
        furtherDevelopment: [4_000_000, 3_500_000, 3_000_000],
        newDevelopment: [0, 0, 0],
      },
      income: [
        { form: 'frame', kroner: [15_000_000, 15_000_000, 15_000_000] },
        { form: 'useBased', kroner: [17_700_000, 18_900_000, 20_000_000] },
      ],
      indicators: {
        users: [2_800_000, 2_900_000, 3_000_000],
        serviceOwners: [9, 10, 10],
        transactions: [31_000_000, 33_000_000, 35_000_000],
      },
      uses: [21_000_000, 9_000_000, 400_000, 3_100_000, 0, 850_000, 240_000, 90_000, 310_000, 0, 8_000, 2_000],
      pricedToday: 'perUse',
      ...{ drivers, steps },
    },
    {
      id: 'data-sharing',
      name: { nb: 'Datadeling', nn: 'Datadeling', en: 'Data sharing' },
      about: {
        nb: 'Tjenesteeierne henter opplysninger fra hverandre.',
        nn: 'Tenesteeigarane hentar opplysningar frå kvarandre.',
        en: 'Service owners fetch data from each other.',
      },
      costs: {
        fixedOperation: [7_500_000, 8_200_000, 9_000_000],
        variableOperation: [4_200_000, 5_000_000, 6_000_000],
        management: [6_000_000, 6_500_000, 7_000_000],
        maintenance: [2_600_000, 2_800_000, 3_000_000],
        furtherDevelopment: [8_500_000, 8_000_000, 8_000_000],
        newDevelopment: [15_000_000, 14_000_000, 12_000_000],
      },
      income: [
        { form: 'frame', kroner: [26_000_000, 26_000_000, 26_000_000] },
        { form: 'proposal', kroner: [14_000_000, 13_000_000, 11_000_000] },
        { form: 'membership', kroner: [3_600_000, 3_800_000, 4_000_000] },
      ],
      indicators: {
        users: [900_000, 1_100_000, 1_300_000],
        serviceOwners: [9, 9, 10],
        transactions: [41_000_000, 50_000_000, 60_000_000],
      },
      uses: [
        5_000_000, 30_000_000, 12_000_000, 900_000, 6_500_000, 0, 3_000_000, 2_400_000, 0, 150_000, 40_000, 10_000,
      ],
      pricedToday: 'fixed',
      ...{ drivers, steps },
    },
    {
      id: 'signing',
      name: { nb: 'Signering', nn: 'Signering', en: 'Signing' },
      about: {
        nb: 'Innbyggere og virksomheter skriver under digitalt; virksomheter betaler gebyr.',
        nn: 'Innbyggjarar og verksemder skriv under digitalt; verksemder betaler gebyr.',
        en: 'Residents and businesses sign digitally; businesses pay a fee.',
      },
      costs: {
        fixedOperation: [2_900_000, 3_000_000, 3_000_000],
        variableOperation: [4_000_000, 4_500_000, 5_000_000],
        management: [2_400_000, 2_500_000, 2_500_000],
        maintenance: [1_500_000, 1_500_000, 1_500_000],
        furtherDevelopment: [2_500_000, 2_000_000, 2_000_000],
        newDevelopment: [0, 0, 0],
      },
      income: [
        { form: 'frame', kroner: [5_000_000, 5_000_000, 5_000_000] },
        { form: 'useBased', kroner: [3_200_000, 3_600_000, 4_000_000] },
        { form: 'fee', kroner: [1_600_000, 1_800_000, 2_000_000] },
      ],
      indicators: {
        users: [600_000, 660_000, 720_000],
        serviceOwners: [10, 11, 11],
        transactions: [1_600_000, 1_800_000, 2_000_000],
      },
      uses: [1_200_000, 300_000, 150_000, 90_000, 110_000, 60_000, 45_000, 0, 25_000, 12_000, 6_000, 2_000],
      pricedToday: 'perUse',
      ...{ drivers, steps },
    },
  ],
};

export const exampleAssumptions: Assumptions = {
  years: 6,
  growth: { login: 800, mailbox: 600, 'data-sharing': 2_000, signing: 1_200 },
  frameGrowth: 0,
  addedByDevelopment: 1_000,
};

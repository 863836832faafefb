import { millions, type RuleVersion, type Scheme, type Terms, webRule } from '../scheme.ts';

const may: Pick<Terms, 'applicants' | 'partners' | 'phases' | 'notPhases'> = {
  applicants: ['stateAgency'],
  partners: ['municipality', 'county', 'private'],
  phases: ['execution'],
  notPhases: ['operation'],
};
const profitable = {
  nb: 'Tiltaket må være samfunnsøkonomisk lønnsomt, og ha en plan for gevinster.',
  nn: 'Tiltaket må vere samfunnsøkonomisk lønsamt, og ha ein plan for gevinstar.',
  en: 'The measure must be profitable for society, and have a plan for its benefits.',
};
const half = {
  nb: 'Halvparten av netto gevinster i virksomheten blir tatt ut som lavere budsjett.',
  nn: 'Halvparten av netto gevinstar i verksemda blir teken ut som lågare budsjett.',
  en: 'Half of the agency’s net benefits are taken out as a lower budget.',
};
const when = {
  nb: 'Konseptfasen må være ferdig når dere søker, og gjennomføringen må ikke ha begynt.',
  nn: 'Konseptfasen må vere ferdig når de søkjer, og gjennomføringa må ikkje ha byrja.',
  en: 'The concept phase must be over when you apply, and execution must not have begun.',
};
const across = {
  nb: 'Tiltaket går på tvers (sammenhengende tjenester), eller er en strategisk viktig fellesløsning.',
  nn: 'Tiltaket går på tvers (samanhengande tenester), eller er ei strategisk viktig fellesløysing.',
  en: 'The measure cuts across agencies (joined-up services), or is a common solution of strategic importance.',
};

const slides = {
  document: 'Digdir: Modell for fellesløsninger',
  year: 2020,
  at: 'Finansieringsformer',
};
const call2020 = webRule(
  'Digdir: Større pott til medfinansiering av digitaliseringsprosjekt',
  2020,
  'www.digdir.no/digitalisering-og-samordning/storre-pott-til-medfinansiering-av-digitaliseringsprosjekt/1033',
);
const call2021 = webRule(
  'Digdir: Søk om medfinansiering til digitaliseringsprosjekt',
  2021,
  'www.digdir.no/finansiering/sok-om-medfinansiering-til-digitaliseringsprosjekt/1988',
);
const call2022 = webRule(
  'Digdir: 190,6 mill. kroner til nye digitaliseringstiltak i 2022',
  2022,
  'www.digdir.no/medfinansieringsordningen/1906-mill-kroner-til-nye-digitaliseringstiltak-i-2022/2989',
);
const skate = {
  document: 'Skate: Finansiering av digitalisering',
  year: 2022,
  at: 'Vedlegg: Oppsummering fra AUs fagdager september 2021',
  undated: true,
} as const;

const versions: readonly [RuleVersion, ...RuleVersion[]] = [
  {
    id: 'note-2019',
    from: '2019-01-01',
    to: '2020-12-31',
    daysAreRead: true,
    terms: { ...may, totalFrom: millions(5), totalTo: millions(50) },
    conditions: [
      {
        nb: 'Fra 2020 særlig for tiltak på tvers.',
        nn: 'Frå 2020 særleg for tiltak på tvers.',
        en: 'From 2020 above all for measures that cut across agencies.',
      },
    ],
    sources: [{ document: 'Difi-notat 2019:10', year: 2019, at: '3.5' }],
  },
  {
    id: 'difi-2019',
    from: '2019-01-01',
    to: '2019-12-31',
    terms: { ...may, totalFrom: millions(5), totalTo: millions(50), sharePercent: 50, paidOverYears: 3 },
    conditions: [
      {
        nb: 'Normalt 50 prosent av kostnaden.',
        nn: 'Normalt 50 prosent av kostnaden.',
        en: 'Normally 50 per cent of the cost.',
      },
      profitable,
      when,
    ],
    sources: [
      webRule('Difi: Medfinansieringsordning for digitaliseringsprosjekt', 2019, 'www.difi.no/medfinansieringsordning'),
      webRule(
        'Difi: Slik søker du',
        2019,
        'www.difi.no/fagomrader-og-tjenester/digitalisering-og-samordning/finansiering-av-ikt-prosjekter/medfinansiering-av-digitaliseringsprosjekt/slik-soker-du',
      ),
    ],
  },
  {
    id: 'small-2020',
    category: 'small',
    from: '2020-01-01',
    to: '2022-12-31',
    terms: {
      ...may,
      totalFrom: millions(5),
      totalTo: millions(50),
      sharePercent: 50,
      supportTo: millions(15),
      paidOverYears: 3,
      lastsYears: 4,
    },
    conditions: [profitable, when, half],
    sources: [call2020, call2021, call2022, skate],
  },
  {
    id: 'across-2020',
    category: 'jointServices',
    from: '2020-01-01',
    to: '2022-12-31',
    terms: { ...may, totalTo: millions(100), sharePercent: 85, paidOverYears: 3, lastsYears: 4 },
    conditions: [across, profitable, when, half],
    sources: [call2020, slides, call2021, call2022, skate],
  },
  {
    id: 'later',
    from: '2023-01-01',
    daysAreRead: true,
    terms: {
      ...may,
      totalFrom: millions(10),
      totalTo: millions(100),
      sharePercent: 50,
      paidOverYears: 3,
      lastsYears: 4,
    },
    conditions: [
      {
        nb: 'Medfinansieringen skal være det som utløser tiltaket.',
        nn: 'Medfinansieringa skal vere det som utløyser tiltaket.',
        en: 'The co-financing must be what makes the measure possible.',
      },
      profitable,
    ],
    sources: [
      webRule('Digdir: Kva er medfinansiering?', undefined, 'www.digdir.no/finansiering/kva-er-medfinansiering/1962'),
    ],
  },
];

/** The co-financing scheme for digitalisation, run by Difi, then Digdir. */
export const medfinansiering: Scheme = {
  id: 'medfinansiering',
  kind: 'money',
  about: {
    nb: 'Dekker en del av digitaliseringstiltak som lønner seg for samfunnet. Digdir forvalter ordningen.',
    nn: 'Dekkjer ein del av digitaliseringstiltak som lønner seg for samfunnet. Digdir forvaltar ordninga.',
    en: 'Covers a part of digitalisation measures that are profitable for society. Run by Digdir.',
  },
  versions,
};

import { dfoRule, millions, type RuleVersion, type Scheme, webRule } from '../scheme.ts';

const buys = {
  nb: 'Pengene går i sin helhet til å kjøpe kompetanse i markedet, som tjenestedesign.',
  nn: 'Pengane går i sin heilskap til å kjøpe kompetanse i marknaden, som tenestedesign.',
  en: 'All of the money is for buying skills in the market, such as service design.',
};

export const stimulab: Scheme = {
  id: 'stimulab',
  kind: 'money',
  about: {
    nb: 'For innovasjon og tjenestedesign tidlig i arbeidet, med veiledning. Digdir og DOGA velger ut noen få hvert år.',
    nn: 'For innovasjon og tenestedesign tidleg i arbeidet, med rettleiing. Digdir og DOGA vel ut nokre få kvart år.',
    en: 'For innovation and service design early on, with guidance. Digdir and DOGA choose a few each year.',
  },
  versions: [
    {
      id: '2018',
      from: '2018-01-01',
      to: '2023-12-31',
      terms: { applicants: ['stateAgency', 'municipality'], phases: ['startUp'] },
      conditions: [
        {
          nb: 'Dere søker ikke om en bestemt sum: den blir tilpasset tiltaket. Egne midler gir prioritet.',
          nn: 'De søkjer ikkje om ein bestemt sum: han blir tilpassa tiltaket. Eigne midlar gir prioritet.',
          en: 'You do not apply for a certain sum: it is fitted to the measure. Money of your own gives priority.',
        },
      ],
      sources: [
        webRule('Digdir: Hvordan bli med i Stimulab?', 2022, 'www.digdir.no/stimulab/hvordan-bli-med-i-stimulab/787'),
        webRule(
          'DOGA: Deler ut innovasjonsmidler',
          2023,
          'doga.no/aktuelt/deler-ut-innovasjonsmidler-til-offentlige-virksomheter-/',
        ),
      ],
    },
    {
      id: '2024',
      from: '2024-01-01',
      terms: { applicants: ['stateAgency', 'municipality', 'county'], partners: ['private'], phases: ['startUp'] },
      conditions: [
        buys,
        {
          nb: 'Dere må bidra med egne midler (krav for første gang i 2024). Potten var om lag 5 mill. kroner i 2024, til alle.',
          nn: 'De må bidra med eigne midlar (krav for første gong i 2024). Potten var om lag 5 mill. kroner i 2024, til alle.',
          en: 'You must bring money of your own (demanded for the first time in 2024). The pot was about 5 million kroner in 2024, for all.',
        },
      ],
      sources: [
        webRule(
          'Digdir: Fire nye Stimulab-prosjekter',
          2024,
          'www.digdir.no/stimulab/fire-nye-stimulab-prosjekter-med-nasjonal-spredningseffekt/5902',
        ),
        webRule(
          'Digdir: Tilskuddsregelverk for Stimulab',
          2023,
          'www.digdir.no/stimulab/tilskuddsregelverk-stimulab/1545',
        ),
        webRule(
          'Digdir: Løs samfunnsfloker med hjelp fra Stimulab',
          2023,
          'www.digdir.no/stimulab/los-samfunnsfloker-med-hjelp-fra-stimulab/5283',
        ),
        dfoRule('2.1', 9),
      ],
    },
  ],
};

export const digifin: Scheme = {
  id: 'digifin',
  kind: 'money',
  about: {
    nb: 'Et spleiselag mellom stat og kommuner for digitale fellesløsninger i kommunesektoren. KS forvalter ordningen, som er et lån: de som tar løsningen i bruk, betaler tilbake.',
    nn: 'Eit spleiselag mellom stat og kommunar for digitale fellesløysingar i kommunesektoren. KS forvaltar ordninga, som er eit lån: dei som tek løysinga i bruk, betaler tilbake.',
    en: 'State and municipalities chip in together for common digital solutions of the municipal sector. Run by KS, and a loan: those who take the solution into use pay it back.',
  },
  versions: [
    {
      id: '2017',
      from: '2017-01-01',
      terms: {
        applicants: ['municipality', 'county', 'ks'],
        phases: ['startUp', 'planning', 'execution'],
        riskPercent: 20,
      },
      conditions: [
        {
          nb: 'Søkeren må være med i ordningen: en engangssum på 20 kroner per innbygger for kommuner, 5 for fylkeskommuner.',
          nn: 'Søkjaren må vere med i ordninga: ein eingongssum på 20 kroner per innbyggjar for kommunar, 5 for fylkeskommunar.',
          en: 'The applicant must take part in the scheme: once, 20 kroner per inhabitant for municipalities, 5 for counties.',
        },
      ],
      sources: [
        dfoRule('2.1, fotnote 9', 10),
        dfoRule('2.1.4', 15),
        webRule(
          'KS: Hvordan søke støtte fra Digifin',
          undefined,
          'www.ks.no/fagomrader/digitalisering/styring-og-organisering/finansieringsordning-for-digitaliseringsprosjekter/hvordan-soke-stotte/',
        ),
      ],
    },
  ],
};

/** That these schemes cover costs of development: start-up, planning and execution. */
const development = dfoRule('2.1', 10);

const research = {
  nb: 'Minst én forskningsorganisasjon må delta, og støtten gjelder bare forskning og utvikling.',
  nn: 'Minst éin forskingsorganisasjon må delta, og støtta gjeld berre forsking og utvikling.',
  en: 'At least one research organisation must take part, and support is for research and development alone.',
};
const support = { supportFrom: millions(3), supportTo: millions(7) };
const undatedCall = webRule(
  'Kunnskapsparken Helgeland: 160 millioner til innovasjonsprosjekter i offentlig sektor',
  undefined,
  'www.kph.no/aktuelt/160-millioner-til-innovasjonsprosjekter-i-offentlig-sektor/',
);
const ledBy = (category: 'municipalLed' | 'stateLed'): RuleVersion => ({
  id: category,
  category,
  from: '2019-01-01',
  daysAreRead: true,
  terms: {
    ...(category === 'municipalLed'
      ? { applicants: ['municipality', 'county'], partners: ['stateAgency', 'ks', 'private'], sharePercent: 75 }
      : { applicants: ['stateAgency'], partners: ['municipality', 'county', 'ks', 'private'], sharePercent: 50 }),
    ...{ phases: ['startUp', 'planning', 'execution'], ...support },
  },
  conditions: [research],
  sources: [undatedCall, development],
});

export const researchCouncil: Scheme = {
  id: 'researchCouncil',
  kind: 'money',
  about: {
    nb: 'Innovasjonsprosjekt i offentlig sektor: forskning som virksomheten trenger for å fornye seg. Rammene står i hver utlysning.',
    nn: 'Innovasjonsprosjekt i offentleg sektor: forsking som verksemda treng for å fornye seg. Rammene står i kvar utlysing.',
    en: 'Innovation projects for the public sector: research that the agency needs in order to renew itself. Each call has its own limits.',
  },
  versions: [
    {
      id: 'forkommune-2018',
      category: 'municipalLed',
      from: '2018-01-01',
      to: '2018-12-31',
      terms: {
        ...{ applicants: ['municipality', 'county'], phases: ['startUp', 'planning', 'execution'] },
        ...{ sharePercent: 75, ...support },
      },
      conditions: [research],
      sources: [
        webRule(
          'Forskningsrådet: FORKOMMUNE',
          2018,
          'www.forskningsradet.no/no/Utlysning/FORKOMMUNE/1254035209527/p1173268235938',
        ),
      ],
    },
    ledBy('municipalLed'),
    ledBy('stateLed'),
  ],
};

const renews = {
  nb: 'For fornyings- og innovasjonsprosjekter. Statsforvalteren i hvert fylke setter egne rammer.',
  nn: 'For fornyings- og innovasjonsprosjekt. Statsforvaltaren i kvart fylke set eigne rammer.',
  en: 'For projects of renewal and innovation. The County Governor of each county sets limits of its own.',
};
const municipal = {
  applicants: ['municipality'],
  partners: ['stateAgency', 'county', 'ks', 'private'],
  phases: ['startUp', 'planning', 'execution'],
  notPhases: ['operation'],
} as const;

export const discretionaryGrant: Scheme = {
  id: 'discretionaryGrant',
  kind: 'money',
  about: {
    nb: 'En del av skjønnsmidlene går til prosjekter som fornyer kommunene.',
    nn: 'Ein del av skjønsmidlane går til prosjekt som fornyar kommunane.',
    en: 'A part of the discretionary grants goes to projects that renew municipalities.',
  },
  versions: [
    {
      id: 'nord-trondelag-2017',
      category: 'nordTrondelag',
      from: '2017-01-01',
      to: '2017-12-31',
      terms: { ...municipal, sharePercent: 50 },
      conditions: [renews],
      sources: [
        webRule(
          'Fylkesmannen i Nord-Trøndelag: Skjønnsmidler til innovasjon og fornying i kommunene',
          2016,
          'www.statsforvalteren.no/Nord-Trondelag/Kommunal-styring/Kommuneokonomi/Skjonnsmidler-til-innovasjon-og-fornying-i-kommunene/',
        ),
      ],
    },
    {
      id: 'trondelag-2021',
      category: 'trondelag',
      from: '2021-01-01',
      to: '2021-12-31',
      terms: { ...municipal, supportFrom: 150_000 },
      conditions: [
        renews,
        {
          nb: 'Kan ikke dekke en egenandel som et annet statlig tilskudd krever.',
          nn: 'Kan ikkje dekkje ein eigendel som eit anna statleg tilskot krev.',
          en: 'May not cover a share of one’s own that another grant of the state demands.',
        },
      ],
      sources: [
        webRule(
          'Fylkesmannen i Trøndelag: Prosjektskjønn – fornying og innovasjon 2021',
          2021,
          'www.statsforvalteren.no/nb/Trondelag/Tilskudd/2020/09/prosjektskjonn---fornying-og-innovasjon-2021/',
        ),
      ],
    },
    {
      id: 'general',
      from: '2017-01-01',
      daysAreRead: true,
      terms: municipal,
      conditions: [renews],
      sources: [
        development,
        dfoRule('2.1.4', 16),
        webRule(
          'Statsforvalteren i Troms og Finnmark: Kommuneutvikling og prosjekter',
          undefined,
          'www.statsforvalteren.no/nb/troms-finnmark/kommunal-styring/kommuneutvikling-prosjekter/',
        ),
      ],
    },
  ],
};

export const eu: Scheme = {
  id: 'eu',
  kind: 'money',
  about: {
    nb: 'DIGITAL (2021–2027): modne løsninger tas i bruk i flere land. Norge deltar gjennom EØS-avtalen.',
    nn: 'DIGITAL (2021–2027): mogne løysingar blir tekne i bruk i fleire land. Noreg deltek gjennom EØS-avtala.',
    en: 'DIGITAL (2021–2027): mature solutions are taken into use in several countries. Norway takes part through the EEA agreement.',
  },
  versions: [
    {
      id: 'digital-2021',
      from: '2021-01-01',
      to: '2027-12-31',
      terms: {
        applicants: ['stateAgency', 'municipality', 'county', 'ks', 'private'],
        phases: ['execution'],
      },
      conditions: [
        {
          nb: 'Noen utlysninger krever 25–50 prosent egne midler, andre ingen: se utlysningen.',
          nn: 'Nokre utlysingar krev 25–50 prosent eigne midlar, andre ingen: sjå utlysinga.',
          en: 'Some calls demand 25–50 per cent of your own money, others none: see the call.',
        },
      ],
      sources: [
        webRule(
          'Digdir: Ofte stilte spørsmål om DIGITAL',
          undefined,
          'www.digdir.no/internasjonalt-arbeid/ofte-stilte-sporsmal-om-digital/3201',
        ),
      ],
    },
  ],
};

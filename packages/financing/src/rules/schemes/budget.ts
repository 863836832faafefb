import { dfoRule, type RuleVersion, type Scheme, webRule } from '../scheme.ts';

const everybody = ['stateAgency', 'municipality', 'county', 'ks', 'private'] as const;
const allPhases = ['startUp', 'planning', 'execution', 'operation'] as const;
/** The five cases of the report; the oldest began in 2016. */
const seen = { from: '2016-01-01', daysAreRead: true } as const;

export const ownBudget: Scheme = {
  id: 'ownBudget',
  kind: 'money',
  about: {
    nb: 'Vanligst, særlig i oppstart og planlegging: hver prioriterer innenfor egen ramme, ofte med arbeidskraft.',
    nn: 'Vanlegast, særleg i oppstart og planlegging: kvar prioriterer innanfor eiga ramme, ofte med arbeidskraft.',
    en: 'The most usual one, above all in start-up and planning: each gives priority within its own budget, often with staff.',
  },
  versions: [
    {
      id: 'cases',
      ...seen,
      terms: { applicants: everybody, phases: allPhases },
      conditions: [],
      sources: [
        dfoRule('2.2'),
        webRule(
          'Digdir: Sikre finansiering',
          undefined,
          'www.digdir.no/sammenhengende-tjenester/sikre-finansiering/3144',
        ),
      ],
    },
  ],
};

const proposal = (id: string, conditions: RuleVersion['conditions']): RuleVersion => ({
  id,
  ...seen,
  terms: { applicants: ['stateAgency'], phases: ['execution', 'operation'] },
  conditions,
  sources: [dfoRule('2.2'), dfoRule('tabell 1', 18)],
});

export const jointProposal: Scheme = {
  id: 'jointProposal',
  kind: 'money',
  about: {
    nb: 'Én fremmer forslaget for alle etatene; pengene kommer over hvert departements budsjett.',
    nn: 'Éin fremjar forslaget for alle etatane; pengane kjem over budsjettet til kvart departement.',
    en: 'One puts it forward for all the agencies; the money comes through the budget of each ministry.',
  },
  versions: [
    proposal('cases', [
      {
        nb: 'Departementene må stå sammen om det. Etatene får basiskostnad, og den som eier programmet, forventet tillegg.',
        nn: 'Departementa må stå saman om det. Etatane får basiskostnad, og den som eig programmet, forventa tillegg.',
        en: 'The ministries must stand together. Agencies get the base cost, and the owner of the programme the expected addition.',
      },
    ]),
  ],
};

export const separateProposal: Scheme = {
  id: 'separateProposal',
  kind: 'money',
  about: {
    nb: 'Hver etat fremmer sitt forslag gjennom sitt departement.',
    nn: 'Kvar etat fremjar sitt forslag gjennom sitt departement.',
    en: 'Each agency puts its own forward through its ministry.',
  },
  versions: [
    proposal('cases', [
      {
        nb: 'Noen kan få nei når andre får ja, og da kommer dere i utakt.',
        nn: 'Nokon kan få nei når andre får ja, og då kjem de i utakt.',
        en: 'Some may get a no when others get a yes, and then you fall out of step.',
      },
    ]),
  ],
};

export const revisedBudget: Scheme = {
  id: 'revisedBudget',
  kind: 'money',
  about: {
    nb: 'Bevilgningen for inneværende år kan økes om våren.',
    nn: 'Løyvinga for inneverande år kan aukast om våren.',
    en: 'The appropriation of the year that runs may be increased in spring.',
  },
  versions: [
    {
      id: 'cases',
      ...seen,
      terms: { applicants: ['stateAgency'], phases: ['execution', 'operation'], paidOverYears: 1 },
      conditions: [
        {
          nb: 'Departementet må foreslå hva som skal ned like mye på eget budsjett.',
          nn: 'Departementet må foreslå kva som skal ned like mykje på eige budsjett.',
          en: 'The ministry must propose what goes down by as much in its own budget.',
        },
      ],
      sources: [dfoRule('2.1.5, fotnote 36', 17), { document: 'Rundskriv R-3/2017', year: 2017, at: '1–2' }],
    },
  ],
};

export const chargingAuthority: Scheme = {
  id: 'chargingAuthority',
  kind: 'money',
  about: {
    nb: 'En statlig virksomhet lar en annen belaste bevilgningen sin.',
    nn: 'Ei statleg verksemd lèt ei anna belaste løyvinga si.',
    en: 'A state agency lets another one charge its appropriation.',
  },
  versions: [
    {
      id: 'cases',
      ...seen,
      terms: { applicants: ['stateAgency'], phases: ['execution', 'operation'] },
      conditions: [
        {
          nb: 'En annen statlig virksomhet må gi den, for det bevilgningen er til.',
          nn: 'Ei anna statleg verksemd må gi henne, for det løyvinga er til.',
          en: 'Another state agency must give it, for what its appropriation is for.',
        },
      ],
      sources: [dfoRule('2.1.3, fotnote 24', 14)],
    },
  ],
};

export const grantFromActor: Scheme = {
  id: 'grantFromActor',
  kind: 'money',
  about: {
    nb: 'En av partene gir en annen tilskudd til det den skal levere, som Bufdir til kommunene og KS i DigiBarnevern.',
    nn: 'Ein av partane gir ein annan tilskot til det han skal levere, som Bufdir til kommunane og KS i DigiBarnevern.',
    en: 'One of the parties gives another a grant for what it is to deliver, as Bufdir did to the municipalities and KS in DigiBarnevern.',
  },
  versions: [
    {
      id: 'cases',
      ...seen,
      terms: { applicants: ['municipality', 'ks'], phases: ['execution'] },
      conditions: [],
      sources: [dfoRule('2.1.4', 15), dfoRule('tabell 1', 19)],
    },
  ],
};

export const privateMoney: Scheme = {
  id: 'private',
  kind: 'money',
  about: {
    nb: 'Private som er med, bærer sin del, som finansnæringen i Oppgjør etter dødsfall.',
    nn: 'Private som er med, ber sin del, som finansnæringa i Oppgjer etter dødsfall.',
    en: 'Private parties that take part bear their own part, as the finance industry does in Oppgjør etter dødsfall.',
  },
  versions: [
    {
      id: 'cases',
      ...seen,
      terms: {
        applicants: ['private'],
        partners: ['stateAgency', 'municipality', 'county', 'ks'],
        phases: ['startUp', 'planning', 'execution'],
      },
      conditions: [],
      sources: [dfoRule('2.1', 10), dfoRule('2.1.5', 17)],
    },
  ],
};

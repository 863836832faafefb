import { millions, type Scheme, type Terms, webRule } from '../scheme.ts';

const bound: Pick<Terms, 'applicants' | 'phases'> = {
  applicants: ['stateAgency'],
  phases: ['startUp', 'planning', 'execution'],
};
const checked = {
  nb: 'Konseptvalgutredning med ekstern kvalitetssikring (KS1), så forprosjekt med styringsunderlag og kvalitetssikring (KS2), før Stortinget bestemmer.',
  nn: 'Konseptvalutgreiing med ekstern kvalitetssikring (KS1), så forprosjekt med styringsunderlag og kvalitetssikring (KS2), før Stortinget avgjer.',
  en: 'A concept appraisal with external quality assurance (KS1), then a pre-project with a governing document and quality assurance (KS2), before the Storting decides.',
};
const p85 = {
  nb: 'Terskelen gjelder anslått kostnadsramme (P85): beløpet som med 85 prosent sannsynlighet holder.',
  nn: 'Terskelen gjeld venta kostnadsramme (P85): beløpet som med 85 prosent sannsyn held.',
  en: 'The threshold is of the estimated cost frame (P85): the amount that is enough with a probability of 85 per cent.',
};
const changes = webRule(
  'Finansdepartementet: Endringer i statens prosjektmodell',
  2019,
  'www.regjeringen.no/no/tema/okonomi-og-budsjett/statlig-okonomistyring/ekstern-kvalitetssikring2/endringer-i-statens-prosjektmodell/id2632848/',
);

/** How large investments of the state are planned and assured, by digital threshold. */
export const stateProjectModel: Scheme = {
  id: 'stateProjectModel',
  kind: 'demand',
  about: {
    nb: 'Gir ingen penger, men sier hvordan store statlige tiltak skal utredes, planlegges og kvalitetssikres.',
    nn: 'Gir ingen pengar, men seier korleis store statlege tiltak skal greiast ut, planleggjast og kvalitetssikrast.',
    en: 'Gives no money, but says how large measures of the state are to be appraised, planned and quality assured.',
  },
  versions: [
    {
      id: '2011',
      from: '2011-01-01',
      to: '2019-09-20',
      terms: { ...bound, totalOver: millions(750) },
      conditions: [checked],
      sources: [changes],
    },
    {
      id: '2019',
      from: '2019-09-21',
      terms: { ...bound, totalOver: millions(300) },
      conditions: [checked, p85],
      sources: [
        webRule(
          'Finansdepartementet: State project model',
          2025,
          'www.regjeringen.no/no/tema/okonomi-og-budsjett/statlig-okonomistyring/statens-prosjektmodell/state-project-model/id3142127',
        ),
        { document: 'Rundskriv R-108/23', year: 2023 },
        changes,
        { document: 'Difi-notat 2019:10', year: 2019, at: 'fotnote 12' },
      ],
    },
    {
      id: 'skate',
      from: '2022-01-01',
      daysAreRead: true,
      terms: { ...bound, totalOver: millions(350) },
      conditions: [],
      sources: [
        {
          document: 'Skate: Finansiering av digitalisering',
          year: 2022,
          at: 'Dagens finansieringsordninger',
          undated: true,
        },
      ],
    },
  ],
};

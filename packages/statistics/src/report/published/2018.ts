import type { PublishedYear } from './source.ts';

/** All measures of the year. */
const ofAll = {
  base: 412,
  baseWords: { nb: 'alle innmeldte tiltak', nn: 'alle innmelde tiltak', en: 'all measures reported' },
} as const;

/** The phases, which later editions have one by one and, with operation among execution, in groups. */
const phases = {
  label: { nb: 'Prosjektfase', nn: 'Prosjektfase', en: 'Project phase' },
  asked: { nb: 'Hvilken fase er tiltaket i?', nn: 'Kva fase er tiltaket i?', en: 'Which phase is the measure in?' },
  several: false,
  ...ofAll,
  categories: [
    { code: 'idea', label: { nb: 'Idé', nn: 'Idé', en: 'Idea' }, count: 28 },
    { code: 'concept', label: { nb: 'Konsept', nn: 'Konsept', en: 'Concept' }, count: 97 },
  ],
} as const;

/**
 * What was published of the survey of 2018: Difi-notat 2019:2 and difi.no, and the note of 2019 where it looks back. The numbers
 * stand in `data/notat-2019-10-tall.json` (`tall_2018`, and those whose name ends in 2018); a test holds this file to it.
 */
export const published2018: PublishedYear = {
  id: '2018',
  year: 2018,
  comparedBy: '2019',
  source: {
    nb: 'Difi-notat 2019:2 og 2019:10',
    nn: 'Difi-notat 2019:2 og 2019:10',
    en: 'Difi memos 2019:2 and 2019:10',
  },
  asked: 87,
  answered: 80,
  measures: 412,
  deadline: '2018-10-01',
  notes: [
    {
      nb: 'Av 2018 finnes bare tallene som ble publisert, ikke tiltakene bak dem.',
      nn: 'Av 2018 finst berre tala som vart publiserte, ikkje tiltaka bak dei.',
      en: 'Of 2018 there are only the published numbers, not the measures behind them.',
    },
    {
      nb: '87 virksomheter ble spurt i 2018, og 80 av dem svarte. Enkelte kilder bruker 87 om begge deler.',
      nn: '87 verksemder vart spurde i 2018, og 80 av dei svarte. Enkelte kjelder bruker 87 om begge delar.',
      en: '87 agencies were asked in 2018, and 80 of them answered. Some sources use 87 for both.',
    },
  ],
  questions: [
    {
      id: 'effects',
      label: { nb: 'Hovedhensikt', nn: 'Hovudføremål', en: 'Main purpose' },
      asked: {
        nb: 'Hva er hovedhensikten med tiltaket? Ett svar.',
        nn: 'Kva er hovudføremålet med tiltaket? Eitt svar.',
        en: 'What is the main purpose of the measure? One answer.',
      },
      several: false,
      ...ofAll,
      categories: [
        {
          code: 'internalEfficiency',
          label: { nb: 'Intern effektivisering', nn: 'Intern effektivisering', en: 'Internal efficiency' },
          count: 126,
        },
        {
          code: 'coherentServices',
          label: { nb: 'Sammenhengende tjenester', nn: 'Samanhengande tenester', en: 'Coherent services' },
          count: 98,
          percent: 24,
        },
        { code: 'dataSharing', label: { nb: 'Deling av data', nn: 'Deling av data', en: 'Data sharing' }, count: 62 },
        {
          code: 'changedTasks',
          label: { nb: 'Endre oppgaveløsning', nn: 'Endre oppgåveløysing', en: 'Changing how tasks are done' },
          count: 50,
        },
        {
          code: 'internalAdministration',
          label: { nb: 'Intern administrasjon', nn: 'Intern administrasjon', en: 'Internal administration' },
          count: 26,
        },
        {
          code: 'sharedSolution',
          label: { nb: 'Fellesløsning', nn: 'Fellesløysing', en: 'Shared solution' },
          count: 23,
        },
        {
          code: 'security',
          label: { nb: 'Forbedre sikkerhet', nn: 'Betre tryggleik', en: 'Improving security' },
          count: 15,
        },
        { code: 'blank', label: { nb: 'Ikke oppgitt', nn: 'Ikkje oppgitt', en: 'Not stated' }, count: 12 },
      ],
      comparability: {
        with: 'break',
        note: {
          nb: 'I 2018 ble det spurt om én hovedhensikt, i 2019 om inntil tre effekter. At flere nevner en effekt når de kan nevne tre, er ingen økning.',
          nn: 'I 2018 vart det spurt om eitt hovudføremål, i 2019 om inntil tre effektar. At fleire nemner ein effekt når dei kan nemne tre, er ingen auke.',
          en: 'In 2018 the question was about one main purpose, in 2019 about up to three effects. That more name an effect when they may name three is no increase.',
        },
      },
    },
    {
      id: 'costBand',
      label: { nb: 'Kostnadsramme', nn: 'Kostnadsramme', en: 'Total cost' },
      asked: {
        nb: 'Hva er den samlede kostnadsrammen?',
        nn: 'Kva er den samla kostnadsramma?',
        en: 'What is the total cost?',
      },
      several: false,
      base: 395,
      baseWords: {
        nb: 'tiltak som har oppgitt kostnadsramme',
        nn: 'tiltak som har oppgitt kostnadsramme',
        en: 'measures that stated a total cost',
      },
      categories: [
        {
          code: 'over100m',
          label: { nb: 'Over 100 mill. kroner', nn: 'Over 100 mill. kroner', en: 'Over NOK 100 million' },
          percent: 5,
        },
      ],
      comparability: {
        with: 'note',
        note: {
          nb: 'Andelene er av tiltakene som oppga kostnadsramme: 395 av 412 i 2018, 317 av 432 i 2019. Av 2018 er bare andelen over 100 mill. kroner publisert.',
          nn: 'Delane er av tiltaka som oppgav kostnadsramme: 395 av 412 i 2018, 317 av 432 i 2019. Av 2018 er berre delen over 100 mill. kroner publisert.',
          en: 'Shares are of the measures that stated a total cost: 395 of 412 in 2018, 317 of 432 in 2019. Of 2018 only the share above NOK 100 million is published.',
        },
      },
    },
    {
      id: 'funding',
      label: { nb: 'Finansiering', nn: 'Finansiering', en: 'Funding' },
      asked: { nb: 'Har tiltaket finansiering?', nn: 'Har tiltaket finansiering?', en: 'Is the measure funded?' },
      several: false,
      ...ofAll,
      categories: [{ code: 'yes', label: { nb: 'Ja', nn: 'Ja', en: 'Yes' }, count: 232, percent: 56 }],
      comparability: {
        with: 'note',
        note: {
          nb: 'Andelen i 2018 er av alle 412 tiltak. Senere andeler er av tiltakene som svarte (418 av 432 i 2019).',
          nn: 'Delen i 2018 er av alle 412 tiltaka. Seinare delar er av tiltaka som svarte (418 av 432 i 2019).',
          en: 'The share in 2018 is of all 412 measures. Later shares are of the measures that answered (418 of 432 in 2019).',
        },
      },
    },
    {
      id: 'phaseGroup',
      ...phases,
      comparability: {
        with: 'note',
        note: {
          nb: '«Drift og kontinuerlig videreutvikling» ble egen fase i 2019 og er her regnet med i gjennomføring (fotnote 6 i notatet). Av 2018 er bare idé og konsept publisert som tall.',
          nn: '«Drift og kontinuerleg vidareutvikling» vart eigen fase i 2019 og er her rekna med i gjennomføring (fotnote 6 i notatet). Av 2018 er berre idé og konsept publiserte som tal.',
          en: '“Operation and continuous development” became a phase of its own in 2019 and is here counted as execution (footnote 6 of the note). Of 2018 only idea and concept are published as numbers.',
        },
      },
    },
    {
      id: 'phase',
      ...phases,
      comparability: {
        with: 'break',
        note: {
          nb: '«Drift og kontinuerlig videreutvikling» ble egen fase i 2019. Bruk fasene der drift er regnet som gjennomføring.',
          nn: '«Drift og kontinuerleg vidareutvikling» vart eigen fase i 2019. Bruk fasane der drift er rekna som gjennomføring.',
          en: '“Operation and continuous development” became a phase of its own in 2019. Use the phases where operation is counted as execution.',
        },
      },
    },
    ...(['crossCutting', 'scope', 'involvesOthers', 'involvedScope'] as const).map((id) => ({
      id,
      label: { nb: 'Berørte virksomheter', nn: 'Råka verksemder', en: 'Organisations affected' },
      asked: {
        nb: 'Hvilke andre virksomheter er berørt av tiltaket?',
        nn: 'Kva andre verksemder er råka av tiltaket?',
        en: 'Which other organisations are affected by the measure?',
      },
      several: false,
      ...ofAll,
      categories: [],
      comparability: {
        with: 'break' as const,
        note: {
          nb: 'I 2018 ble det spurt om hvem som er berørt (om lag halvparten av tiltakene var tverrgående), i 2019 om hvem som er involvert, som er smalere.',
          nn: 'I 2018 vart det spurt om kven som er råka (om lag halvparten av tiltaka var tverrgåande), i 2019 om kven som er involvert, som er smalare.',
          en: 'In 2018 the question was about who is affected (about half the measures were cross-cutting), in 2019 about who is involved, which is narrower.',
        },
      },
    })),
  ],
};

/**
 * The survey of 2026 as plain data: the survey of 2019, mended. Each question says how its answers compare with 2019.
 * What is new is optional, and most of it is asked only where it applies. `number` is left out: this form has its own order.
 *
 * For next year's survey:
 * 1. copy this file to `<year>.ts`, change id, year, title, source and `previous`, and the year in the text of `budgetThisYear`
 *    and in the rule `exemptionEnded`;
 * 2. change what the new year asks; an id or a code that is gone is never used again for something else;
 * 3. say for every question how its answers compare with the year before (`comparability`);
 * 4. add one line to index.ts, run `npm run samblikk -- questionnaire check`, and read the difference between the files.
 */
import { defineEdition, type Option } from '../definition.ts';
import { commonSolutions } from './lists/common-solutions.ts';
import { fundingSources } from './lists/funding-sources.ts';
import { legalBases } from './lists/legal-bases.ts';
import { lifeEvents } from './lists/life-events.ts';
import { strategyMeasures } from './lists/strategy-measures.ts';

const yes = { code: 'yes', label: { nb: 'Ja', nn: 'Ja', en: 'Yes' } } as const satisfies Option;
const no = { code: 'no', label: { nb: 'Nei', nn: 'Nei', en: 'No' } } as const satisfies Option;
const unsure = { code: 'unsure', label: { nb: 'Usikker', nn: 'Usikker', en: 'Unsure' } } as const satisfies Option;
const notClarified = {
  code: 'notClarified',
  label: { nb: 'Ikke avklart', nn: 'Ikkje avklart', en: 'Not clarified' },
} as const satisfies Option;
const unknown = {
  code: 'unknown',
  label: { nb: 'Vet ikke', nn: 'Veit ikkje', en: 'Don’t know' },
} as const satisfies Option;
const notRelevant = {
  code: 'notRelevant',
  label: { nb: 'Ikke relevant', nn: 'Ikkje relevant', en: 'Not relevant' },
} as const satisfies Option;

const idea = { code: 'idea', label: { nb: 'Idé', nn: 'Idé', en: 'Idea' } } as const satisfies Option;
const concept = { code: 'concept', label: { nb: 'Konsept', nn: 'Konsept', en: 'Concept' } } as const satisfies Option;
const planning = {
  code: 'planning',
  label: { nb: 'Planlegging', nn: 'Planlegging', en: 'Planning' },
} as const satisfies Option;
const execution = {
  code: 'execution',
  label: { nb: 'Gjennomføring', nn: 'Gjennomføring', en: 'Execution' },
} as const satisfies Option;

/** Which others are involved: the answers to `involvedScope`, and most of the derived scope. */
const involved = [
  {
    code: 'ownSector',
    label: { nb: 'Virksomheter i egen sektor', nn: 'Verksemder i eigen sektor', en: 'Agencies in the same sector' },
    help: {
      nb: 'Statlige virksomheter under samme departement som dere.',
      nn: 'Statlege verksemder under same departement som de.',
      en: 'State agencies under the same ministry as you.',
    },
  },
  {
    code: 'otherStateSectors',
    label: {
      nb: 'Virksomheter i andre statlige sektorer',
      nn: 'Verksemder i andre statlege sektorar',
      en: 'Agencies in other state sectors',
    },
    help: {
      nb: 'Statlige virksomheter under et annet departement.',
      nn: 'Statlege verksemder under eit anna departement.',
      en: 'State agencies under another ministry.',
    },
  },
  {
    code: 'otherLevels',
    label: {
      nb: 'Virksomheter i andre forvaltningsnivåer (Kommuner, fylkeskommuner)',
      nn: 'Verksemder på andre forvaltningsnivå (kommunar, fylkeskommunar)',
      en: 'Bodies at other levels of government (municipalities, counties)',
    },
  },
  {
    code: 'stateSectorsAndOtherLevels',
    label: {
      nb: 'Virksomheter i både andre statlige sektorer og forvaltningsnivåer',
      nn: 'Verksemder både i andre statlege sektorar og på andre forvaltningsnivå',
      en: 'Bodies both in other state sectors and at other levels of government',
    },
  },
  {
    code: 'other',
    label: { nb: 'Annet', nn: 'Anna', en: 'Other' },
    help: {
      nb: 'For eksempel private aktører eller brukergrupper.',
      nn: 'Til dømes private aktørar eller brukargrupper.',
      en: 'For example private parties or groups of users.',
    },
  },
] as const satisfies readonly Option[];

export const edition2026 = defineEdition({
  id: '2026',
  year: 2026,
  title: {
    nb: 'Digitaliseringstiltak i staten 2026',
    nn: 'Digitaliseringstiltak i staten 2026',
    en: 'Digitalisation measures in central government 2026',
  },
  source: {
    nb: 'Undersøkelsen fra 2019 (Difi-notat 2019:10, vedlegg 1), rettet og utvidet. Svaralternativene har de publiserte navnene. Nye spørsmål er frivillige.',
    nn: 'Undersøkinga frå 2019 (Difi-notat 2019:10, vedlegg 1), retta og utvida. Svaralternativa følgjer dei publiserte namna. Nye spørsmål er frivillige.',
    en: 'The survey of 2019 (Difi memo 2019:10, annex 1), mended and extended. The answer categories follow their published names. New questions are optional.',
  },
  previous: '2019',
  roles: { title: 'name', summary: 'deliverable', agency: 'agency', ministry: 'ministry', cost: 'totalCost' },
  highlights: [['totalCost'], ['phase'], ['funding'], ['partners', 'involvedScope', 'involvesOthers']],
  publication: { question: 'publishable', whole: ['yes'], inPart: ['partly'], exemptFields: 'exemptFields' },
  sections: [
    {
      id: 'background',
      title: { nb: 'Om tiltaket', nn: 'Om tiltaket', en: 'About the measure' },
      questions: [
        {
          id: 'agency',
          kind: 'agency',
          known: true,
          label: { nb: 'Virksomhet', nn: 'Verksemd', en: 'Agency' },
          help: {
            nb: 'Virksomheten som eier tiltaket og har ansvar for det.',
            nn: 'Verksemda som eig tiltaket og har ansvar for det.',
            en: 'The agency that owns the measure and is responsible for it.',
          },
          comparability: {
            with: 'note',
            note: {
              nb: 'Virksomheter er slått sammen, delt og omdøpt siden 2019. Sammenlign bare virksomheter som er de samme.',
              nn: 'Verksemder er slåtte saman, delte og har fått nye namn sidan 2019. Samanlikn berre verksemder som er dei same.',
              en: 'Agencies have merged, split and changed names since 2019. Compare only agencies that are the same.',
            },
          },
        },
        {
          id: 'ministry',
          kind: 'ministry',
          known: true,
          label: { nb: 'Departement', nn: 'Departement', en: 'Ministry' },
          help: {
            nb: 'Departementet som virksomheten rapporterer til.',
            nn: 'Departementet som verksemda rapporterer til.',
            en: 'The ministry the agency reports to.',
          },
          comparability: {
            with: 'note',
            note: {
              nb: 'Departementene er delt inn på nytt siden 2019, og virksomheter har flyttet mellom dem.',
              nn: 'Departementa er delte inn på nytt sidan 2019, og verksemder har flytta mellom dei.',
              en: 'Ministries have been reorganised since 2019, and agencies have moved between them.',
            },
          },
        },
        {
          id: 'name',
          kind: 'text',
          headings: [
            'navn',
            'namn',
            'tittel',
            'tiltak',
            'tiltaksnavn',
            'prosjekt',
            'prosjektnavn',
            'prosjektnamn',
            'title',
            'name',
            'project',
            'project name',
            'navn på prosjekt',
            'namn på prosjekt',
            'prosjektets navn',
          ],
          maxLength: 200,
          required: true,
          search: 'A',
          label: { nb: 'Navn på tiltaket', nn: 'Namn på tiltaket', en: 'Name of the measure' },
          help: {
            nb: 'Bruk et kort navn som folk utenfor virksomheten forstår. Skriv forkortelser helt ut.',
            nn: 'Bruk eit kort namn som folk utanfor verksemda forstår. Skriv forkortingar heilt ut.',
            en: 'Use a short name that people outside your agency understand. Spell out abbreviations.',
          },
          comparability: { with: 'same' },
        },
        {
          id: 'deliverable',
          kind: 'longText',
          headings: [
            'beskrivelse',
            'beskriving',
            'skildring',
            'leveranse',
            'omtale',
            'kort om prosjektet',
            'om prosjektet',
            'kort om tiltaket',
            'formål',
            'mål',
            'description',
            'deliverable',
            'purpose',
          ],
          maxLength: 4000,
          required: true,
          search: 'C',
          label: {
            nb: 'Hva skal tiltaket levere?',
            nn: 'Kva skal tiltaket levere?',
            en: 'What will the measure deliver?',
          },
          help: {
            nb: 'Beskriv hovedleveransen i noen få setninger: hva blir nytt, og for hvem?',
            nn: 'Beskriv hovudleveransen i nokre få setningar: kva blir nytt, og for kven?',
            en: 'Describe the main product in a few sentences: what will be new, and for whom?',
          },
          comparability: { with: 'same' },
        },
        {
          id: 'tags',
          kind: 'tags',
          name: { nb: 'Stikkord', nn: 'Stikkord', en: 'Keywords' },
          headings: ['stikkord', 'emneord', 'nøkkelord', 'tema', 'keywords', 'tags', 'topics'],
          atMost: 10,
          search: 'B',
          facet: true,
          label: { nb: 'Søkeord', nn: 'Søkjeord', en: 'Search words' },
          help: {
            nb: 'Noen ord som gjør tiltaket lett å finne i den offentlige oversikten. Vi foreslår ord mens dere skriver, men dere kan bruke egne.',
            nn: 'Nokre ord som gjer tiltaket lett å finne i den offentlege oversikta. Vi føreslår ord medan de skriv, men de kan bruke eigne.',
            en: 'Some words that make the measure easy to find in the public register. We suggest words as you type, but you can use your own.',
          },
          suggestFrom: 'los',
          comparability: {
            with: 'note',
            note: {
              nb: 'I 2026 blir ord fra Los foreslått mens man skriver. Samme emne kan derfor ha fått andre ord enn i 2019.',
              nn: 'I 2026 blir ord frå Los føreslått medan ein skriv. Same emne kan derfor ha fått andre ord enn i 2019.',
              en: 'In 2026 words from the Los vocabulary are suggested while typing. The same topic may have other words than in 2019.',
            },
          },
        },
        {
          id: 'contactEmail',
          kind: 'email',
          offersOwn: true,
          headings: [
            'kontakt',
            'kontaktperson',
            'e-post',
            'epost',
            'e-postadresse',
            'prosjektleder',
            'prosjektleiar',
            'contact',
            'email',
          ],
          required: true,
          closed: true,
          label: {
            nb: 'E-postadresse til kontaktpersonen',
            nn: 'E-postadressa til kontaktpersonen',
            en: 'E-mail address of the contact person',
          },
          help: {
            nb: 'Brukes bare hvis vi har spørsmål om svarene. Adressen blir aldri publisert.',
            nn: 'Blir berre brukt dersom vi har spørsmål om svara. Adressa blir aldri publisert.',
            en: 'Only used if we have questions about your answers. The address is never published.',
          },
          comparability: { with: 'same' },
        },
      ],
    },
    {
      id: 'progress',
      title: { nb: 'Fase og tid', nn: 'Fase og tid', en: 'Phase and time' },
      questions: [
        {
          id: 'phase',
          kind: 'single',
          name: { nb: 'Fase', nn: 'Fase', en: 'Phase' },
          headings: ['fase', 'status', 'prosjektfase', 'phase', 'stage'],
          outcomes: [
            {
              code: 'ended',
              words: [
                'avsluttet',
                'avslutta',
                'ferdig',
                'ferdigstilt',
                'fullført',
                'levert',
                'ended',
                'finished',
                'completed',
              ],
            },
            {
              code: 'stopped',
              words: [
                'stoppet',
                'stansa',
                'stanset',
                'stoppa',
                'avlyst',
                'skrinlagt',
                'kansellert',
                'stopped',
                'cancelled',
              ],
            },
          ],
          facet: true,
          label: {
            nb: 'Hvilken fase er tiltaket i?',
            nn: 'Kva fase er tiltaket i?',
            en: 'Which phase is the measure in?',
          },
          help: {
            nb: 'Fasene følger Prosjektveiviseren. Velg den fasen dere er i nå. Er ulike deler i ulike faser, velger dere den fasen der mest av arbeidet skjer.',
            nn: 'Fasane følgjer Prosjektvegvisaren. Vel den fasen de er i no. Er ulike delar i ulike fasar, vel de den fasen der mest av arbeidet skjer.',
            en: 'The phases follow Prosjektveiviseren, the state’s project model. Choose the phase you are in now. If parts are in different phases, choose the one where most of the work is done.',
          },
          options: [
            {
              ...idea,
              help: {
                nb: 'Dere har sett et behov og vurderer om det er verdt å gå videre.',
                nn: 'De har sett eit behov og vurderer om det er verdt å gå vidare.',
                en: 'You have seen a need and are considering whether to take it further.',
              },
            },
            {
              ...concept,
              help: {
                nb: 'Dere sammenligner måter å løse behovet på og anslår nytte og kostnader.',
                nn: 'De samanliknar måtar å løyse behovet på og gjer overslag over nytte og kostnader.',
                en: 'You are comparing ways to meet the need and estimating benefits and costs.',
              },
            },
            {
              ...planning,
              help: {
                nb: 'Løsningen er valgt, og dere lager planen for arbeidet før det blir satt i gang.',
                nn: 'Løysinga er vald, og de lagar planen for arbeidet før det blir sett i gang.',
                en: 'The solution is chosen and you are making the plan before work begins.',
              },
            },
            {
              ...execution,
              words: [
                'under utvikling',
                'utvikles',
                'under arbeid',
                'under innføring',
                'in development',
                'implementation',
              ],
              help: {
                nb: 'Arbeidet er i gang: løsningen blir utviklet, anskaffet eller innført.',
                nn: 'Arbeidet er i gang: løysinga blir utvikla, kjøpt inn eller innført.',
                en: 'Work is under way: the solution is being developed, bought or introduced.',
              },
            },
            {
              code: 'operation',
              label: {
                nb: 'Drift og evt. kontinuerlig videreutvikling (smidig/agil)',
                nn: 'Drift og ev. kontinuerleg vidareutvikling (smidig/agil)',
                en: 'Operation and continuous development (agile)',
              },
              words: ['i drift', 'i produksjon', 'produksjon', 'satt i drift', 'in operation', 'in production', 'live'],
              help: {
                nb: 'Løsningen er i bruk, og dere forbedrer den fortløpende.',
                nn: 'Løysinga er i bruk, og de forbetrar henne fortløpande.',
                en: 'The solution is in use and you keep improving it.',
              },
            },
          ],
          askAnew: true,
          comparability: { with: 'same' },
        },
        {
          id: 'startDate',
          kind: 'date',
          headings: ['start', 'startdato', 'oppstart', 'prosjektstart', 'tiltaksstart', 'oppstartsdato', 'start date'],
          label: {
            nb: 'Når startet tiltaket, eller når skal det starte?',
            nn: 'Når starta tiltaket, eller når skal det starte?',
            en: 'When did the measure start, or when will it start?',
          },
          help: {
            nb: 'Vet dere bare måneden, bruker dere den første dagen i måneden.',
            nn: 'Veit de berre månaden, bruker de den første dagen i månaden.',
            en: 'If you only know the month, use its first day.',
          },
          comparability: { with: 'new' },
        },
        {
          id: 'endDate',
          kind: 'date',
          periods: 'lastDay',
          headings: [
            'slutt',
            'sluttdato',
            'ferdig',
            'ferdigdato',
            'ferdigstilles',
            'ferdigstillelse',
            'avsluttes',
            'prosjektslutt',
            'tiltaksslutt',
            'end date',
            'finish',
          ],
          label: {
            nb: 'Når skal tiltaket være ferdig?',
            nn: 'Når skal tiltaket vere ferdig?',
            en: 'When will the measure be finished?',
          },
          help: {
            nb: 'La feltet stå tomt hvis tiltaket ikke har noen slutt, eller hvis dere ikke vet det ennå.',
            nn: 'Lat feltet stå tomt dersom tiltaket ikkje har nokon slutt, eller dersom de ikkje veit det enno.',
            en: 'Leave it empty if the measure has no end, or if you don’t know yet.',
          },
          comparability: { with: 'new' },
        },
      ],
    },
    {
      id: 'costs',
      title: { nb: 'Kostnader', nn: 'Kostnader', en: 'Costs' },
      intro: {
        nb: 'Skriv beløp slik dere pleier, for eksempel «1,5\u00a0mill» eller «1\u00a0500\u00a0000». Et anslag er nok.',
        nn: 'Skriv beløp slik de pleier, til dømes «1,5\u00a0mill» eller «1\u00a0500\u00a0000». Eit overslag er nok.',
        en: 'Write amounts the way you usually do, for example “1,5\u00a0mill” or “1\u00a0500\u00a0000”. An estimate is enough.',
      },
      questions: [
        {
          id: 'funding',
          kind: 'single',
          name: { nb: 'Finansiering', nn: 'Finansiering', en: 'Funding' },
          headings: ['finansiering', 'finansiert', 'fullfinansiert', 'funding', 'funded'],
          facet: true,
          label: {
            nb: 'Har virksomheten finansiering til å gjennomføre tiltaket?',
            nn: 'Har verksemda finansiering til å gjennomføre tiltaket?',
            en: 'Does the agency have funding to carry out the measure?',
          },
          help: {
            nb: 'Finansiering kan være egen bevilgning, satsingsmidler, tilskudd eller midler fra samarbeidspartnere. Svar «Delvis» hvis bare noe av kostnaden er dekket.',
            nn: 'Finansiering kan vere eiga løyving, satsingsmidlar, tilskot eller midlar frå samarbeidspartnarar. Svar «Delvis» dersom berre noko av kostnaden er dekt.',
            en: 'Funding can be your own appropriation, a budget initiative, a grant or money from partners. Answer “Partly” if only some of the cost is covered.',
          },
          options: [yes, no, { code: 'partly', label: { nb: 'Delvis', nn: 'Delvis', en: 'Partly' } }],
          comparability: { with: 'same' },
        },
        {
          id: 'totalCost',
          kind: 'amount',
          name: { nb: 'Kostnadsramme', nn: 'Kostnadsramme', en: 'Total cost' },
          headings: [
            'kostnad',
            'kostnader',
            'kostnadsramme',
            'totalkostnad',
            'total kostnad',
            'samlet kostnad',
            'ramme',
            'totalramme',
            'kostnadsoverslag',
            'totalt budsjett',
            'totalbudsjett',
            'totalsum',
            'beløp',
            'kr',
            'nok',
            'tkr',
            'tnok',
            'mkr',
            'mnok',
            'mill',
            'mill kr',
            'cost',
            'total budget',
          ],
          label: {
            nb: 'Antatt samlet kostnadsramme for egen virksomhet',
            nn: 'Venta samla kostnadsramme for eiga verksemd',
            en: 'Expected total cost for your own agency',
          },
          help: {
            nb: 'Alt tiltaket koster virksomheten deres fra start til slutt, også i tidligere og kommende år: innleie og kjøp, lisenser, utstyr, opplæring og egne ansattes arbeid. Ikke ta med det andre virksomheter betaler.',
            nn: 'Alt tiltaket kostar verksemda dykkar frå start til slutt, også i tidlegare og komande år: innleige og kjøp, lisensar, utstyr, opplæring og arbeidet til eigne tilsette. Ikkje ta med det andre verksemder betaler.',
            en: 'Everything the measure costs your agency from start to finish, including earlier and coming years: consultants and purchases, licences, equipment, training and your own staff’s work. Leave out what other agencies pay.',
          },
          comparability: {
            with: 'note',
            note: {
              nb: 'Beløpene er i løpende kroner og er ikke justert for prisveksten.',
              nn: 'Beløpa er i løpande kroner og er ikkje justerte for prisveksten.',
              en: 'Amounts are in current kroner, not adjusted for inflation.',
            },
          },
        },
        {
          id: 'totalCostReason',
          kind: 'single',
          name: { nb: 'Hvorfor kostnad mangler', nn: 'Kvifor kostnad manglar', en: 'Why the cost is missing' },
          headings: ['grunn til manglende kostnad', 'merknad til kostnad'],
          showIf: { question: 'totalCost', blank: true },
          label: {
            nb: 'Hvorfor er kostnadsrammen ikke oppgitt?',
            nn: 'Kvifor er kostnadsramma ikkje oppgitt?',
            en: 'Why is the total cost not given?',
          },
          help: {
            nb: 'Svaret gjør det mulig å skille mellom dem som ikke vet, og dem som ikke kan si det.',
            nn: 'Svaret gjer det mogleg å skilje mellom dei som ikkje veit, og dei som ikkje kan seie det.',
            en: 'Your answer makes it possible to tell those who don’t know from those who cannot say.',
          },
          options: [
            {
              ...notClarified,
              help: {
                nb: 'Vi arbeider med et anslag.',
                nn: 'Vi arbeider med eit overslag.',
                en: 'We are working on an estimate.',
              },
            },
            {
              code: 'tooEarly',
              label: { nb: 'For tidlig å anslå', nn: 'For tidleg å gjere overslag', en: 'Too early to estimate' },
              help: {
                nb: 'Tiltaket er ikke utredet nok til å gi et tall.',
                nn: 'Tiltaket er ikkje greidd ut nok til å gi eit tal.',
                en: 'The measure has not been studied enough to give a figure.',
              },
            },
            {
              code: 'exempt',
              label: {
                nb: 'Beløpet er unntatt offentlighet',
                nn: 'Beløpet er unnateke offentlegheit',
                en: 'The amount is exempt from publication',
              },
              help: {
                nb: 'Vi kjenner beløpet, men kan ikke oppgi det her.',
                nn: 'Vi kjenner beløpet, men kan ikkje oppgi det her.',
                en: 'We know the amount, but cannot give it here.',
              },
            },
            unknown,
          ],
          comparability: { with: 'new' },
        },
        {
          id: 'budgetThisYear',
          kind: 'amount',
          name: { nb: 'Årets budsjett', nn: 'Budsjett i år', en: 'Budget this year' },
          headings: [
            'budsjett',
            'budsjett i år',
            'årets budsjett',
            'budsjett 2026',
            'kostnad 2026',
            'kostnad i år',
            'budget',
            'budget this year',
            'budget 2026',
          ],
          label: {
            nb: 'Avsatt budsjett i virksomheten i 2026',
            nn: 'Avsett budsjett i verksemda i 2026',
            en: 'The agency’s budget for the measure in 2026',
          },
          help: {
            nb: 'Den delen av kostnadsrammen som er satt av i budsjettåret 2026.',
            nn: 'Den delen av kostnadsramma som er sett av i budsjettåret 2026.',
            en: 'The part of the total cost that is set aside in the budget year 2026.',
          },
          askAnew: true,
          comparability: {
            with: 'note',
            note: {
              nb: 'Beløpene er i løpende kroner og er ikke justert for prisveksten.',
              nn: 'Beløpa er i løpande kroner og er ikkje justerte for prisveksten.',
              en: 'Amounts are in current kroner, not adjusted for inflation.',
            },
          },
        },
      ],
    },
    {
      id: 'organisation',
      title: { nb: 'Samarbeid', nn: 'Samarbeid', en: 'Cooperation' },
      questions: [
        {
          id: 'involvesOthers',
          kind: 'single',
          name: { nb: 'Involverer andre', nn: 'Involverer andre', en: 'Involves others' },
          headings: ['involverer andre', 'samarbeid', 'andre involvert', 'involves others'],
          label: {
            nb: 'Involverer tiltaket andre virksomheter?',
            nn: 'Involverer tiltaket andre verksemder?',
            en: 'Does the measure involve other bodies?',
          },
          help: {
            nb: 'Andre er involvert når de har en rolle i tiltaket, for eksempel i en styringsgruppe, referansegruppe, prosjektgruppe, arbeidsgruppe eller brukergruppe. Det er ikke nok at de skal bruke løsningen.',
            nn: 'Andre er involverte når dei har ei rolle i tiltaket, til dømes i ei styringsgruppe, referansegruppe, prosjektgruppe, arbeidsgruppe eller brukargruppe. Det er ikkje nok at dei skal bruke løysinga.',
            en: 'Others are involved when they have a role in the measure, for example in a steering, reference, project, working or user group. It is not enough that they will use the solution.',
          },
          options: [yes, no, notClarified, unknown],
          comparability: { with: 'same' },
        },
        {
          id: 'involvedScope',
          kind: 'single',
          name: { nb: 'Hvem som er involvert', nn: 'Kven som er involvert', en: 'Who is involved' },
          headings: ['hvem er involvert', 'omfang', 'sektor', 'scope'],
          showIf: { question: 'involvesOthers', is: 'yes' },
          label: {
            nb: 'Hvilke virksomheter er involvert?',
            nn: 'Kva verksemder er involverte?',
            en: 'Which bodies are involved?',
          },
          help: {
            nb: 'Velg ett svar. Er flere involvert, velger dere det svaret som rekker lengst ut fra egen virksomhet.',
            nn: 'Vel eitt svar. Er fleire involverte, vel de det svaret som rekk lengst ut frå eiga verksemd.',
            en: 'Choose one answer. If several are involved, choose the one that reaches furthest from your own agency.',
          },
          options: involved,
          comparability: { with: 'same' },
        },
        {
          id: 'discussedWithKs',
          kind: 'single',
          name: { nb: 'Drøftet med KS', nn: 'Drøfta med KS', en: 'Discussed with KS' },
          headings: ['ks', 'drøftet med ks', 'drøfta med ks', 'discussed with ks'],
          showIf: { question: 'involvedScope', in: ['otherLevels', 'stateSectorsAndOtherLevels'] },
          label: {
            nb: 'Er tiltaket drøftet med KS?',
            nn: 'Er tiltaket drøfta med KS?',
            en: 'Has the measure been discussed with KS?',
          },
          help: {
            nb: 'KS er interesseorganisasjonen til kommuner og fylkeskommuner. Digitaliseringsrundskrivet ber statlige virksomheter drøfte tiltak som berører kommunesektoren, med KS.',
            nn: 'KS er interesseorganisasjonen til kommunar og fylkeskommunar. Digitaliseringsrundskrivet ber statlege verksemder drøfte tiltak som vedkjem kommunesektoren, med KS.',
            en: 'KS is the association of municipalities and counties. The government’s digitalisation circular asks state agencies to discuss measures that affect the municipal sector with KS.',
          },
          options: [yes, no, notRelevant],
          comparability: { with: 'same' },
        },
        {
          id: 'partners',
          kind: 'agencies',
          name: { nb: 'Samarbeidspartnere', nn: 'Samarbeidspartnarar', en: 'Partners' },
          headings: [
            'partnere',
            'partnarar',
            'samarbeidspartnere',
            'samarbeidspartnarar',
            'tilknyttede organisasjoner',
            'tilknytte organisasjonar',
            'samarbeidende virksomheter',
            'samarbeidande verksemder',
            'partners',
          ],
          atMost: 30,
          showIf: { question: 'involvesOthers', is: 'yes' },
          label: {
            nb: 'Hvilke virksomheter samarbeider dere med?',
            nn: 'Kva verksemder samarbeider de med?',
            en: 'Which bodies do you cooperate with?',
          },
          help: {
            nb: 'Søk på navn, forkortelse, tidligere navn eller organisasjonsnummer, også etter kommuner, fylkeskommuner og KS. Finner dere ikke en virksomhet, skriver dere navnet. Ta med dem som har en rolle i tiltaket.',
            nn: 'Søk på namn, forkorting, tidlegare namn eller organisasjonsnummer, også etter kommunar, fylkeskommunar og KS. Finn de ikkje ei verksemd, skriv de namnet. Ta med dei som har ei rolle i tiltaket.',
            en: 'Search by name, abbreviation, former name or organisation number, also for municipalities, counties and KS. If you do not find a body, write its name. Include those that have a role in the measure.',
          },
          comparability: { with: 'new' },
        },
        {
          id: 'fundingSources',
          kind: 'multiple',
          name: { nb: 'Finansieringskilder', nn: 'Finansieringskjelder', en: 'Sources of funding' },
          headings: [
            'finansieringskilde',
            'finansieringskilder',
            'finansieringskjelde',
            'finansieringskjelder',
            'kilder til finansiering',
            'funding source',
            'funding sources',
          ],
          facet: true,
          showIf: { question: 'involvesOthers', is: 'yes' },
          label: {
            nb: 'Hvor kommer pengene til tiltaket fra?',
            nn: 'Kvar kjem pengane til tiltaket frå?',
            en: 'Where does the money for the measure come from?',
          },
          help: {
            nb: 'Velg alle kildene dere vet om. Andre virksomheters penger tar dere med bare når de går til dere.',
            nn: 'Vel alle kjeldene de veit om. Pengane til andre verksemder tek de med berre når dei går til dykk.',
            en: 'Choose every source you know of. Include other bodies’ money only when it goes to you.',
          },
          options: fundingSources,
          comparability: { with: 'new' },
        },
        {
          id: 'sharingOfCosts',
          kind: 'single',
          name: { nb: 'Kostnadsdeling', nn: 'Kostnadsdeling', en: 'Cost sharing' },
          headings: ['kostnadsdeling', 'fordeling av kostnader', 'fordeling av kostnadar', 'cost sharing'],
          facet: true,
          showIf: { question: 'involvesOthers', is: 'yes' },
          label: {
            nb: 'Hvordan deler dere kostnadene med de andre?',
            nn: 'Korleis deler de kostnadene med dei andre?',
            en: 'How do you share the costs with the others?',
          },
          help: {
            nb: 'Velg det som gjelder for størstedelen av kostnadene.',
            nn: 'Vel det som gjeld for størstedelen av kostnadene.',
            en: 'Choose what holds for most of the costs.',
          },
          options: [
            {
              code: 'eachBearsItsOwn',
              label: { nb: 'Hver bærer sine egne', nn: 'Kvar ber sine eigne', en: 'Each bears its own' },
            },
            {
              code: 'leadBearsAll',
              label: {
                nb: 'Den som leder tiltaket, bærer alle',
                nn: 'Den som leier tiltaket, ber alle',
                en: 'The one that leads bears all',
              },
            },
            {
              code: 'sharingKey',
              label: { nb: 'Etter en avtalt nøkkel', nn: 'Etter ein avtalt nøkkel', en: 'By an agreed key' },
              help: {
                nb: 'For eksempel likt på alle, etter folketall eller etter bruk.',
                nn: 'Til dømes likt på alle, etter folketal eller etter bruk.',
                en: 'For example equally, by inhabitants or by use.',
              },
            },
            {
              code: 'jointAppropriation',
              label: {
                nb: 'Felles bevilgning dekker dem',
                nn: 'Felles løyving dekkjer dei',
                en: 'A joint appropriation covers them',
              },
            },
            notClarified,
            unknown,
          ],
          comparability: { with: 'new' },
        },
      ],
    },
    {
      id: 'purpose',
      title: { nb: 'Formål og gevinster', nn: 'Formål og gevinstar', en: 'Purpose and benefits' },
      questions: [
        {
          id: 'effects',
          kind: 'multiple',
          name: { nb: 'Effekter', nn: 'Effektar', en: 'Effects' },
          headings: ['effekt', 'effekter', 'effektar', 'gevinst', 'gevinster', 'nytte', 'benefits', 'effects'],
          atMost: 3,
          facet: true,
          label: {
            nb: 'Hvilke effekter venter dere av tiltaket?',
            nn: 'Kva effektar ventar de av tiltaket?',
            en: 'Which effects do you expect from the measure?',
          },
          help: {
            nb: 'Velg inntil tre effekter, de viktigste.',
            nn: 'Vel inntil tre effektar, dei viktigaste.',
            en: 'Choose up to three effects, the most important ones.',
          },
          options: [
            {
              code: 'serviceQuality',
              label: {
                nb: 'Økt kvalitet på virksomhetens tjenester',
                nn: 'Auka kvalitet på tenestene til verksemda',
                en: 'Better quality of the agency’s services',
              },
            },
            { code: 'efficiency', label: { nb: 'Effektivisering', nn: 'Effektivisering', en: 'Efficiency' } },
            {
              code: 'costEfficiency',
              label: { nb: 'Kostnadseffektivisering', nn: 'Kostnadseffektivisering', en: 'Cost efficiency' },
            },
            {
              code: 'simplerRoutines',
              label: {
                nb: 'Omlegging og forenkling av arbeidsrutiner',
                nn: 'Omlegging og forenkling av arbeidsrutinar',
                en: 'Changed and simpler work routines',
              },
            },
            {
              code: 'decisionSupport',
              label: { nb: 'Bedre beslutningsstøtte', nn: 'Betre avgjerdsstøtte', en: 'Better decision support' },
            },
            {
              code: 'coherentServices',
              label: {
                nb: 'Sammenhengende tjenester til sluttbrukere (innbyggere, næringsliv)',
                nn: 'Samanhengande tenester til sluttbrukarar (innbyggjarar, næringsliv)',
                en: 'Coherent services for end users (citizens, businesses)',
              },
            },
            {
              code: 'freedResources',
              label: {
                nb: 'Frigjøre og flytte ressurser i virksomheten dit det er behov (driftsoptimalisering)',
                nn: 'Frigjere og flytte ressursar i verksemda dit det er behov (driftsoptimalisering)',
                en: 'Free up resources and move them to where they are needed (better operations)',
              },
            },
            {
              code: 'newServices',
              label: { nb: 'Etablere nye tjenester', nn: 'Etablere nye tenester', en: 'Establish new services' },
            },
            {
              code: 'robustInfrastructure',
              label: {
                nb: 'Mer robust og sikker infrastruktur',
                nn: 'Meir robust og sikker infrastruktur',
                en: 'More robust and secure infrastructure',
              },
            },
            {
              code: 'lessEnvironmentalLoad',
              label: {
                nb: 'Redusert miljøbelastning',
                nn: 'Redusert miljøbelastning',
                en: 'Less environmental impact',
              },
            },
            { code: 'other', label: { nb: 'Andre (Spesifiser)', nn: 'Andre (spesifiser)', en: 'Other (specify)' } },
          ],
          comparability: { with: 'same' },
        },
        {
          id: 'effectsOther',
          kind: 'text',
          maxLength: 500,
          showIf: { question: 'effects', includes: 'other' },
          label: { nb: 'Hvilke andre effekter?', nn: 'Kva andre effektar?', en: 'Which other effects?' },
          comparability: { with: 'same' },
        },
        {
          id: 'beneficiaries',
          kind: 'multiple',
          name: { nb: 'Hvem som får nytte', nn: 'Kven som får nytte', en: 'Who benefits' },
          headings: ['målgruppe', 'målgrupper', 'nyttegruppe', 'brukere', 'brukarar', 'target group', 'beneficiaries'],
          atMost: 2,
          facet: true,
          label: {
            nb: 'Hvem får nytte av hovedleveransen?',
            nn: 'Kven får nytte av hovudleveransen?',
            en: 'Who benefits from the main product?',
          },
          help: {
            nb: 'Velg inntil to brukergrupper, de som får størst nytte.',
            nn: 'Vel inntil to brukargrupper, dei som får størst nytte.',
            en: 'Choose up to two user groups, those that benefit the most.',
          },
          options: [
            { code: 'citizens', label: { nb: 'Innbyggere', nn: 'Innbyggjarar', en: 'Citizens' } },
            { code: 'employees', label: { nb: 'Ansatte', nn: 'Tilsette', en: 'Employees' } },
            {
              code: 'stateAgencies',
              label: { nb: 'Statlige virksomheter', nn: 'Statlege verksemder', en: 'State agencies' },
            },
            {
              code: 'municipalities',
              label: {
                nb: 'Kommuner og/eller fylkeskommuner',
                nn: 'Kommunar og/eller fylkeskommunar',
                en: 'Municipalities and/or counties',
              },
            },
            {
              code: 'privateCompanies',
              label: { nb: 'Private virksomheter', nn: 'Private verksemder', en: 'Private companies' },
            },
            { code: 'other', label: { nb: 'Andre (spesifiser)', nn: 'Andre (spesifiser)', en: 'Other (specify)' } },
          ],
          comparability: { with: 'same' },
        },
        {
          id: 'beneficiariesOther',
          kind: 'text',
          maxLength: 500,
          showIf: { question: 'beneficiaries', includes: 'other' },
          label: { nb: 'Hvilke andre brukere?', nn: 'Kva andre brukarar?', en: 'Which other users?' },
          comparability: { with: 'same' },
        },
        {
          id: 'lifeEvents',
          kind: 'multiple',
          name: { nb: 'Livshendelse', nn: 'Livshending', en: 'Life event' },
          headings: ['livshendelse', 'livshendelser', 'livshending', 'livshendingar', 'life events'],
          facet: true,
          label: {
            nb: 'Gjelder tiltaket en livshendelse?',
            nn: 'Gjeld tiltaket ei livshending?',
            en: 'Does the measure concern a life event?',
          },
          help: {
            nb: 'Velg de livshendelsene tiltaket bidrar til. Gjelder det ingen av dem, går dere videre.',
            nn: 'Vel dei livshendingane tiltaket medverkar til. Gjeld det ingen av dei, går de vidare.',
            en: 'Choose the life events the measure contributes to. If there are none, move on.',
          },
          options: lifeEvents,
          comparability: { with: 'new' },
        },
        {
          id: 'strategyMeasures',
          kind: 'multiple',
          name: { nb: 'Tiltak i strategien', nn: 'Tiltak i strategien', en: 'Measure of the strategy' },
          headings: ['strategi', 'strategitiltak', 'digitaliseringsstrategien', 'strategy'],
          facet: true,
          label: {
            nb: 'Følger tiltaket opp den nasjonale digitaliseringsstrategien?',
            nn: 'Følgjer tiltaket opp den nasjonale digitaliseringsstrategien?',
            en: 'Does the measure follow up the national digitalisation strategy?',
          },
          help: {
            nb: 'Tallene er numrene i Fremtidens digitale Norge 2024–2030. Listen er et utvalg, og tekstene er forkortet.',
            nn: 'Tala er nummera i Framtidas digitale Noreg 2024–2030. Lista er eit utval, og tekstane er korta ned.',
            en: 'The numbers are those in The Digital Norway of the Future 2024–2030. The list is a selection, and the texts are shortened.',
          },
          options: strategyMeasures,
          comparability: { with: 'new' },
        },
      ],
    },
    {
      id: 'solutions',
      title: {
        nb: 'Utvikling og gjenbruk av løsninger',
        nn: 'Utvikling og gjenbruk av løysingar',
        en: 'Development and reuse of solutions',
      },
      questions: [
        {
          id: 'developsShared',
          kind: 'single',
          name: { nb: 'Utvikler felles løsning', nn: 'Utviklar felles løysing', en: 'Develops a shared solution' },
          headings: ['utvikler fellesløsning', 'ny fellesløsning', 'utviklar fellesløysing', 'develops shared'],
          facet: true,
          label: {
            nb: 'Skal dere utvikle noe som flere virksomheter skal bruke?',
            nn: 'Skal de utvikle noko som fleire verksemder skal bruke?',
            en: 'Will you develop something that several bodies will use?',
          },
          help: {
            nb: 'Gjelder tekniske løsninger og funksjonalitet, for eksempel et felles register, en innlogging eller et API.',
            nn: 'Gjeld tekniske løysingar og funksjonalitet, til dømes eit felles register, ei innlogging eller eit API.',
            en: 'This is about technical solutions and functions, for example a shared register, a login or an API.',
          },
          options: [yes, no, unsure],
          comparability: { with: 'same' },
        },
        {
          id: 'developedSolutions',
          kind: 'multiple',
          name: {
            nb: 'Fellesløsning som utvikles',
            nn: 'Fellesløysing som blir utvikla',
            en: 'Common solution developed',
          },
          headings: ['fellesløsning som utvikles', 'fellesløysing som blir utvikla', 'common solution developed'],
          facet: true,
          showIf: { question: 'developsShared', is: 'yes' },
          label: {
            nb: 'Er det en av disse fellesløsningene dere utvikler?',
            nn: 'Er det ei av desse fellesløysingane de utviklar?',
            en: 'Is it one of these common solutions that you develop?',
          },
          help: {
            nb: 'Velg dem tiltaket bygger eller utvikler videre. Er det ingen av dem, går dere videre.',
            nn: 'Vel dei tiltaket byggjer eller utviklar vidare. Er det ingen av dei, går de vidare.',
            en: 'Choose those that the measure builds or develops further. If there are none, move on.',
          },
          options: commonSolutions,
          comparability: { with: 'new' },
        },
        {
          id: 'reusesShared',
          kind: 'single',
          name: { nb: 'Gjenbruker løsning', nn: 'Gjenbruker løysing', en: 'Reuses a solution' },
          headings: ['gjenbruk', 'bruker fellesløsninger', 'fellesløsninger', 'gjenbrukar fellesløysingar', 'reuse'],
          facet: true,
          label: {
            nb: 'Skal dere gjenbruke noe som andre virksomheter allerede bruker?',
            nn: 'Skal de gjenbruke noko som andre verksemder alt bruker?',
            en: 'Will you reuse something that other bodies already use?',
          },
          help: {
            nb: 'For eksempel felles innlogging, felles meldingstjenester, en nasjonal felleskomponent eller en annen virksomhets løsning.',
            nn: 'Til dømes felles innlogging, felles meldingstenester, ein nasjonal felleskomponent eller løysinga til ei anna verksemd.',
            en: 'For example a shared login, shared message services, a national common component or another agency’s solution.',
          },
          options: [yes, no, unsure, notRelevant],
          comparability: { with: 'same' },
        },
        {
          id: 'reusedSolutions',
          kind: 'multiple',
          name: {
            nb: 'Fellesløsning som gjenbrukes',
            nn: 'Fellesløysing som blir gjenbrukt',
            en: 'Common solution reused',
          },
          headings: ['fellesløsning som gjenbrukes', 'fellesløysing som blir gjenbrukt', 'common solution reused'],
          facet: true,
          showIf: { question: 'reusesShared', is: 'yes' },
          label: {
            nb: 'Hvilke av disse fellesløsningene gjenbruker dere?',
            nn: 'Kva for nokre av desse fellesløysingane gjenbruker de?',
            en: 'Which of these common solutions do you reuse?',
          },
          help: {
            nb: 'Også dem dere planlegger å bruke. Er det ingen av dem, går dere videre.',
            nn: 'Også dei de planlegg å bruke. Er det ingen av dei, går de vidare.',
            en: 'Those you plan to use too. If there are none, move on.',
          },
          options: commonSolutions,
          comparability: { with: 'new' },
        },
        {
          id: 'technologies',
          kind: 'multiple',
          name: { nb: 'Teknologi', nn: 'Teknologi', en: 'Technology' },
          headings: ['teknologi', 'teknologier', 'teknologiar', 'technology', 'technologies'],
          facet: true,
          label: {
            nb: 'Hvilke nye teknologier er tatt i bruk i tiltaket?',
            nn: 'Kva nye teknologiar er tekne i bruk i tiltaket?',
            en: 'Which new technologies does the measure use?',
          },
          help: { nb: 'Dere kan velge flere.', nn: 'De kan velje fleire.', en: 'You can choose several.' },
          options: [
            {
              code: 'robotics',
              label: { nb: 'Robotteknologi', nn: 'Robotteknologi', en: 'Robotics' },
              help: {
                nb: 'Fysiske roboter, og programvareroboter som gjør faste arbeidsoppgaver (RPA).',
                nn: 'Fysiske robotar, og programvarerobotar som gjer faste arbeidsoppgåver (RPA).',
                en: 'Physical robots, and software robots that carry out routine tasks (RPA).',
              },
            },
            {
              code: 'ai',
              label: {
                nb: 'AI/Kunstig intelligens/maskinlæring',
                nn: 'AI/Kunstig intelligens/maskinlæring',
                en: 'AI/artificial intelligence/machine learning',
              },
            },
            { code: 'cloud', label: { nb: 'Skytjenester', nn: 'Skytenester', en: 'Cloud services' } },
            {
              code: 'iot',
              label: { nb: 'IoT (internet of things)', nn: 'IoT (internet of things)', en: 'IoT (internet of things)' },
              help: {
                nb: 'Tingenes internett: følere og utstyr som sender data over nettet.',
                nn: 'Følarar og utstyr som sender data over nettet.',
                en: 'Sensors and equipment that send data over the internet.',
              },
            },
            { code: 'other', label: { nb: 'Annet (spesifiser)', nn: 'Anna (spesifiser)', en: 'Other (specify)' } },
            { ...notRelevant, exclusive: true },
          ],
          comparability: { with: 'same' },
        },
        {
          id: 'technologiesOther',
          kind: 'text',
          maxLength: 500,
          showIf: { question: 'technologies', includes: 'other' },
          label: { nb: 'Hvilke andre teknologier?', nn: 'Kva andre teknologiar?', en: 'Which other technologies?' },
          comparability: { with: 'same' },
        },
        {
          id: 'innovation',
          kind: 'single',
          name: { nb: 'Grad av innovasjon', nn: 'Grad av innovasjon', en: 'Degree of innovation' },
          headings: ['innovasjon', 'innovasjonsgrad', 'innovation'],
          facet: true,
          label: {
            nb: 'I hvilken grad er tiltaket innovativt og nyskapende?',
            nn: 'I kva grad er tiltaket innovativt og nyskapande?',
            en: 'To what extent is the measure innovative?',
          },
          help: {
            nb: 'Innovativt betyr at tiltaket gjør noe på en ny måte, ikke bare raskere eller i ny teknologi.',
            nn: 'Innovativt vil seie at tiltaket gjer noko på ein ny måte, ikkje berre raskare eller i ny teknologi.',
            en: 'Innovative means that the measure does something in a new way, not just faster or in newer technology.',
          },
          options: [
            { code: 'low', label: { nb: 'I liten grad', nn: 'I liten grad', en: 'To a small extent' } },
            { code: 'some', label: { nb: 'I noen grad', nn: 'I nokon grad', en: 'To some extent' } },
            { code: 'high', label: { nb: 'I stor grad', nn: 'I stor grad', en: 'To a great extent' } },
          ],
          comparability: { with: 'same' },
        },
      ],
    },
    {
      id: 'publication',
      title: { nb: 'Publisering', nn: 'Publisering', en: 'Publication' },
      intro: {
        nb: 'E-postadressen og kommentaren blir aldri publisert, uansett hva dere svarer her.',
        nn: 'E-postadressa og kommentaren blir aldri publiserte, same kva de svarer her.',
        en: 'The e-mail address and the comment are never published, whatever you answer here.',
      },
      questions: [
        {
          id: 'publishable',
          kind: 'single',
          name: { nb: 'Publisering', nn: 'Publisering', en: 'Publication' },
          headings: [
            'offentlig',
            'offentleg',
            'offentlighet',
            'offentlegheit',
            'off',
            'kan publiseres',
            'kan publiserast',
            'publiseres',
            'public',
            'publishable',
          ],
          required: true,
          label: { nb: 'Kan alt publiseres?', nn: 'Kan alt publiserast?', en: 'Can everything be published?' },
          help: {
            nb: 'Unntak gjelder opplysninger, ikke tiltak: velg «Delvis» hvis bare noen av svarene må unntas. Det som er unntatt, telles likevel med i statistikken. Skriv aldri inn gradert informasjon.',
            nn: 'Unntak gjeld opplysningar, ikkje tiltak: vel «Delvis» dersom berre nokre av svara må haldast unna. Det som er halde unna, blir likevel talt med i statistikken. Skriv aldri inn gradert informasjon.',
            en: 'Exemptions apply to information, not to measures: choose “Partly” if only some answers must be withheld. What is withheld still counts in the statistics. Never enter classified information.',
          },
          options: [
            { code: 'yes', label: { nb: 'Ja, alt', nn: 'Ja, alt', en: 'Yes, everything' } },
            {
              code: 'partly',
              label: { nb: 'Delvis', nn: 'Delvis', en: 'Partly' },
              help: {
                nb: 'Dere velger hvilke svar som skal unntas.',
                nn: 'De vel kva svar som skal haldast unna.',
                en: 'You choose which answers to withhold.',
              },
            },
            {
              code: 'no',
              words: [
                'unntatt',
                'unnateke',
                'unnateken',
                'unntatt offentlighet',
                'unntatt offentligheten',
                'unnateke offentlegheit',
                'u off',
                'uoff',
                'ikke offentlig',
                'ikkje offentleg',
                'skjermet',
                'skjerma',
                'exempt',
                'not public',
              ],
              label: { nb: 'Nei, ingenting', nn: 'Nei, ingenting', en: 'No, nothing' },
              help: {
                nb: 'Tiltaket vises ikke i den offentlige oversikten.',
                nn: 'Tiltaket blir ikkje vist i den offentlege oversikta.',
                en: 'The measure is not shown in the public register.',
              },
            },
          ],
          comparability: {
            with: 'note',
            note: {
              nb: 'I 2019 kunne man bare svare ja og nei, så delvis unntatte tiltak står som nei. Ja er sammenlignbart med ja; nei i 2019 tilsvarer nei og delvis i 2026.',
              nn: 'I 2019 kunne ein berre svare ja og nei, så tiltak som var delvis unnatekne, står som nei. Ja kan samanliknast med ja; nei i 2019 svarer til nei og delvis i 2026.',
              en: 'In 2019 only yes and no were offered, so measures withheld in part are counted as no. Yes compares with yes; no in 2019 corresponds to no and partly in 2026.',
            },
          },
        },
        {
          id: 'exemptFields',
          kind: 'fields',
          required: true,
          showIf: { question: 'publishable', is: 'partly' },
          label: {
            nb: 'Hvilke svar skal ikke publiseres?',
            nn: 'Kva svar skal ikkje publiserast?',
            en: 'Which answers must not be published?',
          },
          help: {
            nb: 'Velg bare det som må unntas. Resten av tiltaket blir publisert.',
            nn: 'Vel berre det som må haldast unna. Resten av tiltaket blir publisert.',
            en: 'Choose only what must be withheld. The rest of the measure is published.',
          },
          comparability: { with: 'new' },
        },
        {
          id: 'exemptionBasis',
          kind: 'legalBasis',
          name: { nb: 'Unntakshjemmel', nn: 'Unntaksheimel', en: 'Legal basis for exemption' },
          headings: ['unntatt offentlighet', 'unnateke offentlegheit', 'hjemmel', 'heimel', 'legal basis'],
          required: true,
          showIf: { question: 'publishable', in: ['partly', 'no'] },
          label: { nb: 'Hjemmel for unntaket', nn: 'Heimel for unntaket', en: 'Legal basis for the exemption' },
          help: {
            nb: 'Velg en bestemmelse i offentleglova, eller skriv hvilken annen lov og paragraf det gjelder.',
            nn: 'Vel ei føresegn i offentleglova, eller skriv kva anna lov og paragraf det gjeld.',
            en: 'Choose a section of the Freedom of Information Act, or write which other act and section applies.',
          },
          options: legalBases,
          comparability: {
            with: 'note',
            note: {
              nb: 'I 2019 ble hjemmelen skrevet som fri tekst og gjaldt hele tiltaket. I 2026 velges den fra en liste og kan gjelde noen av svarene.',
              nn: 'I 2019 vart heimelen skriven som fri tekst og galdt heile tiltaket. I 2026 blir han vald frå ei liste og kan gjelde nokre av svara.',
              en: 'In 2019 the legal basis was free text and applied to the whole measure. In 2026 it is chosen from a list and may apply to some of the answers.',
            },
          },
        },
        {
          id: 'exemptionExpires',
          kind: 'date',
          periods: 'lastDay',
          showIf: { question: 'publishable', in: ['partly', 'no'] },
          label: { nb: 'Når faller unntaket bort?', nn: 'Når fell unntaket bort?', en: 'When does the exemption end?' },
          help: {
            nb: 'For eksempel når statsbudsjettet er lagt fram eller kontrakten er signert. Når Digdir har godtatt unntaket, åpnes svaret i den første utgaven etter denne dagen. Dere får beskjed før det skjer.',
            nn: 'Til dømes når statsbudsjettet er lagt fram eller kontrakten er signert. Når Digdir har godteke unntaket, blir svaret opna i den første utgåva etter denne dagen. De får beskjed før det skjer.',
            en: 'For example when the national budget is presented or the contract is signed. Once Digdir has accepted the exemption, the answer is opened by the first release after this day. You are told beforehand.',
          },
          comparability: { with: 'new' },
        },
      ],
    },
    {
      id: 'comments',
      title: { nb: 'Kommentarer', nn: 'Kommentarar', en: 'Comments' },
      questions: [
        {
          id: 'comments',
          kind: 'longText',
          headings: ['kommentar', 'kommentarer', 'kommentarar', 'merknad', 'merknader', 'comment', 'remarks'],
          maxLength: 4000,
          closed: true,
          label: {
            nb: 'Vil dere legge til noe om tiltaket?',
            nn: 'Vil de leggje til noko om tiltaket?',
            en: 'Would you like to add anything about the measure?',
          },
          help: {
            nb: 'Kommentaren er bare til oss som leser svarene. Den blir aldri publisert.',
            nn: 'Kommentaren er berre til oss som les svara. Han blir aldri publisert.',
            en: 'The comment is only for those of us who read the answers. It is never published.',
          },
          comparability: { with: 'same' },
        },
      ],
    },
  ],
  derived: [
    {
      id: 'costBand',
      label: { nb: 'Kostnadsramme i grupper', nn: 'Kostnadsramme i grupper', en: 'Total cost in bands' },
      rule: {
        nb: 'Samlet kostnadsramme delt i fire grupper. Nøyaktig 10 millioner hører til den andre gruppen, nøyaktig 50 og nøyaktig 100 millioner til den tredje.',
        nn: 'Samla kostnadsramme delt i fire grupper. Nøyaktig 10 millionar høyrer til den andre gruppa, nøyaktig 50 og nøyaktig 100 millionar til den tredje.',
        en: 'Total cost in four bands. Exactly 10 million belongs to the second band, exactly 50 and exactly 100 million to the third.',
      },
      askedWith: 'totalCost',
      facet: true,
      options: [
        {
          code: 'under10m',
          label: { nb: 'Under 10 mill. kroner', nn: 'Under 10 mill. kroner', en: 'Under NOK 10 million' },
        },
        { code: 'from10to50m', label: { nb: '10–50 mill. kroner', nn: '10–50 mill. kroner', en: 'NOK 10–50 million' } },
        {
          code: 'from50to100m',
          label: { nb: '50–100 mill. kroner', nn: '50–100 mill. kroner', en: 'NOK 50–100 million' },
        },
        {
          code: 'over100m',
          label: { nb: 'Over 100 mill. kroner', nn: 'Over 100 mill. kroner', en: 'Over NOK 100 million' },
        },
      ],
      cases: [
        { code: 'under10m', when: { question: 'totalCost', below: 10_000_000 } },
        { code: 'from10to50m', when: { question: 'totalCost', below: 50_000_000 } },
        { code: 'over100m', when: { question: 'totalCost', above: 100_000_000 } },
        { code: 'from50to100m', when: { question: 'totalCost', blank: false } },
      ],
      comparability: {
        with: 'note',
        note: {
          nb: 'Beløpsgrensene er de samme som i 2019 og er ikke justert for prisveksten.',
          nn: 'Beløpsgrensene er dei same som i 2019 og er ikkje justerte for prisveksten.',
          en: 'The limits are the same as in 2019 and are not adjusted for inflation.',
        },
      },
    },
    {
      id: 'scope',
      label: { nb: 'Hvem tiltaket involverer', nn: 'Kven tiltaket involverer', en: 'Whom the measure involves' },
      rule: {
        nb: 'De to spørsmålene om andre virksomheter slått sammen. Nei på det første er virksomhetsinternt. Ubesvart når det første er ubesvart, eller når svaret er ja og det andre er ubesvart.',
        nn: 'Dei to spørsmåla om andre verksemder slåtte saman. Nei på det første er verksemdsinternt. Utan svar når det første er utan svar, eller når svaret er ja og det andre er utan svar.',
        en: 'The two questions about other bodies combined. No to the first is internal to the agency. Blank when the first is blank, or when it is yes and the second is blank.',
      },
      askedWith: 'involvesOthers',
      facet: true,
      options: [
        {
          code: 'agencyInternal',
          label: { nb: 'Virksomhetsinternt', nn: 'Verksemdsinternt', en: 'Internal to the agency' },
        },
        ...involved,
        notClarified,
        unknown,
      ],
      cases: [
        { code: 'agencyInternal', when: { question: 'involvesOthers', is: 'no' } },
        { code: 'ownSector', when: { question: 'involvedScope', is: 'ownSector' } },
        { code: 'otherStateSectors', when: { question: 'involvedScope', is: 'otherStateSectors' } },
        { code: 'otherLevels', when: { question: 'involvedScope', is: 'otherLevels' } },
        { code: 'stateSectorsAndOtherLevels', when: { question: 'involvedScope', is: 'stateSectorsAndOtherLevels' } },
        { code: 'other', when: { question: 'involvedScope', is: 'other' } },
        { code: 'notClarified', when: { question: 'involvesOthers', is: 'notClarified' } },
        { code: 'unknown', when: { question: 'involvesOthers', is: 'unknown' } },
      ],
      comparability: { with: 'same' },
    },
    {
      id: 'crossCutting',
      label: { nb: 'Tverrgående tiltak', nn: 'Tverrgåande tiltak', en: 'Cross-cutting measure' },
      rule: {
        nb: 'Ja når tiltaket involverer andre statlige sektorer, andre forvaltningsnivåer eller begge deler. Alle andre tiltak er nei.',
        nn: 'Ja når tiltaket involverer andre statlege sektorar, andre forvaltningsnivå eller begge delar. Alle andre tiltak er nei.',
        en: 'Yes when the measure involves other state sectors, other levels of government or both. Every other measure is no.',
      },
      facet: true,
      options: [yes, no],
      cases: [
        {
          code: 'yes',
          when: { question: 'involvedScope', in: ['otherStateSectors', 'otherLevels', 'stateSectorsAndOtherLevels'] },
        },
      ],
      otherwise: 'no',
      comparability: { with: 'same' },
    },
    {
      id: 'municipal',
      label: {
        nb: 'Involverer kommunal sektor',
        nn: 'Involverer kommunal sektor',
        en: 'Involves the municipal sector',
      },
      rule: {
        nb: 'Ja når tiltaket involverer andre forvaltningsnivåer (kommuner, fylkeskommuner). Alle andre tiltak er nei.',
        nn: 'Ja når tiltaket involverer andre forvaltningsnivå (kommunar, fylkeskommunar). Alle andre tiltak er nei.',
        en: 'Yes when the measure involves other levels of government (municipalities, counties). Every other measure is no.',
      },
      options: [yes, no],
      cases: [{ code: 'yes', when: { question: 'involvedScope', in: ['otherLevels', 'stateSectorsAndOtherLevels'] } }],
      otherwise: 'no',
      comparability: { with: 'same' },
    },
    {
      id: 'fullyFunded',
      label: { nb: 'Fullt finansiert', nn: 'Fullt finansiert', en: 'Fully funded' },
      rule: {
        nb: 'Ja når tiltaket har finansiering. Nei og delvis er slått sammen.',
        nn: 'Ja når tiltaket har finansiering. Nei og delvis er slåtte saman.',
        en: 'Yes when the measure has funding. No and partly are combined.',
      },
      askedWith: 'funding',
      options: [
        yes,
        {
          code: 'lacking',
          label: {
            nb: 'Mangler helt eller delvis finansiering',
            nn: 'Manglar heilt eller delvis finansiering',
            en: 'Lacks all or part of its funding',
          },
        },
      ],
      cases: [
        { code: 'yes', when: { question: 'funding', is: 'yes' } },
        { code: 'lacking', when: { question: 'funding', in: ['no', 'partly'] } },
      ],
      comparability: { with: 'same' },
    },
    {
      id: 'phaseGroup',
      label: { nb: 'Fase, i fire grupper', nn: 'Fase, i fire grupper', en: 'Phase, in four groups' },
      rule: {
        nb: 'Drift og kontinuerlig videreutvikling er regnet som gjennomføring, slik som i tallene for 2019.',
        nn: 'Drift og kontinuerleg vidareutvikling er rekna som gjennomføring, slik som i tala for 2019.',
        en: 'Operation and continuous development count as execution, as in the figures for 2019.',
      },
      askedWith: 'phase',
      options: [idea, concept, planning, execution],
      cases: [
        { code: 'idea', when: { question: 'phase', is: 'idea' } },
        { code: 'concept', when: { question: 'phase', is: 'concept' } },
        { code: 'planning', when: { question: 'phase', is: 'planning' } },
        { code: 'execution', when: { question: 'phase', in: ['execution', 'operation'] } },
      ],
      comparability: { with: 'same' },
    },
  ],
  population: [
    { id: 'skate', label: { nb: 'Medlem av Skate', nn: 'Medlem av Skate', en: 'Member of Skate' }, options: [yes, no] },
  ],
  // Only what is certainly wrong is an error. The rest asks whether it is right.
  rules: [
    {
      id: 'fundedWithoutCost',
      level: 'warning',
      asksFor: 'answer',
      when: {
        all: [
          { question: 'funding', is: 'yes' },
          { question: 'totalCost', blank: true },
          { question: 'totalCostReason', blank: true },
        ],
      },
      questions: ['funding', 'totalCost', 'totalCostReason'],
      text: {
        nb: 'Tiltaket er finansiert, men kostnadsrammen er ikke oppgitt. Gi et anslag, eller si hvorfor beløpet mangler.',
        nn: 'Tiltaket er finansiert, men kostnadsramma er ikkje oppgitt. Gi eit overslag, eller sei kvifor beløpet manglar.',
        en: 'The measure is funded, but its total cost is not given. Give an estimate, or say why the amount is missing.',
      },
    },
    {
      id: 'totalCostWithoutReason',
      level: 'info',
      when: {
        all: [
          { question: 'totalCost', blank: true },
          { question: 'totalCostReason', blank: true },
          { not: { question: 'funding', is: 'yes' } },
        ],
      },
      questions: ['totalCost', 'totalCostReason'],
      text: {
        nb: 'Kostnadsrammen er ikke oppgitt. Si gjerne hvorfor, så blir statistikken bedre.',
        nn: 'Kostnadsramma er ikkje oppgitt. Sei gjerne kvifor, så blir statistikken betre.',
        en: 'The total cost is not given. Please say why, so that the statistics get better.',
      },
    },
    {
      id: 'budgetAboveTotal',
      level: 'warning',
      when: { question: 'budgetThisYear', aboveQuestion: 'totalCost' },
      questions: ['budgetThisYear', 'totalCost'],
      text: {
        nb: 'Årets budsjett er høyere enn den samlede kostnadsrammen. Stemmer det? Kostnadsrammen skal ta med alle årene.',
        nn: 'Budsjettet for året er høgare enn den samla kostnadsramma. Stemmer det? Kostnadsramma skal ta med alle åra.',
        en: 'This year’s budget is higher than the total cost. Is this right? The total should include all years.',
      },
    },
    {
      id: 'executionWithoutFunding',
      level: 'warning',
      when: {
        all: [
          { question: 'phase', is: 'execution' },
          { question: 'funding', is: 'no' },
        ],
      },
      questions: ['phase', 'funding'],
      text: {
        nb: 'Tiltaket er under gjennomføring, men har ikke finansiering. Stemmer det? Er noe av kostnaden dekket, velger dere «Delvis».',
        nn: 'Tiltaket er under gjennomføring, men har ikkje finansiering. Stemmer det? Er noko av kostnaden dekt, vel de «Delvis».',
        en: 'The measure is being carried out, but has no funding. Is this right? If some of the cost is covered, choose “Partly”.',
      },
    },
    {
      id: 'municipalWithoutKs',
      level: 'warning',
      asksFor: 'answer',
      when: {
        all: [
          { question: 'involvedScope', in: ['otherLevels', 'stateSectorsAndOtherLevels'] },
          { question: 'discussedWithKs', blank: true },
        ],
      },
      questions: ['discussedWithKs'],
      text: {
        nb: 'Tiltaket involverer kommunesektoren. Svar på om det er drøftet med KS.',
        nn: 'Tiltaket involverer kommunesektoren. Svar på om det er drøfta med KS.',
        en: 'The measure involves the municipal sector. Please say whether it has been discussed with KS.',
      },
    },
    {
      id: 'totalCostLow',
      level: 'warning',
      when: {
        all: [
          { question: 'totalCost', above: 0 },
          { question: 'totalCost', below: 10_000 },
        ],
      },
      questions: ['totalCost'],
      text: {
        nb: 'Kostnadsrammen er under 10\u00a0000 kroner. Stemmer det? Kanskje mangler det nuller, eller «mill.».',
        nn: 'Kostnadsramma er under 10\u00a0000 kroner. Stemmer det? Kanskje manglar det nullar, eller «mill.».',
        en: 'The total cost is less than 10,000 kroner. Is this right? Perhaps zeros are missing, or “million”.',
      },
    },
    {
      id: 'totalCostHigh',
      level: 'warning',
      when: { question: 'totalCost', above: 10_000_000_000 },
      questions: ['totalCost'],
      text: {
        nb: 'Kostnadsrammen er over 10 milliarder kroner. Stemmer det? Kanskje er det for mange nuller.',
        nn: 'Kostnadsramma er over 10 milliardar kroner. Stemmer det? Kanskje er det for mange nullar.',
        en: 'The total cost is more than 10 billion kroner. Is this right? Perhaps there are too many zeros.',
      },
    },
    {
      id: 'budgetLow',
      level: 'warning',
      when: {
        all: [
          { question: 'budgetThisYear', above: 0 },
          { question: 'budgetThisYear', below: 10_000 },
        ],
      },
      questions: ['budgetThisYear'],
      text: {
        nb: 'Årets budsjett er under 10\u00a0000 kroner. Stemmer det? Kanskje mangler det nuller, eller «mill.».',
        nn: 'Budsjettet for året er under 10\u00a0000 kroner. Stemmer det? Kanskje manglar det nullar, eller «mill.».',
        en: 'This year’s budget is less than 10,000 kroner. Is this right? Perhaps zeros are missing, or “million”.',
      },
    },
    {
      id: 'budgetHigh',
      level: 'warning',
      when: { question: 'budgetThisYear', above: 10_000_000_000 },
      questions: ['budgetThisYear'],
      text: {
        nb: 'Årets budsjett er over 10 milliarder kroner. Stemmer det? Kanskje er det for mange nuller.',
        nn: 'Budsjettet for året er over 10 milliardar kroner. Stemmer det? Kanskje er det for mange nullar.',
        en: 'This year’s budget is more than 10 billion kroner. Is this right? Perhaps there are too many zeros.',
      },
    },
    {
      id: 'totalCostChanged',
      level: 'warning',
      when: { question: 'totalCost', changedTimes: 10 },
      questions: ['totalCost'],
      text: {
        nb: 'Kostnadsrammen er mer enn ti ganger større eller mindre enn sist dere svarte. Stemmer det?',
        nn: 'Kostnadsramma er meir enn ti gonger større eller mindre enn sist de svarte. Stemmer det?',
        en: 'The total cost is more than ten times larger or smaller than when you last answered. Is this right?',
      },
    },
    {
      id: 'exemptionEnded',
      level: 'warning',
      when: { question: 'exemptionExpires', before: '2026-01-01' },
      questions: ['exemptionExpires'],
      text: {
        nb: 'Etter denne datoen har unntaket alt falt bort. Stemmer det? Da kan tiltaket publiseres.',
        nn: 'Etter denne datoen har unntaket alt falle bort. Stemmer det? Då kan tiltaket publiserast.',
        en: 'By this date the exemption has already ended. Is this right? Then the measure can be published.',
      },
    },
    {
      id: 'endBeforeStart',
      level: 'error',
      when: { question: 'startDate', aboveQuestion: 'endDate' },
      questions: ['endDate', 'startDate'],
      text: {
        nb: 'Tiltaket kan ikke være ferdig før det starter. Rett en av datoene.',
        nn: 'Tiltaket kan ikkje vere ferdig før det startar. Rett ein av datoane.',
        en: 'The measure cannot be finished before it starts. Correct one of the dates.',
      },
    },
  ],
});

/**
 * The survey of 2019 as plain data: the 22 questions of Difi-notat 2019:10, annex 1, in their order and shape.
 *
 * Published and frozen: see frozen.json. Next year's survey is a copy of the newest edition file, not of this one:
 * 1. copy it to `<year>.ts`, change id, year, title, source and `previous`;
 * 2. change what the new year asks; an id or a code that is gone is never used again for something else;
 * 3. say for every question how its answers compare with the year before (`comparability`);
 * 4. add one line to index.ts, run `npm run samblikk -- questionnaire check`, and read the difference between the files.
 */
import { defineEdition, type Option } from '../definition.ts';
import { legalBases } from './lists/legal-bases.ts';

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

/** Which others are involved: the answers to question 12, and most of the derived scope. */
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

export const edition2019 = defineEdition({
  id: '2019',
  year: 2019,
  title: {
    nb: 'Digitaliseringstiltak i staten 2019',
    nn: 'Digitaliseringstiltak i staten 2019',
    en: 'Digitalisation measures in central government 2019',
  },
  source: {
    nb: 'Difi-notat 2019:10, vedlegg 1. Svaralternativene har de publiserte navnene. Spørsmål og hjelpetekster er skrevet på nytt i klarspråk.',
    nn: 'Difi-notat 2019:10, vedlegg 1. Svaralternativa følgjer dei publiserte namna. Spørsmål og hjelpetekstar er skrivne på nytt i klarspråk.',
    en: 'Difi memo 2019:10, annex 1. The answer categories follow their published names. Questions and help texts are rewritten in plain language.',
  },
  roles: { title: 'name', summary: 'deliverable', agency: 'agency', ministry: 'ministry', cost: 'totalCost' },
  highlights: [['totalCost'], ['phase'], ['funding'], ['involvedScope', 'involvesOthers']],
  // The form asked "in whole or in part" and offered only yes and no, so `no` withholds the whole measure.
  publication: { question: 'publishable', whole: ['yes'], inPart: [] },
  sections: [
    {
      id: 'background',
      title: { nb: 'Om tiltaket', nn: 'Om tiltaket', en: 'About the measure' },
      questions: [
        {
          id: 'agency',
          number: '1',
          kind: 'agency',
          known: true,
          label: { nb: 'Virksomhet', nn: 'Verksemd', en: 'Agency' },
          help: {
            nb: 'Virksomheten som eier tiltaket og har ansvar for det.',
            nn: 'Verksemda som eig tiltaket og har ansvar for det.',
            en: 'The agency that owns the measure and is responsible for it.',
          },
        },
        {
          id: 'ministry',
          number: '2',
          kind: 'ministry',
          known: true,
          label: { nb: 'Departement', nn: 'Departement', en: 'Ministry' },
          help: {
            nb: 'Departementet som virksomheten rapporterer til.',
            nn: 'Departementet som verksemda rapporterer til.',
            en: 'The ministry the agency reports to.',
          },
        },
        {
          id: 'name',
          number: '3',
          kind: 'text',
          maxLength: 200,
          required: true,
          search: 'A',
          label: { nb: 'Navn på tiltaket', nn: 'Namn på tiltaket', en: 'Name of the measure' },
          help: {
            nb: 'Bruk et kort navn som folk utenfor virksomheten forstår. Skriv forkortelser helt ut.',
            nn: 'Bruk eit kort namn som folk utanfor verksemda forstår. Skriv forkortingar heilt ut.',
            en: 'Use a short name that people outside your agency understand. Spell out abbreviations.',
          },
        },
        {
          id: 'contactEmail',
          number: '4',
          kind: 'email',
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
        },
        {
          id: 'publishable',
          number: '5',
          kind: 'single',
          name: { nb: 'Publisering', nn: 'Publisering', en: 'Publication' },
          required: true,
          label: {
            nb: 'Kan alle opplysningene om tiltaket publiseres?',
            nn: 'Kan alle opplysningane om tiltaket publiserast?',
            en: 'Can all the information about the measure be published?',
          },
          help: {
            nb: 'Svarer dere nei, blir hele tiltaket holdt utenfor den offentlige oversikten. Det telles likevel med i statistikken.',
            nn: 'Svarer de nei, blir heile tiltaket halde utanfor den offentlege oversikta. Det blir likevel talt med i statistikken.',
            en: 'If you answer no, the whole measure is left out of the public register. It still counts in the statistics.',
          },
          options: [yes, no],
        },
        {
          id: 'exemptionBasis',
          number: '6',
          kind: 'legalBasis',
          name: { nb: 'Unntakshjemmel', nn: 'Unntaksheimel', en: 'Legal basis for exemption' },
          required: true,
          showIf: { question: 'publishable', is: 'no' },
          label: {
            nb: 'Hjemmel for å unnta tiltaket fra offentlighet',
            nn: 'Heimel for å halde tiltaket unna offentlegheita',
            en: 'Legal basis for withholding the measure from the public',
          },
          help: {
            nb: 'Velg en bestemmelse i offentleglova, eller skriv hvilken annen lov og paragraf det gjelder.',
            nn: 'Vel ei føresegn i offentleglova, eller skriv kva anna lov og paragraf det gjeld.',
            en: 'Choose a section of the Freedom of Information Act, or write which other act and section applies.',
          },
          options: legalBases,
        },
      ],
    },
    {
      id: 'costs',
      title: { nb: 'Kostnader', nn: 'Kostnader', en: 'Costs' },
      intro: {
        nb: 'Oppgi beløp i hele kroner. Et anslag er nok.',
        nn: 'Oppgi beløp i heile kroner. Eit overslag er nok.',
        en: 'Give amounts in whole kroner. An estimate is enough.',
      },
      questions: [
        {
          id: 'funding',
          number: '7',
          kind: 'single',
          name: { nb: 'Finansiering', nn: 'Finansiering', en: 'Funding' },
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
        },
        {
          id: 'totalCost',
          number: '8',
          kind: 'amount',
          name: { nb: 'Kostnadsramme', nn: 'Kostnadsramme', en: 'Total cost' },
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
        },
        {
          id: 'budgetThisYear',
          number: '9',
          kind: 'amount',
          name: { nb: 'Årets budsjett', nn: 'Budsjett i år', en: 'Budget this year' },
          label: {
            nb: 'Avsatt budsjett i virksomheten i 2019',
            nn: 'Avsett budsjett i verksemda i 2019',
            en: 'The agency’s budget for the measure in 2019',
          },
          help: {
            nb: 'Den delen av kostnadsrammen som er satt av i budsjettåret 2019.',
            nn: 'Den delen av kostnadsramma som er sett av i budsjettåret 2019.',
            en: 'The part of the total cost that is set aside in the budget year 2019.',
          },
        },
      ],
    },
    {
      id: 'organisation',
      title: { nb: 'Organisering', nn: 'Organisering', en: 'Organisation' },
      questions: [
        {
          id: 'phase',
          number: '10',
          kind: 'single',
          name: { nb: 'Fase', nn: 'Fase', en: 'Phase' },
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
              help: {
                nb: 'Løsningen er i bruk, og dere forbedrer den fortløpende.',
                nn: 'Løysinga er i bruk, og de forbetrar henne fortløpande.',
                en: 'The solution is in use and you keep improving it.',
              },
            },
          ],
        },
        {
          id: 'involvesOthers',
          number: '11',
          kind: 'single',
          name: { nb: 'Involverer andre', nn: 'Involverer andre', en: 'Involves others' },
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
        },
        {
          id: 'involvedScope',
          number: '12',
          kind: 'single',
          name: { nb: 'Hvem som er involvert', nn: 'Kven som er involvert', en: 'Who is involved' },
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
        },
        {
          id: 'discussedWithKs',
          number: '13',
          kind: 'single',
          name: { nb: 'Drøftet med KS', nn: 'Drøfta med KS', en: 'Discussed with KS' },
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
        },
      ],
    },
    {
      id: 'purpose',
      title: { nb: 'Formål og gevinster', nn: 'Formål og gevinstar', en: 'Purpose and benefits' },
      questions: [
        {
          id: 'deliverable',
          number: '14',
          kind: 'longText',
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
        },
        {
          id: 'tags',
          number: '15',
          kind: 'tags',
          name: { nb: 'Stikkord', nn: 'Stikkord', en: 'Keywords' },
          atMost: 10,
          search: 'B',
          facet: true,
          label: { nb: 'Søkeord', nn: 'Søkjeord', en: 'Search words' },
          help: {
            nb: 'Foreslå noen ord som gjør tiltaket lett å finne i den offentlige oversikten.',
            nn: 'Føreslå nokre ord som gjer tiltaket lett å finne i den offentlege oversikta.',
            en: 'Suggest some words that make the measure easy to find in the public register.',
          },
        },
        {
          id: 'effects',
          number: '16',
          kind: 'multiple',
          name: { nb: 'Effekter', nn: 'Effektar', en: 'Effects' },
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
        },
        {
          id: 'effectsOther',
          number: '16b',
          kind: 'text',
          maxLength: 500,
          showIf: { question: 'effects', includes: 'other' },
          label: { nb: 'Hvilke andre effekter?', nn: 'Kva andre effektar?', en: 'Which other effects?' },
        },
        {
          id: 'beneficiaries',
          number: '17',
          kind: 'multiple',
          name: { nb: 'Hvem som får nytte', nn: 'Kven som får nytte', en: 'Who benefits' },
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
        },
        {
          id: 'beneficiariesOther',
          number: '17b',
          kind: 'text',
          maxLength: 500,
          showIf: { question: 'beneficiaries', includes: 'other' },
          label: { nb: 'Hvilke andre brukere?', nn: 'Kva andre brukarar?', en: 'Which other users?' },
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
          number: '18',
          kind: 'single',
          name: { nb: 'Utvikler felles løsning', nn: 'Utviklar felles løysing', en: 'Develops a shared solution' },
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
        },
        {
          id: 'reusesShared',
          number: '19',
          kind: 'single',
          name: { nb: 'Gjenbruker løsning', nn: 'Gjenbruker løysing', en: 'Reuses a solution' },
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
        },
        {
          id: 'technologies',
          number: '20',
          kind: 'multiple',
          name: { nb: 'Teknologi', nn: 'Teknologi', en: 'Technology' },
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
        },
        {
          id: 'technologiesOther',
          number: '20b',
          kind: 'text',
          maxLength: 500,
          showIf: { question: 'technologies', includes: 'other' },
          label: { nb: 'Hvilke andre teknologier?', nn: 'Kva andre teknologiar?', en: 'Which other technologies?' },
        },
        {
          id: 'innovation',
          number: '21',
          kind: 'single',
          name: { nb: 'Grad av innovasjon', nn: 'Grad av innovasjon', en: 'Degree of innovation' },
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
        },
      ],
    },
    {
      id: 'comments',
      title: { nb: 'Kommentarer', nn: 'Kommentarar', en: 'Comments' },
      questions: [
        {
          id: 'comments',
          number: '22',
          kind: 'longText',
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
    },
    {
      id: 'scope',
      label: { nb: 'Hvem tiltaket involverer', nn: 'Kven tiltaket involverer', en: 'Whom the measure involves' },
      rule: {
        nb: 'Spørsmål 11 og 12 slått sammen. Nei på spørsmål 11 er virksomhetsinternt. Ubesvart når spørsmål 11 er ubesvart, eller når svaret er ja og spørsmål 12 er ubesvart.',
        nn: 'Spørsmål 11 og 12 slåtte saman. Nei på spørsmål 11 er verksemdsinternt. Utan svar når spørsmål 11 er utan svar, eller når svaret er ja og spørsmål 12 er utan svar.',
        en: 'Questions 11 and 12 combined. No to question 11 is internal to the agency. Blank when question 11 is blank, or when it is yes and question 12 is blank.',
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
    },
  ],
  population: [
    { id: 'skate', label: { nb: 'Medlem av Skate', nn: 'Medlem av Skate', en: 'Member of Skate' }, options: [yes, no] },
  ],
  // None of these is an error: the form of 2019 accepted all of them, and its answers are kept as they were given.
  rules: [
    {
      id: 'fundedWithoutCost',
      level: 'warning',
      when: {
        all: [
          { question: 'funding', is: 'yes' },
          { question: 'totalCost', blank: true },
        ],
      },
      questions: ['funding', 'totalCost'],
      text: {
        nb: 'Tiltaket er finansiert, men kostnadsrammen er ikke oppgitt. Kan dere gi et anslag?',
        nn: 'Tiltaket er finansiert, men kostnadsramma er ikkje oppgitt. Kan de gi eit overslag?',
        en: 'The measure is funded, but its total cost is not given. Can you give an estimate?',
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
      id: 'totalCostUnlikely',
      level: 'warning',
      when: {
        any: [
          {
            all: [
              { question: 'totalCost', above: 0 },
              { question: 'totalCost', below: 10_000 },
            ],
          },
          { question: 'totalCost', above: 10_000_000_000 },
        ],
      },
      questions: ['totalCost'],
      text: {
        nb: 'Kostnadsrammen er uvanlig lav eller høy. Stemmer det? Beløpet skal være i hele kroner, ikke i tusen eller millioner.',
        nn: 'Kostnadsramma er uvanleg låg eller høg. Stemmer det? Beløpet skal vere i heile kroner, ikkje i tusen eller millionar.',
        en: 'The total cost is unusually low or high. Is this right? Give the amount in whole kroner, not in thousands or millions.',
      },
    },
    {
      id: 'budgetUnlikely',
      level: 'warning',
      when: {
        any: [
          {
            all: [
              { question: 'budgetThisYear', above: 0 },
              { question: 'budgetThisYear', below: 10_000 },
            ],
          },
          { question: 'budgetThisYear', above: 10_000_000_000 },
        ],
      },
      questions: ['budgetThisYear'],
      text: {
        nb: 'Årets budsjett er uvanlig lavt eller høyt. Stemmer det? Beløpet skal være i hele kroner, ikke i tusen eller millioner.',
        nn: 'Budsjettet for året er uvanleg lågt eller høgt. Stemmer det? Beløpet skal vere i heile kroner, ikkje i tusen eller millionar.',
        en: 'This year’s budget is unusually low or high. Is this right? Give the amount in whole kroner, not in thousands or millions.',
      },
    },
    {
      id: 'totalCostChanged',
      level: 'warning',
      when: { question: 'totalCost', changedTimes: 10 },
      questions: ['totalCost'],
      text: {
        nb: 'Kostnadsrammen er mer enn ti ganger større eller mindre enn i fjor. Stemmer det?',
        nn: 'Kostnadsramma er meir enn ti gonger større eller mindre enn i fjor. Stemmer det?',
        en: 'The total cost is more than ten times larger or smaller than last year. Is this right?',
      },
    },
  ],
});

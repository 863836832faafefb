import type { Option } from '../../definition.ts';

/**
 * Numbered measures of the national digitalisation strategy «Fremtidens digitale Norge 2024–2030». Numbers from
 * `data/digitaliseringsstrategi-tiltak.json`, which is a selection; the wording is shortened, nynorsk and English are ours.
 * A code is the letter m and the strategy's number. Published editions share this list: add to it, but never change a code.
 */
export const strategyMeasures = [
  {
    code: 'm6',
    label: {
      nb: '6: Veiledning om regelverk for digitalisering, KI og datadeling',
      nn: '6: Rettleiing om regelverk for digitalisering, KI og datadeling',
      en: '6: Guidance on regulation for digitalisation, AI and data sharing',
    },
  },
  {
    code: 'm11a',
    label: {
      nb: '11a: Sammenhengende tjenester, i samarbeid med KS',
      nn: '11a: Samanhengande tenester, i samarbeid med KS',
      en: '11a: Coherent services, together with KS',
    },
  },
  {
    code: 'm11g',
    label: {
      nb: '11g: Livshendelsen dødsfall og arv',
      nn: '11g: Livshendinga dødsfall og arv',
      en: '11g: The life event death and inheritance',
    },
  },
  {
    code: 'm12',
    label: {
      nb: '12: Felles digital inngang til informasjon og offentlige tjenester',
      nn: '12: Felles digital inngang til informasjon og offentlege tenester',
      en: '12: A common digital entrance to information and public services',
    },
  },
  {
    code: 'm13',
    label: {
      nb: '13: Arena for å prøve ut sammenhengende tjenester',
      nn: '13: Arena for å prøve ut samanhengande tenester',
      en: '13: A testing arena for coherent services',
    },
  },
  {
    code: 'm15',
    label: {
      nb: '15: Virkemidler for digitalisering og innovasjon i offentlig sektor',
      nn: '15: Verkemiddel for digitalisering og innovasjon i offentleg sektor',
      en: '15: Support schemes for digitalisation and innovation in the public sector',
    },
  },
  {
    code: 'm24',
    label: {
      nb: '24: Flere og mer ulike føringsveier for digital infrastruktur',
      nn: '24: Fleire og meir ulike føringsvegar for digital infrastruktur',
      en: '24: More and more varied routes for digital infrastructure',
    },
  },
  {
    code: 'm25',
    label: {
      nb: '25: Sikrere digital grunnmur i sårbare kommuner og regioner',
      nn: '25: Sikrare digital grunnmur i sårbare kommunar og regionar',
      en: '25: Safer digital infrastructure in vulnerable municipalities and regions',
    },
  },
  {
    code: 'm35',
    label: {
      nb: '35: Internet Governance Forum 2025',
      nn: '35: Internet Governance Forum 2025',
      en: '35: Internet Governance Forum 2025',
    },
  },
  {
    code: 'm36',
    label: {
      nb: '36: Nasjonal koordinator for forordningen om digitale tjenester (DSA)',
      nn: '36: Nasjonal koordinator for forordninga om digitale tenester (DSA)',
      en: '36: National coordinator for the Digital Services Act (DSA)',
    },
  },
  {
    code: 'm37',
    label: {
      nb: '37: Tiltak mot digital svindel',
      nn: '37: Tiltak mot digital svindel',
      en: '37: Preventing digital fraud',
    },
  },
  {
    code: 'm41',
    label: {
      nb: '41: Nasjonal arkitektur for et felles digitalt økosystem, i samarbeid med KS',
      nn: '41: Nasjonal arkitektur for eit felles digitalt økosystem, i samarbeid med KS',
      en: '41: National architecture for a common digital ecosystem, together with KS',
    },
  },
  {
    code: 'm42',
    label: {
      nb: '42: Digital lommebok med eID på høyt nivå',
      nn: '42: Digital lommebok med eID på høgt nivå',
      en: '42: Digital wallet with eID at a high level',
    },
  },
  {
    code: 'm43',
    label: {
      nb: '43: Digital representasjon, også for vergemål',
      nn: '43: Digital representasjon, også for verjemål',
      en: '43: Digital representation, including guardianship',
    },
  },
  {
    code: 'm51',
    label: {
      nb: '51: Samordnet råd og veiledning om digital sikkerhet',
      nn: '51: Samordna råd og rettleiing om digital tryggleik',
      en: '51: Coordinated advice and guidance on digital security',
    },
  },
  {
    code: 'm60',
    label: {
      nb: '60: Veiledning om og håndheving av personvernregelverket',
      nn: '60: Rettleiing om og handheving av personvernregelverket',
      en: '60: Guidance on and enforcement of data protection rules',
    },
  },
  {
    code: 'm62',
    label: {
      nb: '62: Utvikling og bruk av personvernvennlig teknologi',
      nn: '62: Utvikling og bruk av personvernvenleg teknologi',
      en: '62: Development and use of privacy-friendly technology',
    },
  },
  {
    code: 'm74',
    label: {
      nb: '74: Veiledning om deling og bruk av data, og orden i eget hus',
      nn: '74: Rettleiing om deling og bruk av data, og orden i eige hus',
      en: '74: Guidance on sharing and using data, and on keeping your own data in order',
    },
  },
  {
    code: 'm75',
    label: {
      nb: '75: Tilgang til viktige nasjonale datasett',
      nn: '75: Tilgang til viktige nasjonale datasett',
      en: '75: Access to important national datasets',
    },
  },
  {
    code: 'm76',
    label: {
      nb: '76: Standarder og formater for datautveksling på tvers av sektorer',
      nn: '76: Standardar og format for datautveksling på tvers av sektorar',
      en: '76: Standards and formats for data exchange across sectors',
    },
  },
  {
    code: 'm84',
    label: {
      nb: '84: Endringer i sektorregelverk som følge av KI',
      nn: '84: Endringar i sektorregelverk som følgje av KI',
      en: '84: Changes in sector regulation because of AI',
    },
  },
  {
    code: 'm87',
    label: {
      nb: '87: Veiledning om ansvarlig KI, blant annet regulatoriske sandkasser',
      nn: '87: Rettleiing om ansvarleg KI, mellom anna regulatoriske sandkasser',
      en: '87: Guidance on responsible AI, including regulatory sandboxes',
    },
  },
  {
    code: 'm88',
    label: {
      nb: '88: Ansvarlig utvikling og bruk av KI i offentlig sektor',
      nn: '88: Ansvarleg utvikling og bruk av KI i offentleg sektor',
      en: '88: Responsible development and use of AI in the public sector',
    },
  },
  {
    code: 'm92',
    label: { nb: '92: Forskningssentre for KI', nn: '92: Forskingssenter for KI', en: '92: Research centres for AI' },
  },
  {
    code: 'm98',
    label: {
      nb: '98: Strategi for grønn og digital omstilling',
      nn: '98: Strategi for grøn og digital omstilling',
      en: '98: Strategy for the green and digital transition',
    },
  },
  {
    code: 'm102',
    label: {
      nb: '102: Låne- og tilskuddsordninger som avlaster risiko ved digital innovasjon',
      nn: '102: Låne- og tilskotsordningar som avlastar risiko ved digital innovasjon',
      en: '102: Loan and grant schemes that share the risk of digital innovation',
    },
  },
  {
    code: 'm113',
    label: {
      nb: '113: Ny teknologi for medvirkning og bedre beslutningsgrunnlag',
      nn: '113: Ny teknologi for medverknad og betre avgjerdsgrunnlag',
      en: '113: New technology for participation and better decisions',
    },
  },
  {
    code: 'm114',
    label: {
      nb: '114: Handlingsplanen for økt inkludering i et digitalt samfunn',
      nn: '114: Handlingsplanen for auka inkludering i eit digitalt samfunn',
      en: '114: The action plan for more inclusion in a digital society',
    },
  },
  {
    code: 'm115',
    label: {
      nb: '115: Digital kompetanse hos seniorer',
      nn: '115: Digital kompetanse hos seniorar',
      en: '115: Digital skills among seniors',
    },
  },
  {
    code: 'm116',
    label: {
      nb: '116: Brukskvalitet, klarspråk og universell utforming i digitale tjenester',
      nn: '116: Brukskvalitet, klarspråk og universell utforming i digitale tenester',
      en: '116: Usability, plain language and universal design in digital services',
    },
  },
  {
    code: 'm118',
    label: {
      nb: '118: Økt brukerinvolvering i utviklingen av digitale tjenester',
      nn: '118: Auka brukarinvolvering i utviklinga av digitale tenester',
      en: '118: More user involvement in developing digital services',
    },
  },
  {
    code: 'm122',
    label: {
      nb: '122: Oppfølging av skjermbruksutvalget',
      nn: '122: Oppfølging av skjermbruksutvalet',
      en: '122: Follow-up of the committee on screen use',
    },
  },
] as const satisfies readonly Option[];

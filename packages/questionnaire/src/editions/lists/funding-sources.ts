import type { Option } from '../../definition.ts';

/**
 * Where the money for a measure comes from. Codes are those of a financing plan (`@samblikk/financing`; a test holds them
 * together). The sources are those that DFØ-rapport 2025:7, chapter 2, and the financing schemes name; words and help are ours.
 * Published editions share this list: add to it, but never change a code.
 */
export const fundingSources = [
  {
    code: 'ownBudget',
    label: { nb: 'Eget budsjett', nn: 'Eige budsjett', en: 'Own budget' },
    help: {
      nb: 'Penger virksomheten prioriterer innenfor rammen den alt har.',
      nn: 'Pengar verksemda prioriterer innanfor ramma ho alt har.',
      en: 'Money the agency sets aside within the appropriation it already has.',
    },
  },
  {
    code: 'jointProposal',
    label: { nb: 'Felles satsingsforslag', nn: 'Felles satsingsforslag', en: 'Joint budget proposal' },
    help: {
      nb: 'Flere virksomheter eller departementer fremmet forslaget sammen.',
      nn: 'Fleire verksemder eller departement fremja forslaget saman.',
      en: 'Several agencies or ministries made the proposal together.',
    },
  },
  {
    code: 'separateProposal',
    label: { nb: 'Eget satsingsforslag', nn: 'Eige satsingsforslag', en: 'Separate budget proposal' },
  },
  {
    code: 'revisedBudget',
    label: {
      nb: 'Bevilgning i revidert budsjett',
      nn: 'Løyving i revidert budsjett',
      en: 'Appropriation in the revised budget',
    },
  },
  {
    code: 'medfinansiering',
    label: { nb: 'Medfinansieringsordningen', nn: 'Medfinansieringsordninga', en: 'The co-financing scheme' },
    help: {
      nb: 'Digdirs ordning for lønnsomme digitaliseringsprosjekter.',
      nn: 'Ordninga Digdir har for lønsame digitaliseringsprosjekt.',
      en: 'Digdir’s scheme for digitalisation projects that pay off.',
    },
  },
  { code: 'stimulab', label: { nb: 'Stimulab', nn: 'Stimulab', en: 'Stimulab' } },
  { code: 'digifin', label: { nb: 'DigiFin', nn: 'DigiFin', en: 'DigiFin' } },
  {
    code: 'researchCouncil',
    label: { nb: 'Forskningsrådet', nn: 'Forskingsrådet', en: 'The Research Council' },
  },
  {
    code: 'discretionaryGrant',
    label: {
      nb: 'Statsforvalterens prosjektskjønnsmidler',
      nn: 'Prosjektskjønsmidlane til Statsforvaltaren',
      en: 'Discretionary grants of the County Governor',
    },
  },
  { code: 'eu', label: { nb: 'EU', nn: 'EU', en: 'The EU' } },
  {
    code: 'grantFromActor',
    label: {
      nb: 'Tilskudd fra en annen virksomhet',
      nn: 'Tilskot frå ei anna verksemd',
      en: 'Grant from another body',
    },
  },
  {
    code: 'chargingAuthority',
    label: { nb: 'Belastningsfullmakt', nn: 'Belastningsfullmakt', en: 'Authority to charge another budget' },
  },
  {
    code: 'fees',
    label: { nb: 'Gebyr eller brukerbetaling', nn: 'Gebyr eller brukarbetaling', en: 'Fees or payment by users' },
  },
  { code: 'private', label: { nb: 'Private midler', nn: 'Private midlar', en: 'Private money' } },
] as const satisfies readonly Option[];

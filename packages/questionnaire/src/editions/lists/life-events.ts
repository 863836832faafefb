import type { Option } from '../../definition.ts';

/**
 * The seven life events that the state builds coherent services around. Codes and bokmål names from
 * `data/life-events.json` (digdir.no/…/1170); nynorsk and English are ours.
 * Published editions share this list: add to it, but never change a code.
 */
export const lifeEvents = [
  { code: 'FA_BARN', label: { nb: 'Få barn', nn: 'Få barn', en: 'Having a child' } },
  {
    code: 'ALVORLIG_SYKT_BARN',
    label: { nb: 'Alvorlig sykt barn', nn: 'Alvorleg sjukt barn', en: 'Seriously ill child' },
  },
  {
    code: 'MISTE_OG_FINNE_JOBB',
    label: { nb: 'Miste og finne jobb', nn: 'Miste og finne jobb', en: 'Losing and finding a job' },
  },
  { code: 'NY_I_NORGE', label: { nb: 'Ny i Norge', nn: 'Ny i Noreg', en: 'New in Norway' } },
  {
    code: 'STARTE_OG_DRIVE_BEDRIFT',
    label: {
      nb: 'Starte og drive en bedrift',
      nn: 'Starte og drive ei bedrift',
      en: 'Starting and running a business',
    },
  },
  {
    code: 'DODSFALL_OG_ARV',
    label: { nb: 'Dødsfall og arv', nn: 'Dødsfall og arv', en: 'Death and inheritance' },
  },
  {
    code: 'STARTE_OG_DRIVE_FRIVILLIG_ORGANISASJON',
    label: {
      nb: 'Starte og drive en frivillig organisasjon',
      nn: 'Starte og drive ein frivillig organisasjon',
      en: 'Starting and running a voluntary organisation',
    },
  },
] as const satisfies readonly Option[];

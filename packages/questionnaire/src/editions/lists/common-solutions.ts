import type { Option } from '../../definition.ts';

/**
 * Common solutions that many bodies use: our own selection. What each is, who owns it and where that is from: `data/common-solutions.json`, which
 * a test holds against this. Published editions share this list: add to it, but never change a code.
 */
export const commonSolutions = [
  { code: 'idporten', label: { nb: 'ID-porten', nn: 'ID-porten', en: 'ID-porten' } },
  { code: 'ansattporten', label: { nb: 'Ansattporten', nn: 'Ansattporten', en: 'Ansattporten' } },
  { code: 'maskinporten', label: { nb: 'Maskinporten', nn: 'Maskinporten', en: 'Maskinporten' } },
  { code: 'altinn', label: { nb: 'Altinn', nn: 'Altinn', en: 'Altinn' } },
  {
    code: 'digitalpost',
    label: {
      nb: 'Digital postkasse til innbyggere',
      nn: 'Digital postkasse til innbyggjarar',
      en: 'Digital mailbox for citizens',
    },
  },
  {
    code: 'kontaktregisteret',
    label: {
      nb: 'Kontakt- og reservasjonsregisteret',
      nn: 'Kontakt- og reservasjonsregisteret',
      en: 'Contact and Reservation Register',
    },
  },
  { code: 'esignering', label: { nb: 'eSignering', nn: 'eSignering', en: 'eSignering (electronic signing)' } },
  { code: 'eformidling', label: { nb: 'eFormidling', nn: 'eFormidling', en: 'eFormidling' } },
  { code: 'einnsyn', label: { nb: 'eInnsyn', nn: 'eInnsyn', en: 'eInnsyn' } },
  {
    code: 'datakatalog',
    label: {
      nb: 'Felles datakatalog (data.norge.no)',
      nn: 'Felles datakatalog (data.norge.no)',
      en: 'National data catalogue (data.norge.no)',
    },
  },
  {
    code: 'folkeregisteret',
    label: { nb: 'Folkeregisteret', nn: 'Folkeregisteret', en: 'National Population Register' },
  },
  {
    code: 'enhetsregisteret',
    label: { nb: 'Enhetsregisteret', nn: 'Einingsregisteret', en: 'Central Coordinating Register for Legal Entities' },
  },
  { code: 'matrikkelen', label: { nb: 'Matrikkelen', nn: 'Matrikkelen', en: 'The cadastre (Matrikkelen)' } },
  { code: 'grunnboken', label: { nb: 'Grunnboken', nn: 'Grunnboka', en: 'The land register (Grunnboken)' } },
  {
    code: 'aordningen',
    label: { nb: 'A-ordningen', nn: 'A-ordninga', en: 'A-ordningen (reporting of pay and employment)' },
  },
  { code: 'fiks', label: { nb: 'KS Fiks', nn: 'KS Fiks', en: 'KS Fiks' } },
  { code: 'helsenorge', label: { nb: 'Helsenorge', nn: 'Helsenorge', en: 'Helsenorge' } },
] as const satisfies readonly Option[];

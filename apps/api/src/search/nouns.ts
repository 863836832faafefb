/** Nouns that are not their verb with `-ing`, by the infinitive. */
const others: Readonly<Record<string, readonly string[]>> = {
  ansette: ['ansettelse'],
  avgjøre: ['avgjørelse'],
  beslutte: ['beslutning'],
  forske: ['forskning'],
  ettersyne: ['ettersyn'],
  inspisere: ['inspeksjon'],
  klage: ['klage'],
  kommunisere: ['kommunikasjon'],
  kontrollere: ['kontroll'],
  oppdage: ['oppdagelse'],
  produsere: ['produksjon'],
  redusere: ['reduksjon'],
  støtte: ['støtte'],
  søke: ['søknad'],
  tillate: ['tillatelse'],
  undersøke: ['undersøkelse'],
  varsle: ['varsel', 'varsling'],
};

/**
 * What doing something is called: names of measures are nouns, people ask with verbs. Bokmål and nynorsk (`registrera`).
 *
 * @returns words that may not be words: `-ing` and `-ning` are both tried, and `-asjon` for `-ere`
 * @example
 * nounsOf('tinglyse') // → ['tinglysing', 'tinglysning']
 */
export function nounsOf(word: string): readonly string[] {
  if (!/^\p{L}{3,}[ea]$/u.test(word)) return [];
  const stem = word.slice(0, -1);
  const listed = others[`${stem}e`];
  if (listed) return listed;
  return [`${stem}ing`, `${stem}ning`, ...(stem.endsWith('er') ? [`${stem.slice(0, -2)}asjon`] : [])];
}

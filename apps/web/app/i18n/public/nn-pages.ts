import type { pages as Bokmaal } from './nb-pages.ts';

/** Messages of the measure’s own page about its life, in nynorsk. */
export const pages: Record<keyof typeof Bokmaal, string> = {
  'life.title': 'Tiltaket år for år',
  'life.lead': 'Slik har verksemda meldt tiltaket i kvar runde. Tidlegare svar blir ståande.',
  'life.gone': 'Tiltaket er ikkje med i runden {year}',
  'life.lastSeen': 'Sida viser svara frå {year}, den siste runden tiltaket var offentleg i.',
  'life.absent':
    'Det er ikkje blant dei offentlege tiltaka i runden. Det kan vere at det ikkje er meldt, eller at det er unnateke offentlegheit.',
  'life.unchanged': 'Verksemda har opplyst at det er uendra, og har ikkje meldt det på nytt.',
  'life.ended': 'Verksemda har opplyst at det er avslutta.',
  'life.stopped': 'Verksemda har opplyst at det er stansa.',
  'life.merged': 'Verksemda har opplyst at det er slått saman med eit anna tiltak.',
  'life.split': 'Verksemda har opplyst at det er delt i fleire tiltak.',
  'life.transferred': 'Verksemda har opplyst at det er overført til ei anna verksemd.',
  'life.withdrawn': 'Det vart trekt tilbake frå offentlegheita {date}: {reason}',
  'life.into': 'Gjekk inn i:',
  'life.to': 'Overført til:',
  'life.costChart': 'Kostnad i kvar runde',
  'life.estimates':
    'Første overslag ({firstYear}): {first}. Nyaste overslag ({latestYear}): {latest}. Begge står slik dei vart melde.',
  'life.notComparable': 'Tala kan ikkje utan vidare samanliknast: {note}',
  'life.renamed': 'Namn då: {title}',
  'life.release': 'Utgåve {name}',
  'similar.title': 'Tiltak som liknar',
  'similar.lead': 'Funne av orda i namn og leveranse. Under kvart tiltak står det kva dei har felles.',
  'similar.words': 'Felles ord: {words}',
  'similar.shared': '{label}: {values}',
  'measure.basis': 'Slik har verksemda grunngjeve det:',
  'measure.files': 'Ta med deg tiltaket',
};

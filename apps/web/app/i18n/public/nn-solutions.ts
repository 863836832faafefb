import type { solutions as Bokmaal } from './nb-solutions.ts';

/** Messages of the pages of common solutions, in nynorsk. */
export const solutions: Record<keyof typeof Bokmaal, string> = {
  'solutions.title': 'Fellesløysingar',
  'solutions.lead':
    'Løysingar som mange offentlege verksemder bruker i staden for å lage sine eigne. Her ser du kva tiltak som utviklar dei, gjenbruker dei og planlegg å gjere det.',
  'solutions.method':
    'Lista er vårt utval, og omtalane er våre eigne. «Utviklar», «gjenbruker» og «planlegg» er det verksemdene sjølve har svara. «Nemner» tyder berre at eit namn på løysinga står i den offentlege teksten om tiltaket: vi veit ikkje om det bruker henne.',
  'solutions.notAsked':
    'Runden {year} spurde ikkje kva fellesløysingar tiltaka utviklar og gjenbruker. Derfor veit vi berre kva tiltak som nemner dei.',
  'solutions.inMeasure': 'Fellesløysingar som tiltaket svarar om eller nemner',
  'solutions.none': 'Ingen runde er publisert enno.',
  'solutions.numbers': 'Offentlege tiltak i runden {year}',
  'solutions.name': 'Fellesløysing',
  'solutions.develops': 'Utviklar',
  'solutions.reuses': 'Gjenbruker',
  'solutions.plans': 'Planlegg å gjenbruke',
  'solutions.names': 'Nemner',
  'solutions.total': '{n, plural, =0 {Ingen offentlege tiltak} one {# offentleg tiltak} other {# offentlege tiltak}}',
  'solutions.withheld':
    '{n, plural, one {og # som er unnateke offentlegheit} other {og # som er unnatekne offentlegheit}}',
  'solutions.all': 'Sjå alle i registeret',
  'solutions.word': '«{word}»: {n, plural, one {# tiltak} other {# tiltak}}',
  'solutions.words': 'Nemner: {words}',
  'solutions.more': 'Her står dei {n} første.',
  'solutions.owner': 'Forvaltar: {owner}',
  'solutions.source': 'Kjelde: {source}',
  'solutions.see': 'Kven utviklar og gjenbruker fellesløysingar?',
  'solutions.sortOf': 'Om {label}: kven som utviklar henne, gjenbruker henne og planlegg å gjere det, {year}.',
  'solutions.develops.title': 'Utviklar løysinga',
  'solutions.develops.about': 'Tiltaka har svara at dei byggjer eller utviklar løysinga vidare.',
  'solutions.reuses.title': 'Gjenbruker løysinga',
  'solutions.reuses.about':
    'Tiltaka har svara at dei gjenbruker løysinga, og er i gjennomføring eller drift, eller seier ikkje kva fase dei er i.',
  'solutions.plans.title': 'Planlegg å gjenbruke løysinga',
  'solutions.plans.about': 'Tiltaka har svara at dei gjenbruker løysinga, og er ikkje komne til gjennomføring.',
  'solutions.names.title': 'Nemner løysinga',
  'solutions.names.about':
    'Eit namn på løysinga står i namnet, leveransen eller stikkorda. Det er funne med eit søk, og seier ikkje kva tiltaket har med løysinga å gjere.',
};

/** Messages of the pages of common solutions, in bokmål. */
export const solutions = {
  'solutions.title': 'Fellesløsninger',
  'solutions.lead':
    'Løsninger som mange offentlige virksomheter bruker i stedet for å lage sine egne. Her ser du hvilke tiltak som utvikler dem, gjenbruker dem og planlegger å gjøre det.',
  'solutions.method':
    'Listen er vårt utvalg, og beskrivelsene er våre egne. «Utvikler», «gjenbruker» og «planlegger» er det virksomhetene selv har svart. «Nevner» betyr bare at et navn på løsningen står i den offentlige teksten om tiltaket: vi vet ikke om det bruker den.',
  'solutions.notAsked':
    'Runden {year} spurte ikke hvilke fellesløsninger tiltakene utvikler og gjenbruker. Derfor vet vi bare hvilke tiltak som nevner dem.',
  'solutions.inMeasure': 'Fellesløsninger som tiltaket svarer om eller nevner',
  'solutions.none': 'Ingen runde er publisert ennå.',
  'solutions.numbers': 'Offentlige tiltak i runden {year}',
  'solutions.name': 'Fellesløsning',
  'solutions.develops': 'Utvikler',
  'solutions.reuses': 'Gjenbruker',
  'solutions.plans': 'Planlegger å gjenbruke',
  'solutions.names': 'Nevner',
  'solutions.total': '{n, plural, =0 {Ingen offentlige tiltak} one {# offentlig tiltak} other {# offentlige tiltak}}',
  'solutions.withheld': '{n, plural, one {og # som er unntatt offentlighet} other {og # som er unntatt offentlighet}}',
  'solutions.all': 'Se alle i registeret',
  'solutions.word': '«{word}»: {n, plural, one {# tiltak} other {# tiltak}}',
  'solutions.words': 'Nevner: {words}',
  'solutions.more': 'Her står de {n} første.',
  'solutions.owner': 'Forvalter: {owner}',
  'solutions.source': 'Kilde: {source}',
  'solutions.see': 'Hvem utvikler og gjenbruker fellesløsninger?',
  'solutions.sortOf': 'Om {label}: hvem som utvikler den, gjenbruker den og planlegger å gjøre det, {year}.',
  'solutions.develops.title': 'Utvikler løsningen',
  'solutions.develops.about': 'Tiltakene har svart at de bygger eller utvikler løsningen videre.',
  'solutions.reuses.title': 'Gjenbruker løsningen',
  'solutions.reuses.about':
    'Tiltakene har svart at de gjenbruker løsningen, og er i gjennomføring eller drift, eller sier ikke hvilken fase de er i.',
  'solutions.plans.title': 'Planlegger å gjenbruke løsningen',
  'solutions.plans.about': 'Tiltakene har svart at de gjenbruker løsningen, og er ikke kommet til gjennomføring.',
  'solutions.names.title': 'Nevner løsningen',
  'solutions.names.about':
    'Et navn på løsningen står i navnet, leveransen eller stikkordene. Det er funnet med et søk, og sier ikke hva tiltaket har med løsningen å gjøre.',
};

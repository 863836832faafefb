import type { nb } from './nb.ts';

/** Messages in nynorsk. */
export const nn: Record<keyof typeof nb, string> = {
  'page.skip': 'Hopp til hovudinnhaldet',
  'page.demo': 'Dette er ein demonstrasjon. Alle tiltak og personar er oppdikta.',
  'nav.home': 'Samblikk, til framsida',
  'nav.main': 'Hovudmeny',
  'nav.register': 'Tiltak',
  'nav.figures': 'Tal',
  'nav.about': 'Om dataa',
  'nav.language': 'Språk',
  'nav.answer': 'Logg inn og svar',
  'nav.signOut': 'Logg ut',
  'footer.what':
    'Kva statlege verksemder planlegg og gjer for å digitalisere, samla inn éin gong i året og ope for alle.',
  'footer.more': 'Meir om tenesta',
  'footer.api': 'API og nedlasting',
  'footer.accessibility': 'Tilgjenge',
  'footer.contact': 'Kontakt',
  'footer.licence': 'Alt innhald kan brukast fritt når kjelda er oppgitt.',
  'footer.nlod': 'Norsk lisens for offentlege data (NLOD) 2.0',
  'error.missing.title': 'Vi finn ikkje sida',
  'error.missing.text':
    'Adressa kan vere feil skriven, eller tiltaket er unnateke offentlegheit. Adressene til frosne utgåver og publiserte tiltak blir ikkje endra.',
  'error.refused.title': 'Du har ikkje tilgang til denne sida',
  'error.refused.text': 'Sida høyrer til ei anna verksemd eller ei anna rolle enn den du er logga inn med.',
  'error.failed.title': 'Noko gjekk gale hos oss',
  'error.failed.text': 'Ingenting er tapt: det som var lagra, er lagra. Prøv igjen om litt.',
  'error.again': 'Prøv sida på nytt',
  'error.register': 'Søk i alle tiltak',
  'error.home': 'Gå til framsida',
  'search.label': 'Søk i tiltaka',
  'search.button': 'Søk',
};

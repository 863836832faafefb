import type { nb } from './nb.ts';

/** Messages in English. */
export const en: Record<keyof typeof nb, string> = {
  'page.skip': 'Skip to main content',
  'page.demo': 'This is a demonstration. All measures and people are invented.',
  'nav.home': 'Samblikk, to the front page',
  'nav.main': 'Main menu',
  'nav.register': 'Measures',
  'nav.figures': 'Figures',
  'nav.about': 'About the data',
  'nav.language': 'Language',
  'nav.answer': 'Sign in and answer',
  'nav.signOut': 'Sign out',
  'footer.what': 'What Norwegian state agencies plan and do to digitalise, collected once a year and open to everyone.',
  'footer.more': 'More about the service',
  'footer.api': 'API and downloads',
  'footer.accessibility': 'Accessibility',
  'footer.contact': 'Contact',
  'footer.licence': 'All content may be used freely when the source is named.',
  'footer.nlod': 'Norwegian Licence for Open Government Data (NLOD) 2.0',
  'error.missing.title': 'We cannot find the page',
  'error.missing.text':
    'The address may be misspelt, or the measure is withheld from the public. The addresses of frozen releases and published measures do not change.',
  'error.refused.title': 'You do not have access to this page',
  'error.refused.text': 'The page belongs to another agency or another role than the one you are signed in with.',
  'error.failed.title': 'Something went wrong on our side',
  'error.failed.text': 'Nothing is lost: what was saved is saved. Please try again in a moment.',
  'error.again': 'Try the page again',
  'error.register': 'Search all measures',
  'error.home': 'Go to the front page',
  'search.label': 'Search the measures',
  'search.button': 'Search',
};

import type { solutions as Bokmaal } from './nb-solutions.ts';

/** Messages of the pages of common solutions, in English. */
export const solutions: Record<keyof typeof Bokmaal, string> = {
  'solutions.title': 'Common solutions',
  'solutions.lead':
    'Solutions that many public bodies use instead of making their own. Here are the measures that develop them, reuse them and plan to.',
  'solutions.method':
    'The list is our selection, and the descriptions are our own. “Develops”, “reuses” and “plans” are what the agencies themselves have answered. “Names” only means that a name of the solution stands in the public text of the measure: we do not know whether it uses it.',
  'solutions.notAsked':
    'The {year} round did not ask which common solutions measures develop and reuse. So only which measures name them is known.',
  'solutions.inMeasure': 'Common solutions that the measure answers about or names',
  'solutions.none': 'No round is published yet.',
  'solutions.numbers': 'Public measures in the {year} round',
  'solutions.name': 'Common solution',
  'solutions.develops': 'Develops',
  'solutions.reuses': 'Reuses',
  'solutions.plans': 'Plans to reuse',
  'solutions.names': 'Names',
  'solutions.total': '{n, plural, =0 {No public measures} one {# public measure} other {# public measures}}',
  'solutions.withheld':
    '{n, plural, one {and # that is exempt from publication} other {and # that are exempt from publication}}',
  'solutions.all': 'See all in the register',
  'solutions.word': '“{word}”: {n, plural, one {# measure} other {# measures}}',
  'solutions.words': 'Names: {words}',
  'solutions.more': 'These are the first {n}.',
  'solutions.owner': 'Run by: {owner}',
  'solutions.source': 'Source: {source}',
  'solutions.see': 'Who develops and reuses common solutions?',
  'solutions.sortOf': 'About {label}: who develops it, reuses it and plans to, {year}.',
  'solutions.develops.title': 'Develops the solution',
  'solutions.develops.about': 'The measures have answered that they build or further develop the solution.',
  'solutions.reuses.title': 'Reuses the solution',
  'solutions.reuses.about':
    'The measures have answered that they reuse the solution, and are in execution or operation, or do not tell their phase.',
  'solutions.plans.title': 'Plans to reuse the solution',
  'solutions.plans.about': 'The measures have answered that they reuse the solution, and have not come to execution.',
  'solutions.names.title': 'Names the solution',
  'solutions.names.about':
    'A name of the solution stands in the name, the deliverable or the keywords. It is found by a search, and does not say what the measure has to do with the solution.',
};

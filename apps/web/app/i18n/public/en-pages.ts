import type { pages as Bokmaal } from './nb-pages.ts';

/** Messages of the measure’s own page about its life, in English. */
export const pages: Record<keyof typeof Bokmaal, string> = {
  'life.title': 'The measure year by year',
  'life.lead': 'What the agency reported in each round. Earlier answers stay as they were.',
  'life.gone': 'The measure is not in the {year} round',
  'life.lastSeen': 'This page shows the answers from {year}, the last round in which the measure was public.',
  'life.absent':
    'It is not among the public measures of the round. It may not have been reported, or it may be exempt from publication.',
  'life.unchanged': 'The agency has stated that it is unchanged, and has not reported it again.',
  'life.ended': 'The agency has stated that it has ended.',
  'life.stopped': 'The agency has stated that it was stopped.',
  'life.merged': 'The agency has stated that it was merged with another measure.',
  'life.split': 'The agency has stated that it was split into several measures.',
  'life.transferred': 'The agency has stated that it was transferred to another agency.',
  'life.withdrawn': 'It was withdrawn from the public on {date}: {reason}',
  'life.into': 'Became part of:',
  'life.to': 'Transferred to:',
  'life.costChart': 'Cost in each round',
  'life.estimates':
    'First estimate ({firstYear}): {first}. Latest estimate ({latestYear}): {latest}. Both stand as they were reported.',
  'life.notComparable': 'The figures cannot be compared without reservation: {note}',
  'life.renamed': 'Name then: {title}',
  'life.release': 'Release {name}',
  'similar.title': 'Measures that resemble it',
  'similar.lead': 'Found by the words of name and deliverable. What they have in common stands below each.',
  'similar.words': 'Words in common: {words}',
  'similar.shared': '{label}: {values}',
  'measure.basis': 'The grounds the agency has given:',
  'measure.files': 'Take the measure with you',
};

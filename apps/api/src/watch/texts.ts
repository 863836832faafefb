import type { Text } from '@samblikk/text';

/** The words of feeds and letters. Messages are ICU; all values are texts. */
export const words = {
  all: {
    nb: 'Alle tiltak',
    nn: 'Alle tiltak',
    en: 'All measures',
  },
  feed: {
    nb: 'Nytt i registeret: {search}',
    nn: 'Nytt i registeret: {search}',
    en: 'New in the register: {search}',
  },
  feedOf: {
    nb: 'Tiltak {number}: {title}',
    nn: 'Tiltak {number}: {title}',
    en: 'Measure {number}: {title}',
  },
  subtitle: {
    nb: 'Nye og endrede tiltak, de nyeste først. {cut, select, yes {Bare de {most} nyeste er med; resten står i registeret.} other {}}',
    nn: 'Nye og endra tiltak, dei nyaste først. {cut, select, yes {Berre dei {most} nyaste er med; resten står i registeret.} other {}}',
    en: 'New and changed measures, the newest first. {cut, select, yes {Only the {most} newest are here; the rest are in the register.} other {}}',
  },
  untitled: {
    nb: 'Tiltak {number}',
    nn: 'Tiltak {number}',
    en: 'Measure {number}',
  },
  new: {
    nb: 'Nytt tiltak i utgave {release}',
    nn: 'Nytt tiltak i utgåve {release}',
    en: 'New measure in release {release}',
  },
  again: {
    nb: 'Meldt inn på nytt for {year}',
    nn: 'Meldt inn på nytt for {year}',
    en: 'Reported again for {year}',
  },
  changed: {
    nb: 'Endret i utgave {release}',
    nn: 'Endra i utgåve {release}',
    en: 'Changed in release {release}',
  },
  more: {
    nb: 'og {n} til',
    nn: 'og {n} til',
    en: 'and {n} more',
  },
  blank: {
    nb: 'ikke svart',
    nn: 'ikkje svart',
    en: 'not answered',
  },
  withheld: {
    nb: 'unntatt offentlighet',
    nn: 'unnateke offentlegheit',
    en: 'exempt from publication',
  },
} as const satisfies Record<string, Text>;

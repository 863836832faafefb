import type { Text } from '@samblikk/text';
import type { Goal } from './goals.ts';
import type { PriceStructure } from './models.ts';

export const modelNames: Readonly<Record<string, Text>> = {
  '0': { nb: 'Modell 0: som i dag', nn: 'Modell 0: som i dag', en: 'Model 0: as today' },
  '1': { nb: 'Modell 1: alt sentralt', nn: 'Modell 1: alt sentralt', en: 'Model 1: all central' },
  '2': {
    nb: 'Modell 2: bruken betaler variabel drift',
    nn: 'Modell 2: bruken betaler variabel drift',
    en: 'Model 2: use pays variable operation',
  },
  '3': {
    nb: 'Modell 3: bruken betaler variabel drift og forvaltning',
    nn: 'Modell 3: bruken betaler variabel drift og forvalting',
    en: 'Model 3: use pays variable operation and management',
  },
  '4': {
    nb: 'Modell 4: bruken betaler alt som går igjen',
    nn: 'Modell 4: bruken betaler alt som går att',
    en: 'Model 4: use pays all that runs',
  },
  own: { nb: 'Egen modell', nn: 'Eigen modell', en: 'A model of your own' },
};

export const priceStructureNames: Record<PriceStructure, Text> = {
  perUse: { nb: 'Pris per bruk', nn: 'Pris per bruk', en: 'Price per use' },
  steps: { nb: 'Trappetrinn', nn: 'Trappetrinn', en: 'Steps' },
  fixed: { nb: 'Fast sum', nn: 'Fast sum', en: 'Fixed sum' },
  share: { nb: 'Andel av kostnadene', nn: 'Del av kostnadene', en: 'Share of the costs' },
};

export const goalNames: Record<Goal, Text> = {
  acrossSectors: {
    nb: 'Mer digitalisering på tvers',
    nn: 'Meir digitalisering på tvers',
    en: 'More digitalisation across sectors',
  },
  predictable: {
    nb: 'Forutsigbart og oversiktlig for dem som betaler',
    nn: 'Føreseieleg og oversiktleg for dei som betaler',
    en: 'Predictable and clear for those who pay',
  },
  innovation: {
    nb: 'Enkelt å innovere',
    nn: 'Enkelt å innovere',
    en: 'Easy to innovate',
  },
  robust: {
    nb: 'Robust når bruken endrer seg',
    nn: 'Robust når bruken endrar seg',
    en: 'Robust when use changes',
  },
  sufficient: {
    nb: 'Nok penger, så felles behov løses én gang',
    nn: 'Nok pengar, så felles behov blir løyste éin gong',
    en: 'Enough money, so that common needs are met once',
  },
  simple: { nb: 'Enkelt å forvalte', nn: 'Enkelt å forvalte', en: 'Simple to manage' },
};

/** How the points of each goal are counted. */
export const goalMethods: Record<Goal, Text> = {
  acrossSectors: {
    nb: 'Hvor stor del av kostnadene tjenesteeierne slipper å betale.',
    nn: 'Kor stor del av kostnadene tenesteeigarane slepp å betale.',
    en: 'What part of the costs service owners do not pay.',
  },
  predictable: {
    nb: 'Hvor mange av regningene som er høyst en tidel større eller mindre enn året før.',
    nn: 'Kor mange av rekningane som er høgst ein tidel større eller mindre enn året før.',
    en: 'How many bills are at most a tenth more or less than the year before.',
  },
  innovation: {
    nb: 'Hva det koster å begynne: det en ny og liten tjenesteeier slipper å betale av en vanlig regning.',
    nn: 'Kva det kostar å byrje: det ein ny og liten tenesteeigar slepp å betale av ei vanleg rekning.',
    en: 'What it costs to begin: what a new and small service owner does not pay of a common bill.',
  },
  robust: {
    nb: 'Hvor mye av kostnadene som er dekket når bruken øker med halvparten eller den største går ut, det verste av de to.',
    nn: 'Kor mykje av kostnadene som er dekte når bruken aukar med halvparten eller den største går ut, det verste av dei to.',
    en: 'How much of the costs is covered when use grows by half or the largest leaves, the worse of the two.',
  },
  sufficient: {
    nb: 'Hvor mye av kostnadene som er dekket etter planen.',
    nn: 'Kor mykje av kostnadene som er dekte etter planen.',
    en: 'How much of the costs is covered as planned.',
  },
  simple: {
    nb: 'Kilder × metoder × detaljer, fra den enkleste til den mest sammensatte her.',
    nn: 'Kjelder × metodar × detaljar, frå den enklaste til den mest samansette her.',
    en: 'Sources × methods × detail, from the simplest to the most complex here.',
  },
};

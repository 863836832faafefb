import { blankOption, type Text } from '@samblikk/questionnaire';

/** The label of the category of measures that were asked and left it blank. */
export const blankLabel: Text = blankOption.label;

/** Notes that travel with tables: each says one thing a reader must know to read the numbers right. */
export const notes = {
  several: (label: Text): Text => ({
    nb: `«${label.nb}»: flere svar var mulig, så ett tiltak kan telle i flere kategorier, og andelene kan bli over 100 prosent til sammen.`,
    nn: `«${label.nn}»: fleire svar var mogleg, så eitt tiltak kan telje i fleire kategoriar, og delane kan bli over 100 prosent til saman.`,
    en: `“${label.en}”: several answers were possible, so one measure may count in several categories, and shares may add up to more than 100 per cent.`,
  }),
  blankLeftOut: (count: number): Text => ({
    nb: `${count} tiltak uten svar er holdt utenfor.`,
    nn: `${count} tiltak utan svar er haldne utanfor.`,
    en: `${count} measures without an answer are left out.`,
  }),
  notAsked: (count: number): Text => ({
    nb: `${count} tiltak fikk ikke spørsmålet og er ikke med.`,
    nn: `${count} tiltak fekk ikkje spørsmålet og er ikkje med.`,
    en: `${count} measures were not asked and are not counted.`,
  }),
  withoutAmount: (count: number): Text => ({
    nb: `${count} tiltak uten beløp er holdt utenfor.`,
    nn: `${count} tiltak utan beløp er haldne utanfor.`,
    en: `${count} measures without an amount are left out.`,
  }),
  rounding: (): Text => ({
    nb: 'Prosenttall er avrundet, så summen kan avvike fra 100.',
    nn: 'Prosenttal er avrunda, så summen kan avvike frå 100.',
    en: 'Percentages are rounded, so they may not add up to 100.',
  }),
  merged: (label: Text): Text => ({
    nb: `«${label.nb}» er flere svarkategorier talt sammen.`,
    nn: `«${label.nn}» er fleire svarkategoriar talde saman.`,
    en: `“${label.en}” is several answer categories counted together.`,
  }),
  late: (count: number, deadline: string): Text => ({
    nb: `${count} tiltak kom inn etter fristen ${deadline} og er med i tallene.`,
    nn: `${count} tiltak kom inn etter fristen ${deadline} og er med i tala.`,
    en: `${count} measures came in after the deadline ${deadline} and are included.`,
  }),
  reconstruction: (): Text => ({
    nb: 'Tiltakene er en rekonstruksjon: hvert tiltak er oppdiktet, men summene er de som ble publisert.',
    nn: 'Tiltaka er ein rekonstruksjon: kvart tiltak er oppdikta, men summane er dei som vart publiserte.',
    en: 'The measures are a reconstruction: each one is invented, but the totals are those that were published.',
  }),
  withheld: (): Text => ({
    nb: '«:» betyr at tallet ikke vises, for ikke å røpe opplysninger som er unntatt offentlighet.',
    nn: '«:» tyder at talet ikkje blir vist, for ikkje å røpe opplysningar som er unnatekne offentlegheit.',
    en: '“:” means that the number is not shown, so as not to reveal what is exempt from publication.',
  }),
} satisfies Record<string, (...args: never[]) => Text>;

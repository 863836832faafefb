import { blankOption, type Text } from '@samblikk/questionnaire';

/** The label of the category of measures that were asked and left it blank. */
export const blankLabel: Text = blankOption.label;

const measures = (count: number) => (count === 1 ? 'measure' : 'measures');
const are = (count: number) => (count === 1 ? 'is' : 'are');

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
    en: `${count} ${measures(count)} without an answer ${are(count)} left out.`,
  }),
  withheldLeftOut: (count: number): Text => ({
    nb: `${count} tiltak er holdt utenfor fordi svarene er unntatt offentlighet.`,
    nn: `${count} tiltak er haldne utanfor fordi svara er unnatekne offentlegheit.`,
    en: `${count} ${measures(count)} ${are(count)} left out because the answers are exempt from publication.`,
  }),
  /** That a measure withheld whole came late is told of all measures together only, and no table is of them all. */
  lateLeftOut: (count: number): Text => ({
    nb: `${count} av de offentlige tiltakene som er holdt utenfor, kom inn etter fristen.`,
    nn: `${count} av dei offentlege tiltaka som er haldne utanfor, kom inn etter fristen.`,
    en: `${count} of the public measures left out came in after the deadline.`,
  }),
  notAsked: (count: number): Text => ({
    nb: `${count} tiltak fikk ikke spørsmålet og er ikke med.`,
    nn: `${count} tiltak fekk ikkje spørsmålet og er ikkje med.`,
    en: `${count} ${measures(count)} ${count === 1 ? 'was' : 'were'} not asked and ${are(count)} not counted.`,
  }),
  withoutAmount: (count: number): Text => ({
    nb: `${count} tiltak har ikke oppgitt beløpet og er holdt utenfor.`,
    nn: `${count} tiltak har ikkje oppgitt beløpet og er haldne utanfor.`,
    en: `${count} ${measures(count)} without a stated amount ${are(count)} left out.`,
  }),
  amountWithheld: (count: number): Text => ({
    nb: `${count} tiltak er holdt utenfor fordi beløpet er unntatt offentlighet.`,
    nn: `${count} tiltak er haldne utanfor fordi beløpet er unnateke offentlegheit.`,
    en: `${count} ${measures(count)} ${are(count)} left out because the amount is exempt from publication.`,
  }),
  rounding: (): Text => ({
    nb: 'Prosenttall er avrundet, så summen kan avvike fra 100.',
    nn: 'Prosenttal er avrunda, så summen kan avvike frå 100.',
    en: 'Percentages are rounded, so they may not add up to 100.',
  }),
  all: (): Text => ({
    nb: '«Alle» omfatter også dem det sammenlignes med, så de to går ikke opp i 100 prosent.',
    nn: '«Alle» omfattar òg dei det blir samanlikna med, så dei to går ikkje opp i 100 prosent.',
    en: '“All” includes those it is compared with, so the two do not add up to 100 per cent.',
  }),
  chosen: (label: Text, all: Text): Text => ({
    nb: `«${label.nb}» er: ${all.nb}.`,
    nn: `«${label.nn}» er: ${all.nn}.`,
    en: `“${label.en}” are: ${all.en}.`,
  }),
  quantile: (): Text => ({
    nb: 'Faller svaret mellom to beløp, er det regnet lineært mellom dem (type 7 i R, PERSENTIL.INK i Excel).',
    nn: 'Fell svaret mellom to beløp, er det rekna lineært mellom dei (type 7 i R, PERSENTIL.INK i Excel).',
    en: 'Where the answer falls between two amounts, it is interpolated linearly (type 7 in R, PERCENTILE.INC in Excel).',
  }),
  mean: (): Text => ({
    nb: 'Gjennomsnittet er summen av beløpene delt på antall tiltak som har oppgitt beløp. Noen få store beløp kan trekke det mye opp; medianen gjør de ikke noe med.',
    nn: 'Gjennomsnittet er summen av beløpa delt på talet på tiltak som har oppgitt beløp. Nokre få store beløp kan dra det mykje opp; medianen gjer dei ikkje noko med.',
    en: 'The mean is the sum of the amounts divided by the number of measures that state one. A few large amounts may raise it much; they do not move the median.',
  }),
  merged: (label: Text): Text => ({
    nb: `«${label.nb}» er flere svarkategorier talt sammen.`,
    nn: `«${label.nn}» er fleire svarkategoriar talde saman.`,
    en: `“${label.en}” is several answer categories counted together.`,
  }),
  late: (count: number): Text => ({
    nb: `${count} av de offentlige tiltakene kom inn etter fristen og er med i tallene.`,
    nn: `${count} av dei offentlege tiltaka kom inn etter fristen og er med i tala.`,
    en: `${count} of the public measures came in after the deadline and ${are(count)} included.`,
  }),
  withheld: (): Text => ({
    nb: '«:» betyr at tallet ikke vises, for ikke å røpe opplysninger som er unntatt offentlighet.',
    nn: '«:» tyder at talet ikkje blir vist, for ikkje å røpe opplysningar som er unnatekne offentlegheit.',
    en: '“:” means that the number is not shown, so as not to reveal what is exempt from publication.',
  }),
} satisfies Record<string, (...args: never[]) => Text>;

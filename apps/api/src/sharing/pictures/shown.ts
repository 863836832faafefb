import type { PictureKind } from '@samblikk/contract';
import { formatDate, type Language, releaseName } from '@samblikk/questionnaire';
import type { Table } from '@samblikk/statistics';
import { format, formatNumber, formatPercent, type Text } from '@samblikk/text';
import type { Database } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { measurePage } from '../../register/index.ts';
import { type DatedRelease, loaded } from '../../releases/index.ts';
import { figureIn } from '../../statistics/index.ts';
import type { Shown } from './draw.ts';

const words = {
  site: {
    nb: 'Digitaliseringstiltak i staten',
    nn: 'Digitaliseringstiltak i staten',
    en: 'Digitalisation measures in central government',
  },
  home: {
    nb: 'Se hva staten digitaliserer',
    nn: 'Sjå kva staten digitaliserer',
    en: 'See what central government is digitalising',
  },
  register: {
    nb: 'Søk i {open, number} digitaliseringstiltak',
    nn: 'Søk i {open, number} digitaliseringstiltak',
    en: 'Search {open, number} digitalisation measures',
  },
  release: { nb: 'Utgave {name}', nn: 'Utgåve {name}', en: 'Edition {name}' },
  measures: { nb: '{n, number} tiltak', nn: '{n, number} tiltak', en: '{n, number} measures' },
  open: { nb: '{n, number} offentlige', nn: '{n, number} offentlege', en: '{n, number} public' },
  agencies: {
    nb: '{answered, number} av {invited, number} virksomheter',
    nn: '{answered, number} av {invited, number} verksemder',
    en: '{answered, number} of {invited, number} agencies',
  },
  measure: { nb: 'Tiltak {number}', nn: 'Tiltak {number}', en: 'Measure {number}' },
  figures: { nb: 'Tall for {year}', nn: 'Tal for {year}', en: 'Figures for {year}' },
  more: { nb: '… og {n, number} til', nn: '… og {n, number} til', en: '… and {n, number} more' },
  source: {
    nb: 'Utgave {name}, data per {day}',
    nn: 'Utgåve {name}, data per {day}',
    en: 'Edition {name}, data as of {day}',
  },
} as const satisfies Readonly<Record<string, Text>>;

export interface Pictured {
  readonly kind: PictureKind;
  /** The number of a measure, the id of a figure. */
  readonly id?: string | undefined;
  readonly language: Language;
}

/**
 * What the picture of a page says, as the page is in a release that is public.
 * @throws ApiError notFound; publicMeasureWithdrawn
 */
export async function shownIn(
  db: Database,
  now: Date,
  release: DatedRelease,
  { kind, id, language }: Pictured,
): Promise<Shown> {
  const say = (text: Text, values: Readonly<Record<string, string | number>> = {}) => format(text, language, values);
  const name = releaseName(release);
  const { year, number, measures, publicMeasures, answered, invited } = release;
  const frame = {
    kicker: say(words.site),
    source: say(words.source, { name, day: formatDate(release.dataAsOf.toISOString(), language) }),
    notice: release.notice?.[language],
  };
  const counted = [say(words.measures, { n: measures }), say(words.agencies, { answered, invited })];
  const facts = [counted[0] ?? '', say(words.open, { n: publicMeasures }), counted[1] ?? ''];
  const picture: Record<PictureKind, () => Promise<Shown>> = {
    home: async () => ({ ...frame, title: say(words.home), facts: counted }),
    register: async () => ({ ...frame, title: say(words.register, { open: publicMeasures }), facts }),
    release: async () => ({ ...frame, title: say(words.release, { name }), facts }),
    async measure() {
      // The same as the page of the measure: a name that is kept back is not there either.
      const page = await measurePage(db, now, { id: id ?? '', round: year, release: number }, language);
      const called = say(words.measure, { number: page.number });
      const told = page.highlights.flatMap(({ text }) => text ?? []);
      return page.title === null
        ? { ...frame, kicker: page.agency.label, title: called, facts: told }
        : { ...frame, kicker: `${called}, ${page.agency.label}`, title: page.title, facts: told };
    },
    async figure() {
      const { table, finding } = figureIn(await loaded(db, release), id ?? '', language);
      const sentence = finding?.map(({ text, origin }) => (origin === 'invented' ? `${text}*` : text)).join('');
      const title = sentence ?? table.title[language];
      return {
        ...frame,
        kicker: say(words.figures, { year: String(year) }),
        title,
        facts: [],
        bars: barsOf(table, language),
        more: (n) => say(words.more, { n }),
      };
    },
  };
  const named = kind === 'measure' || kind === 'figure';
  if (named !== (id !== undefined)) throw new ApiError('notFound');
  return picture[kind]();
}

/** A table of one variable as bars; of two, the rows’ totals. Numbers that are made up among others bear a star, as on the page. */
function barsOf(
  { dimensions, values, margins, unit, provenance }: Table,
  language: Language,
): NonNullable<Shown['bars']> {
  const [rows, columns] = dimensions;
  const origins = new Set(provenance?.values);
  const show = unit === 'percent' ? formatPercent : formatNumber;
  return (rows?.categories ?? []).flatMap(({ label }, at) => {
    const value = columns ? margins.rows[at] : values[at];
    if (value === null || value === undefined) return [];
    const invented = !columns && origins.size > 1 && provenance?.values[at] === 'invented';
    const text = columns ? formatNumber(value, language) : show(value, language);
    return { label: label[language], value, text: invented ? `${text}*` : text };
  });
}

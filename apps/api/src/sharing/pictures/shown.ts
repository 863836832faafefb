import { type PictureKind, type ProfileName, profileKinds } from '@samblikk/contract';
import { formatDate, type Language, releaseName } from '@samblikk/questionnaire';
import type { Table } from '@samblikk/statistics';
import { format, formatNumber, formatPercent, type Text } from '@samblikk/text';
import type { Database } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { measurePage, profileIn, usedIn } from '../../register/index.ts';
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
  withheld: { nb: '{n, number} unntatt', nn: '{n, number} unnatekne', en: '{n, number} withheld' },
  used: { nb: '{n, number} med tiltak', nn: '{n, number} med tiltak', en: '{n, number} with measures' },
  source: {
    nb: 'Utgave {name}, data per {day}',
    nn: 'Utgåve {name}, data per {day}',
    en: 'Edition {name}, data as of {day}',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What a list of profiles is called, as on its page. */
const profileNames: Readonly<Record<ProfileName, Text>> = {
  agency: { nb: 'Virksomheter', nn: 'Verksemder', en: 'Agencies' },
  ministry: { nb: 'Departementer', nn: 'Departement', en: 'Ministries' },
  tag: { nb: 'Stikkord', nn: 'Stikkord', en: 'Tags' },
  technology: { nb: 'Teknologi', nn: 'Teknologi', en: 'Technology' },
  lifeEvent: { nb: 'Livshendelser', nn: 'Livshendingar', en: 'Life events' },
  strategyMeasure: {
    nb: 'Tiltak i digitaliseringsstrategien',
    nn: 'Tiltak i digitaliseringsstrategien',
    en: 'Measures of the digitalisation strategy',
  },
};

export interface Pictured {
  readonly kind: PictureKind;
  /** The number of a measure, the id of a figure, the code of a profile; of a list of profiles their kind. */
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
  const profile = async (of: ProfileName): Promise<Shown> => {
    const {
      kind: called,
      label,
      total,
      withheld,
      cost,
    } = await profileIn(db, release, {
      profile: of,
      code: id ?? '',
      language,
    });
    const numbers = [
      say(words.measures, { n: total + withheld }),
      ...(withheld > 0 ? [say(words.withheld, { n: withheld })] : []),
      ...(cost ? [`${cost.label}: ${cost.text}`] : []),
    ];
    return { ...frame, kicker: called, title: label, facts: numbers };
  };
  const picture: Record<Exclude<PictureKind, ProfileName>, () => Promise<Shown>> = {
    home: async () => ({ ...frame, title: say(words.home), facts: counted }),
    register: async () => ({ ...frame, title: say(words.register, { open: publicMeasures }), facts }),
    release: async () => ({ ...frame, title: say(words.release, { name }), facts }),
    async measure() {
      // The same as the page of the measure: a name that is kept back is not there either.
      const page = await measurePage(db, now, { id: id ?? '', round: year, release: number }, language);
      const called = say(words.measure, { number: page.number });
      const answers = page.sections.flatMap((section) => section.answers);
      // A bare yes or no says nothing without its question.
      const told = page.highlights.flatMap(({ question, text }) => {
        const answer = answers.find((one) => one.question === question);
        const bare = answer?.values.some(({ code }) => code === 'yes' || code === 'no');
        return text === null ? [] : [bare ? `${answer?.name}: ${text}` : text];
      });
      return page.title === null
        ? { ...frame, kicker: page.agency.label, title: called, facts: told }
        : { ...frame, kicker: `${called}, ${page.agency.label}`, title: page.title, facts: told };
    },
    async profiles() {
      const of = profileKinds.find((one) => one === id);
      if (!of) throw new ApiError('notFound');
      const used = say(words.used, { n: await usedIn(db, release, of) });
      return { ...frame, title: say(profileNames[of]), facts: [used, ...counted] };
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
  if ((kind in picture && !named.has(kind)) !== (id === undefined)) throw new ApiError('notFound');
  return kind in picture ? picture[kind as keyof typeof picture]() : profile(kind as ProfileName);
}

/** Kinds that there are several pictures of; so have profiles. */
const named: ReadonlySet<PictureKind> = new Set(['measure', 'figure', 'profiles']);

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

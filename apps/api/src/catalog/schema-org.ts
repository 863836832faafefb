import { license } from '@samblikk/contract';
import { releaseName } from '@samblikk/questionnaire';
import { type Language, osloDay, prefixes } from '@samblikk/text';
import type { DatedRelease } from '../releases/index.ts';
import { aboutOf, type CatalogSource, catalogPath } from './dcat.ts';
import { filesOf } from './files-of.ts';
import { filled, keywords, texts } from './texts.ts';

interface Described extends Pick<CatalogSource, 'base' | 'publisher' | 'contactEmail' | 'files'> {
  /** All that are public, newest first. */
  readonly releases: readonly DatedRelease[];
  /** The one to describe; undefined: the register, all years. */
  readonly release: DatedRelease | undefined;
  readonly language: Language;
}

/**
 * A dataset in the words of schema.org, as search engines for data read them on a page. The same titles, descriptions, dates and
 * files as in the catalogue.
 */
export function datasetJsonLd({ base, publisher, contactEmail, releases, release, files, language }: Described) {
  const page = (path: string) => `${base}${prefixes[language]}${path}`;
  const agency = {
    '@type': 'GovernmentOrganization',
    '@id': publisher.address,
    name: publisher.name[language],
    identifier: publisher.orgnr,
    ...(contactEmail !== undefined && {
      contactPoint: { '@type': 'ContactPoint', email: contactEmail, url: page('/om-dataene#kontakt') },
    }),
  };
  const common = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    creator: agency,
    publisher: agency,
    license: license.url,
    isAccessibleForFree: true,
    keywords: keywords.map((keyword) => keyword[language]),
    spatialCoverage: { '@type': 'Place', name: { nb: 'Norge', nn: 'Noreg', en: 'Norway' }[language] },
    inLanguage: ['nb', 'nn', 'en'],
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': base + catalogPath,
      name: texts.catalog[language],
      url: base + catalogPath,
    },
  };
  if (release === undefined) {
    const newest = releases.filter(({ latest }) => latest);
    const years = newest.map(({ year }) => year);
    return {
      ...common,
      '@id': `${base}${catalogPath}#measures`,
      name: texts.series[language],
      description: texts.seriesAbout[language],
      url: page('/register'),
      ...(years.length > 0 && { temporalCoverage: `${Math.min(...years)}-01-01/${Math.max(...years)}-12-31` }),
      hasPart: newest.map((one) => ({
        '@type': 'Dataset',
        '@id': editionAddress(base, one),
        name: filled(texts.edition, { year: String(one.year) })[language],
        description: aboutOf(one)[language],
        url: page(`/${releaseName(one)}`),
        license: license.url,
        creator: agency,
      })),
    };
  }
  const { year } = release;
  return {
    ...common,
    '@id': editionAddress(base, release),
    name: filled(texts.edition, { year: String(year) })[language],
    description: aboutOf(release)[language],
    url: page(`/${releaseName(release)}`),
    version: releaseName(release),
    temporalCoverage: `${year}-01-01/${year}-12-31`,
    datePublished: osloDay(release.frozenAt),
    dateModified: osloDay(release.frozenAt),
    isPartOf: { '@type': 'Dataset', '@id': `${base}${catalogPath}#measures`, name: texts.series[language] },
    distribution: filesOf(release, files.get(release.id) ?? []).map(({ title, about, mediaType, address, frozen }) => ({
      '@type': 'DataDownload',
      name: title[language],
      description: about[language],
      encodingFormat: mediaType,
      contentUrl: base + address,
      ...(frozen && { contentSize: `${frozen.bytes} B`, sha256: frozen.sha256 }),
      license: license.url,
    })),
  };
}

/** The catalogue has one dataset for a year, in its newest release; an older release is its page alone. */
const editionAddress = (base: string, release: DatedRelease): string =>
  release.latest ? `${base}${catalogPath}#measures-${release.year}` : `${base}/${releaseName(release)}`;

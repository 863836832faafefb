import { releaseName } from '@samblikk/questionnaire';
import { osloDay, type Text } from '@samblikk/text';
import { count, day, Graph, inLanguages, iri, type Name, plain } from '../platform/rdf/index.ts';
import type { FrozenFile } from '../publication/index.ts';
import type { DatedRelease } from '../releases/index.ts';
import { codeListFiles, type DataFile, filesOf } from './files-of.ts';
import { filled, keywords, texts } from './texts.ts';
import * as of from './vocabularies.ts';

export interface Publisher {
  readonly orgnr: string;
  /** Its address among the organisations of data.norge.no. */
  readonly address: string;
  readonly name: Text;
}

/** What the catalogue is made from. */
export interface CatalogSource {
  /** Where people reach the program, without a slash at the end. */
  readonly base: string;
  readonly publisher: Publisher;
  readonly contactEmail: string | undefined;
  /** The year of the first questionnaire. */
  readonly since: number;
  /** All that are public, newest first. */
  readonly releases: readonly DatedRelease[];
  /** The frozen files of the newest release of each year, by the id of the release. */
  readonly files: ReadonlyMap<string, readonly FrozenFile[]>;
}

/** The catalogue’s own address, and where each thing in it is told of. */
export const catalogPath = '/catalog';

/**
 * The catalogue of the data as DCAT-AP-NO: what version 2 and the draft of version 3 demand, both. A dataset for each year,
 * in the newest release that is public, and a series of these; data.norge.no does not show series yet.
 */
export function catalogGraph(source: CatalogSource): Graph {
  const graph = new Graph();
  const { base, publisher, releases } = source;
  const at = (name: string) => iri(`${base}${catalogPath}#${name}`);
  const address = (path: string) => iri(base + path);

  const agent = graph.describe(iri(publisher.address), ['foaf:Agent'], {
    'dct:identifier': plain(publisher.orgnr),
    'foaf:name': inLanguages(publisher.name),
  });
  const contact = graph.describe(at('contact'), ['vcard:Organization'], {
    'vcard:fn': inLanguages(texts.contact),
    'vcard:hasURL': address('/om-dataene#kontakt'),
    'vcard:hasEmail': source.contactEmail === undefined ? undefined : iri(`mailto:${source.contactEmail}`),
  });
  const rights = graph.describe(of.nlodText, ['dct:RightsStatement'], {
    'rdfs:label': inLanguages(texts.rights),
    'dct:identifier': plain('NLOD-2.0'),
  });

  /** What all that can be found in a catalogue says of itself. */
  const found = (name: string, title: Text, about: Text) => ({
    'dct:identifier': plain(at(name).value),
    'dct:title': inLanguages(title),
    'dct:description': inLanguages(about),
    'dct:publisher': agent,
    'dcat:contactPoint': contact,
    'dct:accessRights': of.openToAll,
    'dcat:theme': of.themes,
    'dcat:keyword': keywords.flatMap(inLanguages),
  });
  const covers = {
    'dct:spatial': of.norway,
    'dct:language': of.languagesOfData,
    'dct:accrualPeriodicity': of.yearly,
    'prov:wasGeneratedBy': of.collected,
  };

  const told = new Set<string>();
  const standard = ({ address: place, title }: { address: string; title: Text }) => {
    const found = iri(new URL(place, base).href);
    if (told.has(found.value)) return found;
    told.add(found.value);
    return graph.describe(found, ['dct:Standard'], { 'dct:title': inLanguages(title) });
  };

  const api = at('api');
  const distribution = (name: string, file: DataFile, dates?: ReturnType<typeof datesOf>) =>
    graph.describe(at(`${name}-${file.key}`), ['dcat:Distribution'], {
      'dct:title': inLanguages(file.title),
      'dct:description': inLanguages(file.about),
      'dcat:accessURL': address(file.address),
      'dcat:downloadURL': address(file.address),
      'dct:format': of.fileType(file.fileType),
      'dcat:mediaType': of.mediaType(file.mediaType),
      'dcat:byteSize': file.frozen && count(file.frozen.bytes),
      'dct:license': of.nlod,
      'dct:rights': rights,
      'dct:conformsTo': file.standard && standard(file.standard),
      'dcat:accessService': api,
      'adms:status': of.completed,
      'dcatap:availability': of.stable,
      ...dates,
    });

  const series = at('measures');
  const newest = releases.filter(({ latest }) => latest);
  const nameOf = ({ year }: { year: number }) => `measures-${year}`;
  const editions = newest.map((release, index) => {
    const { year, edition } = release;
    const name = nameOf(release);
    const before = newest[index + 1];
    const dates = datesOf(release, releases);
    const questionnaire = standard({
      address: `/api/v1/editions/${edition}/codebook`,
      title: filled(texts.questionnaire, { id: edition }),
    });
    return graph.describe(at(name), ['dcat:Dataset'], {
      ...found(name, filled(texts.edition, { year: String(year) }), aboutOf(release)),
      ...covers,
      'dct:temporal': graph.describeNameless(['dct:PeriodOfTime'], {
        'dcat:startDate': day(`${year}-01-01`),
        'dcat:endDate': day(`${year}-12-31`),
      }),
      ...dates,
      'owl:versionInfo': plain(releaseName(release)),
      'dcat:landingPage': address(`/${releaseName(release)}`),
      'dct:conformsTo': questionnaire,
      'dcat:inSeries': series,
      'dcat:prev': before && at(nameOf(before)),
      'dcat:distribution': filesOf(release, source.files.get(release.id) ?? []).map((file) =>
        distribution(name, file, dates),
      ),
    });
  });

  const last = newest[0];
  const first = newest.at(-1);
  if (first && last)
    graph.describe(series, ['dcat:DatasetSeries', 'dcat:Dataset'], {
      ...found('measures', texts.series, texts.seriesAbout),
      ...covers,
      'dct:temporal': graph.describeNameless(['dct:PeriodOfTime'], {
        'dcat:startDate': day(`${first.year}-01-01`),
        'dcat:endDate': day(`${last.year}-12-31`),
      }),
      'dct:issued': datesOf(first, releases)['dct:issued'],
      'dct:modified': datesOf(last, releases)['dct:modified'],
      'dcat:landingPage': address('/register'),
      'dcat:first': at(nameOf(first)),
      'dcat:last': at(nameOf(last)),
    });

  const codeLists = graph.describe(at('code-lists'), ['dcat:Dataset'], {
    ...found('code-lists', texts.codeLists, texts.codeListsAbout),
    'dct:type': of.codeList,
    'dct:spatial': of.norway,
    'dct:language': of.languagesOfData,
    // The first questionnaire; there is no end.
    'dct:temporal': graph.describeNameless(['dct:PeriodOfTime'], { 'dcat:startDate': day(`${source.since}-01-01`) }),
    'dcat:landingPage': address('/om-dataene#apne-data'),
    'dcat:distribution': codeListFiles.map((file) => distribution('code-lists', file)),
  });

  graph.describe(api, ['dcat:DataService'], {
    ...found('api', texts.api, texts.apiAbout),
    'dcat:endpointURL': address('/api/v1'),
    'dcat:endpointDescription': address('/api/v1/openapi.json'),
    'foaf:page': address('/api/docs'),
    'dct:license': of.nlod,
    'dct:format': of.fileType('JSON'),
    'dcat:mediaType': of.mediaType('application/json'),
    'dcat:servesDataset': [...editions, codeLists],
  });

  graph.describe(address(catalogPath), ['dcat:Catalog'], {
    'dct:identifier': plain(base + catalogPath),
    'dct:title': inLanguages(texts.catalog),
    'dct:description': inLanguages(texts.catalogAbout),
    'dct:publisher': agent,
    'dcat:contactPoint': contact,
    'dct:language': of.languagesOfData,
    'dct:spatial': of.norway,
    'dct:license': of.nlod,
    'dct:rights': rights,
    'foaf:homepage': address('/'),
    'dct:issued': first && datesOf(first, releases)['dct:issued'],
    'dct:modified': newestDay(releases),
    'dcat:dataset': [...(first ? [series] : []), ...editions, codeLists],
    'dcat:service': api,
  });
  return graph;
}

/** A year’s data were first issued with its first release that is public, and changed with its newest. */
export function datesOf(newest: DatedRelease, releases: readonly DatedRelease[]) {
  const first = releases.findLast(({ year }) => year === newest.year) ?? newest;
  return {
    'dct:issued': day(osloDay(first.frozenAt)),
    'dct:modified': day(osloDay(newest.frozenAt)),
  } as const satisfies Partial<Record<Name, unknown>>;
}

const newestDay = (releases: readonly DatedRelease[]) => {
  const [last] = releases
    .map(({ frozenAt }) => osloDay(frozenAt))
    .toSorted()
    .reverse();
  return last === undefined ? undefined : day(last);
};

export function aboutOf({
  year,
  number,
  measures,
  publicMeasures: open,
  answered,
  invited,
  notice,
}: DatedRelease): Text {
  const about = filled(texts.editionAbout, { name: releaseName({ year, number }), measures, open, answered, invited });
  if (!notice) return about;
  return { nb: `${about.nb} ${notice.nb}`, nn: `${about.nn} ${notice.nn}`, en: `${about.en} ${notice.en}` };
}

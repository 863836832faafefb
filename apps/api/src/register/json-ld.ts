import { license, type RegisterMeasure } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { prefixes } from '@samblikk/text';

/**
 * A public measure in the words of schema.org: a `Project` of a `GovernmentOrganization`, with each public answer as a
 * `PropertyValue` and the record it stands in as a `CreativeWork`. What is kept back is not there.
 */
export function measureJsonLdOf(page: RegisterMeasure, publicUrl: string, language: Language): object {
  const url = `${publicUrl}${prefixes[language]}/tiltak/${page.number}`;
  const answers = page.sections.flatMap((section) => section.answers);
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    '@id': `${publicUrl}/tiltak/${page.number}`,
    url,
    identifier: page.number,
    ...(page.title !== null && { name: page.title }),
    ...(page.summary !== null && { description: page.summary }),
    parentOrganization: {
      '@type': 'GovernmentOrganization',
      name: page.agency.label,
      identifier: { '@type': 'PropertyValue', propertyID: 'organisasjonsnummer', value: page.agency.code },
      parentOrganization: {
        '@type': 'GovernmentOrganization',
        name: page.ministry.label,
        identifier: page.ministry.code,
      },
    },
    additionalProperty: answers.flatMap(({ question, label, state, text, values }) =>
      state !== 'answered'
        ? []
        : [
            {
              '@type': 'PropertyValue',
              propertyID: question,
              name: label,
              value: values.length > 0 ? values.map((value) => value.label) : text,
            },
          ],
    ),
    subjectOf: {
      '@type': 'CreativeWork',
      url: `${url}?round=${page.year}&release=${page.release.number}`,
      version: page.release.name,
      dateModified: page.release.dataAsOf,
      temporalCoverage: String(page.year),
      license: license.url,
      isPartOf: { '@type': 'Dataset', name: 'Samblikk', url: `${publicUrl}/register` },
    },
  };
}

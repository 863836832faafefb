import { numbered, withheldOption } from '@samblikk/questionnaire';
import { share } from '@samblikk/statistics';
import { formatMoment, formatNumber } from '@samblikk/text';
import type { Block } from '../model.ts';
import { heading, paragraph, type Writing } from '../writing.ts';

export function introduction({ say, about }: Writing): readonly Block[] {
  return [
    heading(1, 'introduction', say('introduction')),
    paragraph(say('introductionText', { year: String(about.year) })),
    paragraph(say('introductionBase', { release: about.release })),
  ];
}

/** How the numbers were made: who was asked, until when, as of when, what words mean, and the rules of derived variables. */
export function methodChapter(writing: Writing): readonly Block[] {
  const { say, source } = writing;
  const { language } = say;
  const { edition } = source;
  return [
    heading(1, 'method', say('method')),
    {
      kind: 'table',
      id: 'table-method',
      caption: say('methodFacts'),
      columns: [
        { label: say('fact'), number: false, width: 0.4 },
        { label: say('value'), number: false, width: 0.6 },
      ],
      rows: facts(writing),
      notes: [],
    },
    heading(2, 'method-words', say('methodHow')),
    {
      kind: 'list',
      items: [
        [{ text: say('methodLate') }],
        [{ text: say('methodBlank') }],
        [{ text: say('methodWithheld', { withheld: withheldOption.label[language] }) }],
        [{ text: say('methodRounding') }],
      ],
    },
    heading(2, 'method-derived', say('methodDerived')),
    paragraph(say('methodDerivedText', { edition: edition.title[language] })),
    {
      kind: 'list',
      items: edition.derived.map(({ label, rule }) => [
        { text: `${label[language]}: `, strong: true },
        { text: rule[language] },
      ]),
    },
  ];
}

function facts({ say, from, source, report, deadline, about }: Writing): readonly (readonly string[])[] {
  const { release } = from;
  const { language } = say;
  const number = (value: number) => formatNumber(value, language);
  const moment = (at: Date) => formatMoment(at.toISOString(), language);
  const rate = share(release.answered, release.invited);
  return [
    [say('factInvited'), number(release.invited)],
    [say('factAnswered'), number(release.answered)],
    [say('factRate'), rate === null ? '–' : number(Math.round(rate))],
    [say('factMeasures'), number(release.measures)],
    [say('factPublic'), number(release.publicMeasures)],
    [say('factMinistries'), number(report.ministries.values.filter((value) => value).length)],
    ...(deadline ? [[say('factDeadline'), moment(deadline)]] : []),
    [say('factAsOf'), moment(release.dataAsOf)],
    [say('factFrozen'), moment(release.frozenAt)],
    [say('factRelease'), about.release],
    [say('factEdition'), source.edition.title[language]],
    [say('factQuestions'), number(numbered(source.edition).questions)],
    [say('factHash'), release.contentHash],
  ];
}

import { share } from '@samblikk/statistics';
import { formatDate, formatNumber } from '@samblikk/text';
import { gridBlock, gridOf } from '../grids.ts';
import type { Block } from '../model.ts';
import { heading, paragraph, type Writing } from '../writing.ts';

/** Who was asked and who answered, by ministry. */
export function responseChapter(writing: Writing): readonly Block[] {
  const { say, from, report, about, deadline } = writing;
  const years = gridOf(writing, 'response-years');
  const { invited, answered, measures } = from.release;
  const { language } = say;
  const number = (value: number) => formatNumber(value, language);
  const rate = (of: number, all: number) => number(Math.round(share(of, all) ?? 0));
  const byMinistry = report.response;
  const [dimension] = report.ministries.dimensions;
  const measuresOf = (code: string) => {
    const at = dimension?.categories.findIndex((category) => category.code === code) ?? -1;
    return at < 0 ? 0 : (report.ministries.values[at] ?? 0);
  };
  const nameOf = (code: string) => from.names.ministry(code)?.[language] ?? code;
  const table: readonly Block[] = byMinistry
    ? [
        {
          kind: 'table',
          id: 'table-response',
          caption: say('responseTable'),
          columns: [
            { label: say('ministry'), number: false },
            { label: say('asked'), number: true },
            { label: say('answered'), number: true },
            { label: say('rate'), number: true },
            { label: say('measures'), number: true },
          ],
          rows: [
            ...byMinistry
              .map((one) => ({ ...one, name: nameOf(one.ministry) }))
              .sort((a, b) => a.name.localeCompare(b.name, 'nb'))
              .map((one) => [
                one.name,
                number(one.asked),
                number(one.answered),
                rate(one.answered, one.asked),
                number(measuresOf(one.ministry)),
              ]),
            [say('inAll'), number(invited), number(answered), rate(answered, invited), number(measures)],
          ],
          notes: [say('source', about)],
        },
      ]
    : [paragraph(say('responseChanged'))];
  return [
    heading(1, 'response', say('response')),
    paragraph([
      { text: say('responseText', { answered, invited, rate: rate(answered, invited) }) },
      ...(deadline && from.release.dataAsOf < deadline
        ? [{ text: ` ${say('beforeDeadline', { deadline: formatDate(deadline.toISOString(), language) })}` }]
        : []),
      ...(byMinistry ? [{ text: ` ${say('see')} ` }, { to: 'table-response' }, { text: '.' }] : []),
    ]),
    ...table,
    ...(years ? [gridBlock(writing, years, ['asked', 'answered', 'rate', 'measures'])] : []),
  ];
}

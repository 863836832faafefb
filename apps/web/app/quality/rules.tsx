import type { ReplyAt } from '@samblikk/contract/client';
import type { Edition } from '@samblikk/questionnaire';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { useEdition } from '../measure/index.ts';
import { addressOf } from '../platform/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { qualityPath, signedInApi, yearOf } from '../ui/index.ts';
import { useQualityText } from './texts.ts';
import { useFiredWords } from './words.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  await requireStaff(args, 'round.followUp');
  return { statistics: await signedInApi(args)('readRuleStatistics', { params: { year } }) };
}

const counts = ['fired', 'standing', 'confirmed', 'queried', 'mended', 'corrected'] as const;

/** For Digdir: how often each rule fires, and what comes of it. */
export default function Rules() {
  const { statistics } = useLoaderData<typeof loader>();
  const edition = useEdition(statistics.edition);
  return edition ? <RuleTable statistics={statistics} edition={edition} /> : null;
}

function RuleTable({ statistics, edition }: { statistics: ReplyAt<'readRuleStatistics'>; edition: Edition }) {
  const s = useQualityText();
  const to = useHref();
  const words = useFiredWords(edition);
  const { year, rules, measures } = statistics;
  return (
    <>
      <RoundHead year={year} page="quality" below title={s('rules.title', { year: String(year) })} />
      <p className="lead">{s('rules.lead', { measures })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section className="table-box" aria-labelledby="rules" tabIndex={0}>
        <table className="ds-table" data-zebra>
          <caption id="rules">{s('rules.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{s('rules.rule')}</th>
              {counts.map((count) => (
                <th scope="col" className="number" key={count}>
                  {s(`rules.${count}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  {row.standing > 0 ? (
                    <Link to={to(`${qualityPath(year)}?show=all&rule=${encodeURIComponent(row.code)}`)}>
                      {words(row.code)}
                    </Link>
                  ) : (
                    words(row.code)
                  )}
                </th>
                {counts.map((count) => (
                  <td className="number" key={count}>
                    {row[count]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <a href={addressOf('ruleStatisticsCsv', { params: { year } })} download>
          {s('rules.file')}
        </a>
      </p>
    </>
  );
}

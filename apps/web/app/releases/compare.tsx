import './releases.css';
import type { ReleaseComparison, RoundRelease } from '@samblikk/contract/client';
import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { addressOf } from '../platform/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { signedInApi, yearOf } from '../ui/index.ts';
import { ChangeList } from './change-list.tsx';
import { useChangeText } from './change-texts.ts';
import { previewPathOf } from './changed.tsx';
import { FiguresCompared } from './compared-figures.tsx';
import { Numbers } from './compared-numbers.tsx';
import { ReleaseReason } from './release-reason.tsx';
import { useReleaseText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  await requireStaff(args, 'release.preview');
  const call = signedInApi(args);
  const rounds = await call('listRounds', {});
  const releases = (
    await Promise.all(rounds.map((round) => call('listRoundReleases', { params: { year: round.year } })))
  ).flat();
  const chosen = chosenOf(releases, year, args.url.searchParams);
  const { before, after } = chosen;
  const comparison =
    before && after && before !== after
      ? await call('compareReleases', { params: placeOf(after), query: { with: before } })
      : null;
  return { year, releases, chosen, comparison };
}

/** Which two, by name: what the address says; else the newest of the round and the one before it. */
function chosenOf(releases: readonly RoundRelease[], year: number, search: URLSearchParams) {
  const known = (name: string | null) => releases.find((release) => release.name === name)?.name;
  const own = releases.filter((release) => release.year === year);
  const after = known(search.get('til')) ?? own[0]?.name ?? '';
  const before = known(search.get('fra')) ?? own.find(({ name }) => name !== after)?.name ?? '';
  return { before, after };
}

const placeOf = (name: string) => {
  const [year = 0, number = 0] = name.split('.').map(Number);
  return { year, number };
};

/** For Digdir: two releases held against each other, also of different years. */
export default function Compare() {
  const { year, releases, chosen, comparison } = useLoaderData<typeof loader>();
  const s = useReleaseText();
  const { before, after } = chosen;
  return (
    <>
      <RoundHead year={year} page="publishing" below title={s('compare.title')} />
      <Form method="get" className="compare-form" key={`${before} ${after}`}>
        <Choice name="fra" label={s('compare.from')} value={before} releases={releases} />
        <Choice name="til" label={s('compare.to')} value={after} releases={releases} />
        <button className="ds-button" type="submit">
          {s('compare.show')}
        </button>
      </Form>
      {comparison ? (
        <Compared comparison={comparison} />
      ) : (
        <p role="status">{s(before !== '' && before === after ? 'compare.same' : 'compare.none')}</p>
      )}
    </>
  );
}

function Choice(props: { name: string; label: string; value: string; releases: readonly RoundRelease[] }) {
  const s = useReleaseText();
  const { name, label, value, releases } = props;
  const states = { held: 'held', scheduled: 'held', published: 'published', withdrawn: 'withdrawn' } as const;
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      <select className="ds-input" id={name} name={name} defaultValue={value}>
        {releases.map((release) => (
          <option key={release.id} value={release.name}>
            {`${release.name} (${s(`release.tag.${states[release.publication]}`).toLocaleLowerCase('nb')})`}
          </option>
        ))}
      </select>
    </div>
  );
}

function Compared({ comparison }: { comparison: ReleaseComparison }) {
  const c = useChangeText();
  const s = useReleaseText();
  const { before, after, measures, figures } = comparison;
  const names = { before: before.name, after: after.name };
  const counts = (['measures', 'publicMeasures', 'invited', 'answered'] as const).map((count) => ({
    label: s(`compare.${count}`),
    before: before[count],
    after: after[count],
  }));
  return (
    <>
      <h2 className="ds-heading" data-size="md">
        {s('compare.heading', names)}
      </h2>
      {after.reason !== null && (
        <section aria-labelledby="why">
          <h3 className="ds-heading" data-size="2xs" id="why">
            {c('why')}
          </h3>
          <ReleaseReason reason={after.reason} />
        </section>
      )}
      <p>
        <a href={addressOf('compareReleasesCsv', { params: placeOf(after.name), query: { with: before.name } })}>
          {s('compare.csv')}
        </a>
      </p>
      <Numbers caption={s('compare.totals')} names={names} unit="measures" rows={counts} />
      <section className="hub-section" aria-labelledby="answers">
        <h2 className="ds-heading" data-size="sm" id="answers">
          {s('compare.answers')}
        </h2>
        <ChangeList
          measures={measures}
          pathOf={({ number, change }) =>
            `${previewPathOf(change === 'removed' ? before.name : after.name)}/tiltak/${number}`
          }
        />
      </section>
      <FiguresCompared figures={figures} names={names} />
    </>
  );
}

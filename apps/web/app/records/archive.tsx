import { addressOf } from '@samblikk/contract/client';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { auditPath, signedInApi, yearOf } from '../ui/index.ts';
import { useArchiveText } from './archive-texts.ts';
import { parameters } from './audit-filter.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  await requireStaff(args, 'round.archive');
  await signedInApi(args)('readRound', { params: { year } });
  return { year };
}

/** What whoever runs the program writes; `docs/backup.md` says more. */
const backupCommands = [
  'samblikk backup --out samblikk.zip',
  'samblikk backup verify samblikk.zip',
  'samblikk restore --from samblikk.zip',
];

/** For administrators: the round as one file, how it is verified, and that a backup is another thing. */
export default function Archive() {
  const { year } = useLoaderData<typeof loader>();
  const s = useArchiveText();
  const to = useHref();
  const address = addressOf('makeArchive').path.replace(':year', String(year));
  return (
    <>
      <RoundHead year={year} page="archive" title={s('title', { year: String(year) })} />
      <p className="lead prose">{s('lead')}</p>
      <p className="prose">{s('exempt')}</p>
      <p>
        <a className="ds-button" href={address} download>
          {s('download')}
        </a>
      </p>
      <section className="hub-section" aria-labelledby="verify">
        <h2 className="ds-heading" data-size="sm" id="verify">
          {s('verify')}
        </h2>
        <p className="prose">{s('verifyText')}</p>
        <p>
          <code>{`samblikk archive verify samblikk-${year}.zip`}</code>
        </p>
        <p className="prose">{s('same')}</p>
      </section>
      <section className="hub-section" aria-labelledby="backup">
        <h2 className="ds-heading" data-size="sm" id="backup">
          {s('backup')}
        </h2>
        <p className="prose">{s('backupText')}</p>
        <ul className="names">
          {backupCommands.map((command) => (
            <li key={command}>
              <code>{command}</code>
            </li>
          ))}
        </ul>
        <p className="prose">{s('backupSecret')}</p>
      </section>
      <p>
        <Link to={to(`${auditPath}?${parameters.year}=${year}`)}>{s('audit', { year: String(year) })}</Link>
      </p>
    </>
  );
}

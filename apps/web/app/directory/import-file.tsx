import { Form } from 'react-router';
import { showDay, useLanguage } from '../i18n/index.ts';
import { TextFileField } from '../ui/index.ts';
import type { Outcome } from './directory-action.ts';
import { useDirectoryText } from './texts.ts';

const columns = 'id, orgnr, nameNb, nameNn, nameEn, ministry, from, ended, successor, source, code';

/** Changes from a file: first what would change and what is wrong, and only then all of it. */
export function ImportFile({ outcome }: { outcome: Outcome | undefined }) {
  const s = useDirectoryText();
  const told = outcome && 'file' in outcome ? outcome : undefined;
  return (
    <section className="hub-section" aria-labelledby="import">
      <h2 className="ds-heading" data-size="sm" id="import">
        {s('import')}
      </h2>
      <p className="prose">{s('importText', { columns })}</p>
      <Form method="post" className="form-column">
        <TextFileField id="file" name="csv" label={s('file')} accept=".csv,text/csv" />
        <button className="ds-button" data-variant="secondary" type="submit" name="what" value="look">
          {s('look')}
        </button>
      </Form>
      {told && <Told told={told} />}
    </section>
  );
}

function Told({ told: { file, csv } }: { told: Extract<Outcome, { file: object }> }) {
  const s = useDirectoryText();
  const language = useLanguage();
  const { problems, changes, unchanged, dryRun } = file;
  if (problems.length > 0)
    return (
      <>
        <p className="ds-alert" role="alert" data-color="danger">
          {s('problems', { count: problems.length })}
        </p>
        <FileTable
          head={[s('row'), s('column'), s('value'), s('reason')]}
          rows={problems.map(({ row, column, value, text }) => [String(row), column, value, text])}
        />
      </>
    );
  return (
    <>
      <p className="ds-alert" role="status" data-color={dryRun ? 'info' : 'success'}>
        {dryRun ? s('wouldChange', { count: changes.length, unchanged }) : s('imported', { count: changes.length })}
      </p>
      {changes.length > 0 && (
        <FileTable
          head={[s('row'), s('change'), s('name'), s('from'), s('value')]}
          rows={changes.map(({ row, change, name, from, details }) => [
            ...[String(row), s(`change.${change}`), name, showDay(from, language), details],
          ])}
        />
      )}
      {dryRun && changes.length > 0 && (
        <Form method="post">
          <input type="hidden" name="csv" value={csv} />
          <button className="ds-button" type="submit" name="what" value="import">
            {s('commit')}
          </button>
        </Form>
      )}
    </>
  );
}

function FileTable({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  const s = useDirectoryText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="table-box" aria-label={s('file')} tabIndex={0}>
      <table className="ds-table" data-zebra>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join('\t')}>
              {cells.map((cell, at) => (
                <td key={head[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

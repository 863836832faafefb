import type { PopulationImport } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { addressOf } from '../platform/index.ts';
import { TextFileField } from '../ui/index.ts';
import { useStaffText } from './texts.ts';

/** What a file told, and the file itself. */
export interface FileTold {
  readonly file: PopulationImport;
  readonly csv: string;
}

/** The population to a file and back: what is wrong and what would change is told before anything is saved. */
export function PopulationFile({ year, saved, told }: { year: number; saved: boolean; told: FileTold | undefined }) {
  const s = useStaffText();
  return (
    <section className="hub-section" aria-labelledby="population-file">
      <h2 className="ds-heading" data-size="sm" id="population-file">
        {s('populationFile.title')}
      </h2>
      <p className="prose">{s('populationFile.text')}</p>
      {saved ? (
        <ul className="downloads">
          <li>
            <a href={addressOf('exportPopulation', { params: { year } })} download>
              CSV
            </a>
          </li>
        </ul>
      ) : (
        <p>{s('populationFile.notSaved')}</p>
      )}
      <Form method="post" className="form-column">
        <input type="hidden" name="what" value="look" />
        <TextFileField id="population-upload" name="csv" label={s('populationFile.file')} accept=".csv,text/csv" />
        <button className="ds-button" data-variant="secondary" type="submit">
          {s('populationFile.look')}
        </button>
      </Form>
      {told && <Told told={told} />}
    </section>
  );
}

function Told({ told: { file, csv } }: { told: FileTold }) {
  const s = useStaffText();
  const { problems, added, removed, changed, unchanged, dryRun } = file;
  if (problems.length > 0)
    return (
      <>
        <p className="ds-alert" role="alert" data-color="danger">
          {s('populationFile.problems', { count: problems.length })}
        </p>
        <ul className="names">
          {problems.map(({ row, column, value, text }) => (
            <li key={`${row} ${column} ${value}`}>
              {s('populationFile.problem', { row, column, value: value === '' ? '–' : value, text })}
            </li>
          ))}
        </ul>
      </>
    );
  const touched = added.length + removed.length + changed.length;
  const lines = [
    ...added.map((one) =>
      s(one.inDirectory ? 'populationFile.added' : 'populationFile.addedNew', { ...one, inDirectory: '' }),
    ),
    ...removed.map((one) => s('populationFile.removed', one)),
    ...changed.flatMap(({ name, orgnr, fields }) =>
      fields.map(({ field, before, after }) =>
        s('populationFile.changed', { name, orgnr, field, before: before || '–', after: after || '–' }),
      ),
    ),
  ];
  return (
    <>
      <p className="ds-alert" role="status" data-color={dryRun ? undefined : 'success'}>
        {s(dryRun ? 'populationFile.would' : 'populationFile.done', { count: touched, unchanged })}
      </p>
      {dryRun && touched > 0 && (
        <>
          <ul className="names">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Form method="post">
            <input type="hidden" name="what" value="import" />
            <input type="hidden" name="csv" value={csv} />
            <button className="ds-button" type="submit">
              {s('populationFile.save')}
            </button>
          </Form>
        </>
      )}
    </>
  );
}

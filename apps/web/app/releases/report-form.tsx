import { type ReplyAt, reportFormats } from '@samblikk/contract/client';
import { useLanguage } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import { useReleaseText } from './texts.ts';

/** For staff: the draft of the yearly report of a release as a file. The form asks for the file itself: no page comes between. */
export function ReportForm(props: { year: number; number: number; figures: ReplyAt<'previewFigures'>['figures'] }) {
  const { year, number, figures } = props;
  const s = useReleaseText();
  const language = useLanguage();
  return (
    <section className="hub-section" aria-labelledby="report">
      <h2 className="ds-heading" data-size="sm" id="report">
        {s('report.title')}
      </h2>
      <p className="prose">{s('report.text')}</p>
      <form method="get" action={addressOf('releaseReport', { params: { year, number } })} className="report-form">
        <div className="ds-field">
          <label className="ds-label" htmlFor="report-format">
            {s('report.format')}
          </label>
          <select className="ds-input" id="report-format" name="format" defaultValue="docx">
            {reportFormats.map((format) => (
              <option key={format} value={format}>
                {s(`report.format.${format}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="ds-field">
          <label className="ds-label" htmlFor="report-language">
            {s('report.language')}
          </label>
          <select className="ds-input" id="report-language" name="lang" defaultValue={language}>
            <option value="nb">Bokmål</option>
            <option value="nn">Nynorsk</option>
            <option value="en">English</option>
          </select>
        </div>
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{s('report.figures')}</legend>
          {figures.map(({ id, number: figure, title }) => (
            <div className="ds-field" key={id}>
              <input
                className="ds-input"
                type="checkbox"
                id={`report-${id}`}
                name="figures"
                value={id}
                defaultChecked
              />
              <label className="ds-label" data-weight="regular" htmlFor={`report-${id}`}>
                {`${figure}. ${title}`}
              </label>
            </div>
          ))}
        </fieldset>
        <div className="ds-field">
          <label className="ds-label" htmlFor="report-table">
            {s('report.table')}
          </label>
          <input
            className="ds-input"
            type="text"
            id="report-table"
            name="table"
            aria-describedby="report-table-help"
            autoComplete="off"
          />
          <p className="small subtle" id="report-table-help">
            {s('report.tableHelp')}
          </p>
        </div>
        <button className="ds-button" type="submit">
          {s('report.make')}
        </button>
      </form>
    </section>
  );
}

import { type Separator, separators, spreadsheetLimits } from '@samblikk/contract/client';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useLanguage } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import type { AgencyYear } from './send.ts';
import { useSheetText } from './texts.ts';

const size = spreadsheetLimits.bytes / 1024 / 1024;

/** The first step: choose a file, or take our own sheets home first. */
export function ChooseFile({
  params,
  busy,
  onFile,
}: {
  params: AgencyYear;
  busy: boolean;
  onFile: (file: File, separator: Separator | undefined) => void;
}) {
  const t = useSheetText();
  const input = useRef<HTMLInputElement>(null);
  const [separator, setSeparator] = useState<Separator>();
  const [wrong, setWrong] = useState<FileFault>();

  function send(event: FormEvent) {
    event.preventDefault();
    const file = input.current?.files?.[0];
    const found = !file ? 'fileMissing' : file.size > spreadsheetLimits.bytes ? 'fileTooLarge' : undefined;
    setWrong(found);
    if (found) input.current?.focus();
    else if (file && !busy) onFile(file, separator);
  }

  return (
    <>
      <form className="sheet-part" onSubmit={send} noValidate>
        <FileField input={input} wrong={wrong} />
        <SeparatorChoice separator={separator} onChoose={setSeparator} />
        <div className="buttons">
          <button className="ds-button" data-variant="primary" type="submit" aria-disabled={busy || undefined}>
            {t('upload')}
          </button>
        </div>
      </form>
      <Templates params={params} />
    </>
  );
}

type FileFault = 'fileMissing' | 'fileTooLarge';

function FileField({ input, wrong }: { input: RefObject<HTMLInputElement | null>; wrong: FileFault | undefined }) {
  const t = useSheetText();
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" htmlFor="file">
        {t('file')}
      </label>
      <p data-field="description" id="file-help">
        {t('fileHelp', { rows: spreadsheetLimits.rows, size })}
      </p>
      <p className="subtle small" id="file-formulas">
        {t('fileFormulas')}
      </p>
      <input
        className="ds-input"
        type="file"
        id="file"
        ref={input}
        accept=".xlsx,.csv,.txt,.tsv"
        aria-describedby={wrong ? 'file-error file-help file-formulas' : 'file-help file-formulas'}
        aria-invalid={wrong ? true : undefined}
      />
      {wrong && (
        <p className="ds-validation-message" data-color="danger" data-field="validation" id="file-error">
          {t(wrong, { size })}
        </p>
      )}
    </div>
  );
}

/** What separates the columns of a CSV file; guessed unless told. */
function SeparatorChoice({
  separator,
  onChoose,
}: {
  separator: Separator | undefined;
  onChoose: (separator: Separator | undefined) => void;
}) {
  const t = useSheetText();
  return (
    <div className="ds-field sheet-choice">
      <label className="ds-label" htmlFor="separator">
        {t('separator')}
      </label>
      <select
        className="ds-input"
        id="separator"
        value={separator ?? ''}
        onChange={({ target }) => onChoose(separators.find((one) => one === target.value))}
      >
        <option value="">{t('separatorGuess')}</option>
        {separators.map((one) => (
          <option key={one} value={one}>
            {t(`separator_${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The agency's own sheet, to fill in. */
function Templates({ params }: { params: AgencyYear }) {
  const t = useSheetText();
  const lang = useLanguage();
  return (
    <section className="sheet-part" aria-labelledby="template">
      <h2 className="ds-heading" data-size="sm" id="template">
        {t('template')}
      </h2>
      <p>{t('templateText')}</p>
      <ul className="buttons plain-list">
        <li>
          <a
            className="ds-button"
            data-variant="secondary"
            href={addressOf('templateXlsx', { params, query: { lang } })}
          >
            {t('templateXlsx')}
          </a>
        </li>
        <li>
          <a className="ds-button" data-variant="tertiary" href={addressOf('templateCsv', { params, query: { lang } })}>
            {t('templateCsv')}
          </a>
        </li>
      </ul>
    </section>
  );
}

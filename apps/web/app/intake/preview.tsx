import type { SpreadsheetPreview, SpreadsheetUpload } from '@samblikk/contract/client';
import { RowPlace } from './row-place.tsx';
import type { Mapping } from './send.ts';
import { useSheetText } from './texts.ts';
import { Tick } from './tick.tsx';

type Row = SpreadsheetPreview['rows'][number];

/** The kinds of rows in the order they are read: what is wrong first. */
const order = ['faulty', 'changed', 'carriedForward', 'ended', 'new', 'unchanged', 'skipped'] as const;

interface Props {
  preview: SpreadsheetPreview;
  /** The rows that were ready are in; these are the rest. */
  begun: boolean;
  upload: SpreadsheetUpload;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  /** Makes the preview anew; undefined while it is of this mapping. */
  onUpdate: (() => void) | undefined;
}

/** The third step: what taking the list in would do, counted, and the words that had to be understood. */
export function PreviewHead({ preview, begun, upload, mapping, onMapping, onUpdate }: Props) {
  const t = useSheetText();
  const { counts } = preview;
  return (
    <>
      <p>{t(begun ? 'restText' : 'previewText')}</p>
      <dl className="sheet-counts">
        {order
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <div key={kind} data-kind={kind} data-count={counts[kind]}>
              <dt>{t(`kind_${kind}`)}</dt>
              <dd>{counts[kind]}</dd>
            </div>
          ))}
        {counts.warnings > 0 && (
          <div data-kind="warnings">
            <dt>{t('warnings')}</dt>
            <dd>{counts.warnings}</dd>
          </div>
        )}
      </dl>
      <Words preview={preview} upload={upload} mapping={mapping} onMapping={onMapping} onUpdate={onUpdate} />
    </>
  );
}

/** Everything that taking the list in would do, row by row. */
export function PreviewRows({ preview, mapping, onMapping }: Pick<Props, 'preview' | 'mapping' | 'onMapping'>) {
  const t = useSheetText();
  const { counts, rows, notListed } = preview;
  return (
    <>
      {order
        .filter((kind) => kind !== 'unchanged')
        .map((kind) => {
          const found = rows.filter((row) => row.kind === kind);
          if (found.length === 0) return null;
          return (
            <section className="sheet-part" key={kind} aria-labelledby={`kind-${kind}`}>
              <h3 className="ds-heading" data-size="xs" id={`kind-${kind}`}>
                {`${t(`kind_${kind}`)} (${counts[kind]})`}
              </h3>
              <ul className="sheet-rows plain-list">
                {found.map((row) => (
                  <li key={row.key} data-kind={kind}>
                    <PreviewRow row={row} mapping={mapping} onMapping={onMapping} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      {notListed > 0 && <p>{t('notListed', { count: notListed })}</p>}
    </>
  );
}

function PreviewRow({
  row,
  mapping,
  onMapping,
}: {
  row: Row;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}) {
  const t = useSheetText();
  const will = mapping.rows[row.key];
  const set = (value: 'new' | 'skip', on: boolean) => {
    const { [row.key]: _, ...rest } = mapping.rows;
    onMapping({ ...mapping, rows: on ? { ...rest, [row.key]: value } : rest });
  };
  const title = row.title ?? t('unnamed');
  const resembles = row.how === 'name' && row.match && row.match.title !== row.title;
  return (
    <>
      <p className="sheet-row-name">
        <RowPlace of={row} /> <strong>{title}</strong>{' '}
        {row.match && <span className="subtle small">{row.match.number}</span>}
      </p>
      {row.becomesPublic && <p className="sheet-public">{t('becomesPublicRow')}</p>}
      {row.issues.length > 0 && (
        <ul className="sheet-issues">
          {row.issues.map(({ column, value, text, code, level, question }) => (
            <li key={`${column} ${code} ${question} ${text}`} data-level={level}>
              <span>{[column, value && t('quoted', { value })].filter(Boolean).join(' ')}</span>
              <span>{`${column ? ': ' : ''}${text ?? code}`}</span>
            </li>
          ))}
        </ul>
      )}
      {row.kind !== 'faulty' && row.kind !== 'skipped' && row.changes.length > 0 && (
        <details open={row.kind === 'changed' || row.kind === 'carriedForward'}>
          <summary>
            <span>{t('change', { count: row.changes.length })}</span>
            <span className="visually-hidden">{`, ${title}`}</span>
          </summary>
          <dl className="sheet-changes">
            {row.changes.map(({ question, label, from, to }) => (
              <div key={question}>
                <dt>{label}</dt>
                <dd>
                  {from !== null && (
                    <>
                      <span className="visually-hidden">{`${t('was')} `}</span>
                      <del>{from}</del> <span className="visually-hidden">{`${t('becomes')} `}</span>
                    </>
                  )}
                  <ins>{to}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {row.kind !== 'faulty' && row.kind !== 'skipped' && row.sameAsLast > 0 && (
        <p className="subtle small">{t('sameAsLast', { count: row.sameAsLast })}</p>
      )}
      {row.missing.length > 0 && <p className="subtle small">{t('missing', { questions: row.missing.join(' · ') })}</p>}
      {(resembles || will === 'new') && (
        <Tick on={will === 'new'} onChange={(on) => set('new', on)}>
          {resembles && row.match && (
            <span>{`${t('matchedByName', { number: row.match.number, title: row.match.title ?? '' })}. `}</span>
          )}
          <span>{t('isNew')}</span>
          <span className="visually-hidden">{`: ${title}`}</span>
        </Tick>
      )}
      <Tick
        on={will === undefined ? row.kind === 'skipped' : will === 'skip'}
        // A row that the list itself seems to leave out is imported when someone says so.
        onChange={(on) => (on || will === 'skip' ? set('skip', on) : set('new', true))}
      >
        <span>{t('skip')}</span>
        <span className="visually-hidden">{`: ${title}`}</span>
      </Tick>
    </>
  );
}

/** The words of the list that are not ours: what they stand for. */
function Words({ preview, upload, mapping, onMapping, onUpdate }: Omit<Props, 'begun'>) {
  const t = useSheetText();
  const unknown = preview.words.filter(({ how }) => how === 'unknown');
  const known = preview.words.filter(({ how }) => how !== 'unknown');
  const choice = (word: SpreadsheetPreview['words'][number]) => (
    <WordChoice
      key={`${word.question} ${word.word}`}
      word={word}
      upload={upload}
      mapping={mapping}
      onMapping={onMapping}
    />
  );
  return (
    <>
      {unknown.length > 0 && (
        <section className="sheet-part" aria-labelledby="words">
          <h3 className="ds-heading" data-size="xs" id="words">
            {t('wordsUnknown')}
          </h3>
          <p>{t('wordsUnknownText')}</p>
          <div className="sheet-words">{unknown.map(choice)}</div>
        </section>
      )}
      {known.length > 0 && (
        <details>
          <summary>{t('wordsKnown', { count: known.length })}</summary>
          <div className="sheet-words">{known.map(choice)}</div>
        </details>
      )}
      {onUpdate && Object.keys(mapping.words).length > 0 && (
        <div className="buttons">
          <button className="ds-button" data-variant="secondary" type="button" onClick={onUpdate}>
            {t('update')}
          </button>
        </div>
      )}
    </>
  );
}

function WordChoice({
  word: { question, word, code, label, cells, suggestions, freeText },
  upload,
  mapping,
  onMapping,
}: {
  word: SpreadsheetPreview['words'][number];
} & Omit<Props, 'preview' | 'begun' | 'onUpdate'>) {
  const t = useSheetText();
  const key = `${question} ${word}`;
  const id = `word-${key.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  const options = upload.questions.find((one) => one.id === question)?.options ?? [];
  // Where no categories are listed, it is one of those it may mean, or itself.
  const listed = options.length > 0;
  const chosen = mapping.words[key]?.code ?? code;
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        <span>{t('word', { word, label })}</span>{' '}
        <span className="subtle small">{`(${t('cells', { count: cells })})`}</span>
      </label>
      <select
        className="ds-input"
        id={id}
        // Codes begin with a sign of their own: blank is a choice too.
        value={chosen === null ? '' : `=${chosen}`}
        onChange={(event) => {
          const { [key]: _, ...rest } = mapping.words;
          const value = event.target.value;
          onMapping({
            ...mapping,
            words: value === '' ? rest : { ...rest, [key]: { question, word, code: value.slice(1) } },
          });
        }}
      >
        {chosen === null && <option value="">{t('choose')}</option>}
        {options.map((option) => (
          <option key={option.code} value={`=${option.code}`}>
            {option.label}
          </option>
        ))}
        {suggestions.length > 0 && (
          <optgroup label={t('suggestions')}>
            {suggestions.map((body) => (
              <option key={body.code} value={`=${body.code}`}>
                {body.label}
              </option>
            ))}
          </optgroup>
        )}
        {freeText !== null && <option value={`=${freeText}`}>{t('asFreeText', { word })}</option>}
        <option value="=">{t(listed ? 'meansNothing' : 'leaveOutWord')}</option>
      </select>
    </div>
  );
}

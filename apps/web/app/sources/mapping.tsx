import type { ReplyAt } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { asBefore, columnChoices, columnField, wordField } from './mapping-form.ts';
import { useSourceText } from './texts.ts';

type Read = Pick<ReplyAt<'readSource'>, 'columns' | 'words' | 'questions' | 'mayManage'>;

/** How the headings and words of an agency were understood, one by one, each to be changed. */
export function Mapping({ read }: { read: Read }) {
  const s = useSourceText();
  const { columns, words, mayManage } = read;
  if (columns.length + words.length === 0) return null;
  return (
    <section aria-labelledby="mapping" className="source-mapping">
      <h2 className="ds-heading" data-size="sm" id="mapping">
        {s('mapping')}
      </h2>
      <p className="prose">{s('mappingLead')}</p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="do" value="map" />
        {columns.length > 0 && <Columns read={read} />}
        {words.length > 0 && <Words read={read} />}
        {mayManage && (
          <p>
            <button className="ds-button" data-variant="secondary" type="submit">
              {s('saveMapping')}
            </button>
          </p>
        )}
      </Form>
    </section>
  );
}

function Columns({ read: { columns, questions, mayManage } }: { read: Read }) {
  const s = useSourceText();
  const choices = columnChoices(questions).map(({ target, label, unit }) => ({
    value: JSON.stringify(target),
    words: label === undefined ? s(`target.${target.as as 'nothing'}`) : unit ? s(`unit.${unit}`, { label }) : label,
  }));
  const labelOf = (id: string) => questions.find((one) => one.id === id)?.label ?? id;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <section className="table-box" aria-label={s('columns')} tabIndex={0}>
      <table className="ds-table" data-size="sm" data-color="neutral">
        <caption>{s('columns')}</caption>
        <thead>
          <tr>
            <th scope="col">{s('heading')}</th>
            <th scope="col">{s('holds')}</th>
            {mayManage && <th scope="col">{s('change')}</th>}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ letter, heading, target, read }) => (
            <tr key={letter}>
              <th scope="row">{heading === '' ? letter : heading}</th>
              <td>
                {read && 'question' in target
                  ? labelOf(target.question)
                  : read || target.as === 'nothing'
                    ? s(`target.${target.as as 'nothing'}`)
                    : s('notRead')}
              </td>
              {mayManage && (
                <td>
                  {heading !== '' && (
                    <select
                      className="ds-input"
                      name={columnField(heading)}
                      aria-label={s('holdsOf', { heading })}
                      defaultValue={asBefore}
                    >
                      <option value={asBefore}>–</option>
                      {choices.map(({ value, words }) => (
                        <option key={value} value={value}>
                          {words}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Words({ read: { words, questions, mayManage } }: { read: Read }) {
  const s = useSourceText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <section className="table-box" aria-label={s('words')} tabIndex={0}>
      <table className="ds-table" data-size="sm" data-color="neutral">
        <caption>{s('words')}</caption>
        <thead>
          <tr>
            <th scope="col">{s('word')}</th>
            <th scope="col">{s('question')}</th>
            <th scope="col">{s('code')}</th>
            {mayManage && <th scope="col">{s('change')}</th>}
          </tr>
        </thead>
        <tbody>
          {words.map(({ question, label, word, code, codeLabel, how }) => {
            const options = questions.find(({ id }) => id === question)?.options ?? [];
            return (
              <tr key={`${question} ${word}`}>
                <th scope="row">{word}</th>
                <td>{label}</td>
                <td>
                  {(code === null ? s('unknownWord') : code === '' ? s('meansNothing') : codeLabel) +
                    (how === 'similar' ? ` (${s('similarWord')})` : '')}
                </td>
                {mayManage && (
                  <td>
                    {options.length > 0 && (
                      <select
                        className="ds-input"
                        name={wordField(question, word)}
                        aria-label={s('means', { word, label })}
                        defaultValue={asBefore}
                      >
                        <option value={asBefore}>–</option>
                        {options.map((option) => (
                          <option key={option.code} value={JSON.stringify(option.code)}>
                            {option.label}
                          </option>
                        ))}
                        <option value={JSON.stringify('')}>{s('meansNothing')}</option>
                      </select>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

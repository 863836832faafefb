import type { ReplyAt } from '@samblikk/contract/client';
import { usePublicText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';

import type { OwnTableQuery } from './own-table-query.ts';

type Variable = ReplyAt<'listVariables'>['variables'][number];

/** The form of a table of one's own: plain GET, so that the address is the table. */
export function OwnTableForm(props: {
  years: readonly number[];
  year: number;
  release: number | undefined;
  variables: readonly Variable[];
  asked: OwnTableQuery;
}) {
  const { years, year, release, variables, asked } = props;
  const t = usePublicText();
  const to = useDataHref();
  // Amounts have no categories to count by.
  const countable = variables.filter(({ unit }) => unit === null);
  const amounts = variables.filter(({ unit }) => unit !== null);
  const chosen = Object.entries(asked.filters).flatMap(([variable, codes]) =>
    codes.map((code) => ({ variable, code })),
  );
  return (
    <form action={to('/tall/tabell')} method="get" className="own-table card">
      <div className="own-table-fields">
        <Choice
          name="year"
          label={t('ownTable.year')}
          value={String(year)}
          options={years.map((y) => [String(y), String(y)])}
        />
        <Choice
          name="rows"
          label={t('ownTable.rows')}
          value={asked.rows ?? ''}
          options={countable.map((v) => [v.id, v.label])}
        />
        <Choice
          name="columns"
          label={t('ownTable.columns')}
          value={asked.columns ?? ''}
          options={[['', t('ownTable.none')], ...countable.map((v) => [v.id, v.label] as const)]}
        />
        <Choice
          name="show"
          label={t('ownTable.show')}
          value={asked.show}
          options={[
            ['', t('ownTable.counts')],
            ['share:table', t('ownTable.shareTable')],
            ['share:rows', t('ownTable.shareRows')],
            ['share:columns', t('ownTable.shareColumns')],
            ...amounts.flatMap(({ id, label: amount }) => [
              [`sum:${id}`, t('ownTable.sum', { amount })],
              [`median:${id}`, t('ownTable.median', { amount })],
            ]),
          ]}
        />
        <Choice
          name="base"
          label={t('ownTable.base')}
          value={asked.base ?? 'asked'}
          options={[
            ['asked', t('ownTable.baseAsked')],
            ['answered', t('ownTable.baseAnswered')],
          ]}
        />
        <div className="choice">
          <label className="ds-label" htmlFor="own-filter">
            {t('ownTable.filter')}
          </label>
          <select className="ds-input" id="own-filter" name="filter" defaultValue="">
            <option value="">{t('ownTable.everything')}</option>
            {countable.map((variable) => (
              <optgroup key={variable.id} label={variable.label}>
                {variable.options.map(({ code, label }) => (
                  <option key={code} value={`${variable.id}:${code}`}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
      </div>
      {release !== undefined && <input type="hidden" name="release" value={release} />}
      {chosen.length > 0 && (
        <fieldset className="ds-fieldset kept-filters">
          <legend className="ds-label">{t('ownTable.kept')}</legend>
          {chosen.map(({ variable, code }) => (
            <Kept
              key={`${variable}:${code}`}
              variable={variables.find(({ id }) => id === variable)}
              id={variable}
              code={code}
            />
          ))}
        </fieldset>
      )}
      <button className="ds-button" type="submit">
        {t('ownTable.submit')}
      </button>
    </form>
  );
}

/** A filter in force: ticked, so that unticking it and sending the form takes it away. */
function Kept({ variable, id, code }: { variable: Variable | undefined; id: string; code: string }) {
  const label = variable?.options.find((option) => option.code === code)?.label ?? code;
  const input = `kept-${id}-${code}`;
  return (
    <div className="ds-field">
      <input className="ds-input" type="checkbox" id={input} name="filter" value={`${id}:${code}`} defaultChecked />
      <label className="ds-label" data-weight="regular" htmlFor={input}>
        {variable?.label ?? id}: {label}
      </label>
    </div>
  );
}

function Choice(props: { name: string; label: string; value: string; options: readonly (readonly string[])[] }) {
  const id = `own-${props.name}`;
  return (
    <div className="choice">
      <label className="ds-label" htmlFor={id}>
        {props.label}
      </label>
      <select className="ds-input" id={id} name={props.name} defaultValue={props.value}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

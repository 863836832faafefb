import type { ReactNode } from 'react';
import { usePublicText } from '../i18n/index.ts';
import { useDataHref } from '../ui/index.ts';
import type { Variable } from './own-table-faults.ts';
import { OwnTableFilters } from './own-table-filters.tsx';
import type { OwnTableQuery } from './own-table-query.ts';

/** Besides the median: quartiles, and what a tenth of the measures are below and above. */
const percentiles = [10, 25, 75, 90];

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
  const none = ['', t('ownTable.none')] as const;
  const sides = countable.map((v) => [v.id, v.label] as const);
  return (
    // What was asked for stands below a long form: the page that comes is shown from there.
    <form action={`${to('/tall/tabell')}#table`} method="get" className="own-table card">
      <div className="own-table-fields">
        <Choice name="year" label={t('ownTable.year')} value={String(year)}>
          <Options of={years.map((y) => [String(y), String(y)])} />
        </Choice>
        <Choice name="rows" label={t('ownTable.rows')} value={asked.rows ?? ''}>
          <Options of={sides} />
        </Choice>
        <Choice name="columns" label={t('ownTable.columns')} value={asked.columns ?? ''}>
          <Options of={[none, ...sides]} />
        </Choice>
        <Choice name="layers" label={t('ownTable.layers')} value={asked.layers ?? ''}>
          <Options of={[none, ...sides]} />
        </Choice>
        <Choice name="show" label={t('ownTable.show')} value={asked.show}>
          <Options
            of={[
              ['', t('ownTable.counts')],
              ['share:table', t('ownTable.shareTable')],
              ['share:rows', t('ownTable.shareRows')],
              ['share:columns', t('ownTable.shareColumns')],
              ['share:layers', t('ownTable.shareLayers')],
            ]}
          />
          {amounts.map(({ id, label }) => (
            <optgroup key={id} label={label}>
              <Options
                of={[
                  [`sum:${id}`, t('ownTable.sum', { amount: label })],
                  [`mean:${id}`, t('ownTable.mean', { amount: label })],
                  [`median:${id}`, t('ownTable.median', { amount: label })],
                  ...percentiles.map((p) => [`p${p}:${id}`, t('ownTable.percentile', { p, amount: label })] as const),
                ]}
              />
            </optgroup>
          ))}
        </Choice>
        <Choice name="base" label={t('ownTable.base')} value={asked.base ?? 'asked'}>
          <Options
            of={[
              ['asked', t('ownTable.baseAsked')],
              ['answered', t('ownTable.baseAnswered')],
            ]}
          />
        </Choice>
        <Choice name="compare" label={t('ownTable.compare')} value={asked.compare ?? ''}>
          <Options of={[['', t('ownTable.nobody')]]} />
          {countable.map((variable) => (
            <optgroup key={variable.id} label={variable.label}>
              {/* With its variable: of the chosen one only this shows, and many are just «Ja». */}
              <Options
                of={variable.options.map(({ code, label }) => [
                  `${variable.id}:${code}`,
                  `${variable.label}: ${label}`,
                ])}
              />
            </optgroup>
          ))}
        </Choice>
        <Choice name="against" label={t('ownTable.against')} value={asked.against ?? 'rest'}>
          <Options
            of={[
              ['rest', t('ownTable.againstRest')],
              ['all', t('ownTable.againstAll')],
            ]}
          />
        </Choice>
      </div>
      {release !== undefined && <input type="hidden" name="release" value={release} />}
      <OwnTableFilters variables={variables} asked={asked} year={year} release={release} />
      <button className="ds-button" type="submit">
        {t('ownTable.submit')}
      </button>
    </form>
  );
}

function Choice(props: { name: string; label: string; value: string; children: ReactNode }) {
  const id = `own-${props.name}`;
  return (
    <div className="choice">
      <label className="ds-label" htmlFor={id}>
        {props.label}
      </label>
      <select className="ds-input" id={id} name={props.name} defaultValue={props.value}>
        {props.children}
      </select>
    </div>
  );
}

function Options({ of }: { of: readonly (readonly [value: string, label: string])[] }) {
  return of.map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

import { roundName } from '@samblikk/contract/client';
import { Form, Link, useLoaderData } from 'react-router';
import { useHref, usePick } from '../i18n/index.ts';
import { Filters } from '../staff/index.ts';
import { auditPath, DayField, Labelled } from '../ui/index.ts';
import type { loader } from './audit.tsx';
import { type FilterName, narrowing, parameters } from './audit-filter.ts';
import { useAuditText } from './audit-texts.ts';

/** What the events are narrowed down by; all of it in the address. */
export function Filter() {
  const { typed, faults, years, agencies, actions } = useLoaderData<typeof loader>();
  const s = useAuditText();
  const pick = usePick();
  const to = useHref();
  const choices = (name: 'action' | 'agency' | 'year', options: readonly (readonly [string, string])[]) => (
    <Labelled id={name} label={s(name === 'year' ? 'round' : name)}>
      <select className="ds-input" id={name} name={parameters[name]} defaultValue={typed[name]}>
        <option value="">{s('any')}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
  const byName = (list: readonly (readonly [string, string])[]) =>
    list.toSorted(([, one], [, other]) => one.localeCompare(other, 'nb'));
  const day = (name: FilterName & ('from' | 'to')) => {
    const fault = faults[name];
    return (
      <DayField
        id={name}
        name={parameters[name]}
        label={s(name)}
        initial={typed[name]}
        error={fault ? pick(fault) : undefined}
      />
    );
  };
  return (
    <Filters
      chosen={narrowing.filter((name) => typed[name] !== '').length}
      faulty={Object.keys(faults).length > 0}
      key={JSON.stringify(typed)}
    >
      <Form method="get" className="audit-filter" aria-label={s('filter')}>
        {typed.logins !== '' && <input type="hidden" name={parameters.logins} value={typed.logins} />}
        <Labelled id="who" label={s('who')}>
          <input
            className="ds-input"
            id="who"
            name={parameters.who}
            defaultValue={typed.who}
            maxLength={200}
            autoComplete="off"
          />
        </Labelled>
        {choices('action', byName(actions.map(({ action, what }) => [action, pick(what)] as const)))}
        {choices(
          'agency',
          byName(agencies.flatMap(({ orgnr, name }) => (orgnr ? [[orgnr, pick(name)] as const] : []))),
        )}
        {choices(
          'year',
          years.map((year) => [String(year), pick(roundName(year))] as const),
        )}
        {day('from')}
        {day('to')}
        <p className="audit-pages">
          <button className="ds-button" type="submit">
            {s('show')}
          </button>
          <Link to={to(auditPath)}>{s('clear')}</Link>
        </p>
      </Form>
    </Filters>
  );
}

import {
  type AgencyStanding,
  chooseAgencies,
  countByFilter,
  type FollowUpChoice,
  followUpFilters,
  followUpSorts,
} from '@samblikk/contract/client';
import { Form, Link } from 'react-router';
import { useHref } from '../../i18n/index.ts';
import { Filters as Folded } from '../../staff/index.ts';
import { followUpPath, Labelled } from '../../ui/index.ts';
import { useStaffText } from '../texts.ts';
import { addressOfChoice, parameters, sortCodes, statusCode } from './choice.ts';

interface Props {
  population: readonly AgencyStanding[];
  choice: FollowUpChoice;
  year: number;
}

/** Those that are shown though nobody is in them: one looks for them. */
const always: readonly string[] = ['toRemind', 'notStarted', 'begun', 'submitted'];

/** What the list is narrowed to, with how many there are of each; all of it is in the address. */
export function Filters(props: Props) {
  const { population, choice, year } = props;
  const s = useStaffText();
  const to = useHref();
  const counts = countByFilter(population, choice);
  const all = chooseAgencies(population, { ...choice, status: undefined }).length;
  const shown = followUpFilters.filter((one) => counts[one] > 0 || one === choice.status || always.includes(one));
  return (
    <>
      <nav aria-label={s('filter.heading')}>
        <ul className="buttons standings">
          {[undefined, ...shown].map((status) => (
            <li key={status ?? 'all'}>
              <Link
                className="ds-button"
                data-size="sm"
                data-variant={status === choice.status ? 'primary' : 'tertiary'}
                to={to(addressOfChoice(year, { ...choice, status }))}
                preventScrollReset
                aria-current={status === choice.status ? 'true' : undefined}
              >
                {s(`filter.${status ?? 'all'}`, { count: status ? counts[status] : all })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Folded chosen={[choice.q, choice.ministry].filter(Boolean).length} key={JSON.stringify(choice)}>
        <More {...props} />
      </Folded>
    </>
  );
}

function More({ population, choice, year }: Props) {
  const s = useStaffText();
  const to = useHref();
  const ministries = [...new Set(population.map(({ ministry }) => ministry))].sort((a, b) => a.localeCompare(b, 'nb'));
  return (
    <Form method="get" action={to(followUpPath(year))} className="list-form" preventScrollReset>
      {choice.status && <input type="hidden" name={parameters.status} value={statusCode(choice.status)} />}
      <Labelled id="q" label={s('filter.q')}>
        <input className="ds-input" id="q" name={parameters.q} type="search" maxLength={200} defaultValue={choice.q} />
      </Labelled>
      <Labelled id="ministry" label={s('followUp.ministry')}>
        <select className="ds-input" id="ministry" name={parameters.ministry} defaultValue={choice.ministry ?? ''}>
          <option value="">{s('filter.allMinistries')}</option>
          {ministries.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </Labelled>
      <Labelled id="sort" label={s('filter.sort')}>
        <select className="ds-input" id="sort" name={parameters.sort} defaultValue={sortCodes[choice.sort ?? 'name']}>
          {followUpSorts.map((sort) => (
            <option key={sort} value={sortCodes[sort]}>
              {s(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </Labelled>
      <div className="buttons">
        <button className="ds-button" data-variant="secondary" type="submit">
          {s('filter.apply')}
        </button>
        {(choice.q || choice.ministry || choice.status) && (
          <Link to={to(addressOfChoice(year, { sort: choice.sort }))} preventScrollReset>
            {s('filter.clear')}
          </Link>
        )}
      </div>
    </Form>
  );
}

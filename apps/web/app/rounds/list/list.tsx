import { type AgencyStanding, chooseAgencies } from '@samblikk/contract/client';
import { type FormEvent, useState } from 'react';
import { Form, Link, useSearchParams } from 'react-router';
import { formatDate, formatNumber, useHref, useLanguage, usePick } from '../../i18n/index.ts';
import { addressOf } from '../../platform/index.ts';
import { EmailAddress } from '../../staff/index.ts';
import { agencyFollowUpPath, agencyParameter, messagesPath } from '../../ui/index.ts';
import { useStaffText } from '../texts.ts';
import { choiceIn } from './choice.ts';
import { Filters } from './filters.tsx';
import { StandingTags } from './standing-tags.tsx';

/** Who has answered: the agencies that the address asks for, with this year beside the one before, and as files. */
export function AgencyList({ year, population }: { year: number; population: readonly AgencyStanding[] }) {
  const [params] = useSearchParams();
  const choice = choiceIn(params);
  const shown = chooseAgencies(population, choice);
  const s = useStaffText();
  const language = useLanguage();
  return (
    <div className="hub-section">
      <h2 className="ds-heading" data-size="sm" id="population">
        {s('followUp.caption', { year: String(year) })}
      </h2>
      <Filters population={population} choice={choice} year={year} />
      {shown.length === 0 ? <p role="status">{s('filter.none')}</p> : <Table year={year} shown={shown} />}
      <p className="downloads">
        <span>{s('filter.shown', { count: shown.length })}</span>
        {(['populationXlsx', 'populationCsv'] as const).map((file) => (
          <a key={file} href={addressOf(file, { params: { year }, query: { ...choice, lang: language } })} download>
            {file === 'populationXlsx' ? 'XLSX' : 'CSV'}
          </a>
        ))}
      </p>
    </div>
  );
}

/** The agencies, each to be ticked: those ticked are written to on the page of letters, which shows who gets one. */
function Table({ year, shown }: { year: number; shown: readonly AgencyStanding[] }) {
  const s = useStaffText();
  const to = useHref();
  const [nobody, setNobody] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const none = !new FormData(event.currentTarget).has(agencyParameter);
    if (none) event.preventDefault();
    setNobody(none);
  };
  return (
    <Form className="hub-section" action={to(messagesPath(year))} onSubmit={onSubmit}>
      <input type="hidden" name="type" value="reminder" />
      <Agencies year={year} shown={shown} />
      <div className="buttons">
        <button className="ds-button" data-variant="secondary" type="submit">
          {s('followUp.remind')}
        </button>
        <span role="status">{nobody && s('followUp.tickFirst')}</span>
      </div>
    </Form>
  );
}

function Agencies({ year, shown }: { year: number; shown: readonly AgencyStanding[] }) {
  const s = useStaffText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="table-box" aria-labelledby="population" tabIndex={0}>
      <table className="ds-table population" data-zebra>
        <caption className="visually-hidden">{s('followUp.caption', { year: String(year) })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{s('followUp.tick')}</span>
            </th>
            <th scope="col">{s('followUp.agency')}</th>
            <th scope="col" className="on-wide">
              {s('followUp.state')}
            </th>
            <th scope="col">{s('followUp.activity')}</th>
            <th scope="col">{s('followUp.submittedAt')}</th>
            <th scope="col" className="number">
              {s('followUp.measures')}
            </th>
            <th scope="col" className="number">
              {s('followUp.cost')}
            </th>
            <th scope="col">{s('followUp.queries')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <Row key={one.orgnr} year={year} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ year, one }: { year: number; one: AgencyStanding }) {
  const s = useStaffText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const { before, lastActivity: last, contact, notes, queries } = one;
  const then = (value: string) => before && <BeforeValue year={before.year} value={value} />;
  const cost = (value: number | null | undefined) => (value == null ? '–' : formatNumber(value, language));
  const moment = (at: string | null | undefined) => (at ? formatDate(at, language) : '–');
  return (
    <tr>
      <td>
        <input
          className="ds-input"
          type="checkbox"
          name={agencyParameter}
          value={one.orgnr}
          aria-label={s('followUp.tickOne', { name: pick(one.name) })}
        />
      </td>
      <th scope="row">
        <Link to={to(agencyFollowUpPath(year, one.orgnr))}>{pick(one.name)}</Link>
        <p className="small subtle">
          <span>{`${one.ministry} · `}</span>
          <Contact people={contact.people} mailbox={contact.mailbox} />
          {contact.unconfirmed && <span className="unbroken">{` (${s('followUp.unconfirmed')})`}</span>}
          {notes > 0 && <span>{` · ${s('followUp.noteCount', { notes })}`}</span>}
        </p>
        <div className="on-narrow">
          <StandingTags one={one} />
        </div>
      </th>
      <td className="on-wide">
        <StandingTags one={one} />
      </td>
      <td>
        <span>{last ? moment(last.at) : '–'}</span>
        {last && (
          <p className="small subtle">{s(last.what === 'submitted' ? 'followUp.sent' : `followUp.${last.what}`)}</p>
        )}
      </td>
      <td>
        <span>{moment(one.submittedAt)}</span>
        {then(moment(before?.submittedAt))}
      </td>
      <td className="number">
        <span>{one.measures}</span>
        {then(String(before?.measures))}
      </td>
      <td className="number">
        <span>{cost(one.cost)}</span>
        {then(cost(before?.cost))}
      </td>
      <td>{queries.open + queries.answered > 0 ? s('followUp.queryCount', queries) : '–'}</td>
    </tr>
  );
}

/** Whom to ask, as short as it can be said. */
function Contact({ people, mailbox }: Pick<AgencyStanding['contact'], 'people' | 'mailbox'>) {
  const s = useStaffText();
  if (people.length > 0) return <span>{people.map(({ name }) => name).join(', ')}</span>;
  return <span>{mailbox === null ? s('followUp.noPeople') : <EmailAddress of={mailbox} />}</span>;
}

/** What stood there the round before. */
function BeforeValue({ year, value }: { year: number; value: string }) {
  const s = useStaffText();
  return <p className="small subtle">{s('followUp.before', { year: String(year), value })}</p>;
}

import type { ResponseView } from '@samblikk/contract/client';
import { useState } from 'react';
import { Form, Link, useNavigation, useSearchParams } from 'react-router';
import { useText } from '../i18n/index.ts';
import { SpreadsheetLink } from '../intake/index.ts';
import { MeasureCard } from './measure-card.tsx';
import { ofStanding, type Standing } from './standing.ts';
import { Withdrawn } from './withdrawn-measures.tsx';

type Card = ResponseView['measures'][number];

/** So many cards are easily looked over; of more, they are chosen by state and shown page by page. */
const pageSize = 24;

/** What the address says of the list. */
const parameters = { standing: 'tilstand', page: 'side' } as const;
const standings: Readonly<Record<string, Standing>> = { gjenstar: 'left', klar: 'ready', sendt: 'sent' };

/** Whether two addresses of the hub differ only in which of its measures they show. */
export function sameList(one: URL, other: URL): boolean {
  const rest = ({ pathname, searchParams }: URL) => {
    const others = [...searchParams].filter(([name]) => !Object.values<string>(parameters).includes(name));
    return pathname + JSON.stringify(others);
  };
  return rest(one) === rest(other);
}

/** This year's measures, and the ways to add some. */
export function MeasureList({ response }: { response: ResponseView }) {
  const { round, agency, measures, open, mayWrite } = response;
  const t = useText();
  const writable = open && mayWrite;
  const { cards, noteWithdrawal } = useWithGone(measures);
  const { wanted, page, pages, shown } = useShown(cards, measures);
  const here = new Set(measures.map(({ id }) => id));
  const gone = new Set(cards.filter(({ id }) => !here.has(id)).map(({ id }) => id));
  return (
    <section className="hub-section" aria-labelledby="measures">
      <h2 className="ds-heading" data-size="sm" id="measures">
        {t('hub.measures', { count: measures.length })}
      </h2>
      {cards.length === 0 && <p>{t(noneText(response))}</p>}
      {measures.length > pageSize && <Standings measures={measures} wanted={wanted} />}
      {cards.length > 0 && shown.length === 0 && <p>{t('hub.noneSuch')}</p>}
      <ul className="measure-cards">
        {shown.map((card) => (
          <MeasureCard
            key={card.id}
            card={card}
            year={round.year}
            edition={round.edition}
            writable={writable}
            gone={gone.has(card.id)}
            onWithdraw={() => noteWithdrawal(card)}
          />
        ))}
      </ul>
      <Pages page={page} pages={pages} />
      {writable && <Add year={round.year} orgnr={agency.orgnr} first={measures.length === 0} />}
      {writable && <Withdrawn measures={response.withdrawn.filter(({ id }) => !gone.has(id))} />}
    </section>
  );
}

/** Why there are no cards. */
function noneText({ open, mayWrite, submission }: ResponseView) {
  if (!open || !mayWrite) return 'hub.noneClosed';
  return submission?.nothingToReport ? 'hub.nothingSent' : 'hub.none';
}

/** The measures, and where they stood those that were taken out while the page is looked at. */
function useWithGone(measures: readonly Card[]) {
  const [gone, setGone] = useState<readonly { readonly card: Card; readonly at: number }[]>([]);
  const cards = [...measures];
  for (const { card, at } of gone) if (!cards.some(({ id }) => id === card.id)) cards.splice(at, 0, card);
  const noteWithdrawal = (card: Card) => {
    const others = gone.filter((one) => one.card.id !== card.id);
    setGone([...others, { card, at: cards.findIndex(({ id }) => id === card.id) }].sort((a, b) => a.at - b.at));
  };
  return { cards, noteWithdrawal };
}

/** What the address asks to see of them. A few are shown whole, whatever it says. */
function useShown(cards: Card[], measures: readonly Card[]) {
  const [params] = useSearchParams();
  const many = measures.length > pageSize;
  const wanted = many ? standings[params.get(parameters.standing) ?? ''] : undefined;
  const chosen = ofStanding(cards, wanted);
  const pages = many ? Math.max(1, Math.ceil(chosen.length / pageSize)) : 1;
  const asked = Number(params.get(parameters.page) ?? 1);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const shown = many ? chosen.slice((page - 1) * pageSize, page * pageSize) : chosen;
  return { wanted, page, pages, shown };
}

/** The address of this list with something else chosen. */
function useListAddress(): (changes: Readonly<Record<string, string | undefined>>) => string {
  const [params] = useSearchParams();
  return (changes) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    return `?${next}`;
  };
}

function Standings({ measures, wanted }: { measures: Card[]; wanted: Standing | undefined }) {
  const t = useText();
  const address = useListAddress();
  const choices: [string | undefined, Standing | undefined][] = [[undefined, undefined], ...Object.entries(standings)];
  return (
    <nav aria-label={t('hub.standings')}>
      <ul className="buttons standings">
        {choices.map(([code, standing]) => (
          <li key={code ?? 'all'}>
            <Link
              className="ds-button"
              data-size="sm"
              data-variant={standing === wanted ? 'primary' : 'tertiary'}
              to={address({ [parameters.standing]: code, [parameters.page]: undefined })}
              preventScrollReset
              aria-current={standing === wanted ? 'true' : undefined}
            >
              {t(`hub.standing.${standing ?? 'all'}`, { count: ofStanding(measures, standing).length })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const t = useText();
  const address = useListAddress();
  if (pages < 2) return null;
  const to = (number: number) => address({ [parameters.page]: number === 1 ? undefined : String(number) });
  return (
    <nav className="buttons" aria-label={t('hub.pages')}>
      {page > 1 && (
        <Link className="ds-button" data-variant="secondary" data-size="sm" rel="prev" to={to(page - 1)}>
          {t('pages.previous')}
        </Link>
      )}
      <span>{t('hub.page', { page, pages })}</span>
      {page < pages && (
        <Link className="ds-button" data-variant="secondary" data-size="sm" rel="next" to={to(page + 1)}>
          {t('pages.next')}
        </Link>
      )}
    </nav>
  );
}

function Add({ year, orgnr, first }: { year: number; orgnr: string; first: boolean }) {
  const t = useText();
  const busy = useNavigation().state !== 'idle';
  return (
    <div className="buttons">
      <Form method="post">
        <button
          className="ds-button"
          data-variant={first ? 'primary' : 'secondary'}
          type="submit"
          aria-disabled={busy || undefined}
        >
          {t('hub.add')}
        </button>
      </Form>
      <SpreadsheetLink year={year} orgnr={orgnr} />
    </div>
  );
}

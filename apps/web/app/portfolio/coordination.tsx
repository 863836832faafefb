import '../profiles/profiles.css';
import './portfolio.css';
import { may, portfolioName, type SavedPortfolio } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useLocation,
} from 'react-router';
import { languageOfPath, useHref, usePublicText } from '../i18n/index.ts';
import { heldBy } from '../session/index.ts';
import {
  Breadcrumbs,
  faultOf,
  judgingPath,
  Labelled,
  PageTitle,
  problemOf,
  type Refused,
  signedInApi,
  toLogin,
} from '../ui/index.ts';
import { askedIn } from './query.ts';

/** What is here is the person's own. */
export const headers = () => ({ 'cache-control': 'private, no-store' });

/** Digdir, where the ministries stand that keep portfolios. */
const digdir = '';

export async function loader(args: LoaderFunctionArgs) {
  const api = signedInApi(args);
  const lang = languageOfPath(args.url.pathname);
  const session = await api('session', {});
  if (!session.signedIn) throw toLogin(args.url);
  const held = heldBy(session);
  const [kept, ministries] = await Promise.all([api('listPortfolios', { query: { lang } }), api('listMinistries', {})]);
  const coordinated = ministries.flatMap(({ code, name }) =>
    may(held, 'portfolio.readOwn', { agency: '', ministry: code }) ? [{ code, label: name[lang] }] : [],
  );
  const mayKeepFor = (code: string) => may(held, 'portfolio.keep', { agency: '', ministry: code });
  const keepers = [
    ...(mayKeepFor(digdir) ? [{ code: digdir, label: 'Digdir' }] : []),
    ...coordinated.filter(({ code }) => mayKeepFor(code)),
  ];
  if (coordinated.length + keepers.length === 0) throw data({ code: 'notAllowed' }, { status: 403 });
  return {
    ...{ coordinated, keepers },
    kept: kept.map((one) => ({ ...one, mine: mayKeepFor(one.ministry?.code ?? digdir) })),
  };
}

type Outcome =
  | { readonly done: 'kept'; readonly slug: string }
  | { readonly done: 'renamed' | 'removed' }
  | (Refused & { readonly said: { readonly name: string; readonly selection: string } });

export async function action(args: ActionFunctionArgs): Promise<Outcome> {
  const form = await args.request.formData();
  const said = (field: string) => String(form.get(field) ?? '').trim();
  const api = signedInApi(args);
  const params = { slug: said('slug') };
  try {
    if (said('do') === 'remove') {
      await api('removePortfolio', { params });
      return { done: 'removed' };
    }
    if (said('do') === 'rename') {
      await api('renamePortfolio', { params, body: { name: said('name') } });
      return { done: 'renamed' };
    }
    const body = { name: said('name'), query: selectionIn(said('selection')), ministry: said('ministry') || null };
    return { done: 'kept', slug: (await api('savePortfolio', { body })).slug };
  } catch (error) {
    return { ...problemOf(error), said: { name: said('name'), selection: said('selection') } };
  }
}

/** The selection in an address that was pasted, or the query alone. */
function selectionIn(text: string): string {
  const at = text.indexOf('?');
  const query = at >= 0 ? text.slice(at + 1) : text.includes('=') ? text : '';
  return askedIn(new URLSearchParams(query.split('#')[0])).toString();
}

/** For those who coordinate: their ministries' portfolios, and those that are kept under a name. No script. */
export default function Coordination() {
  const t = usePublicText();
  const to = useHref();
  const { coordinated, keepers, kept } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  return (
    <div className="profile portfolio">
      <PageTitle title={t('own.title')} />
      <Breadcrumbs here={t('own.title')} />
      <h1 className="ds-heading" data-size="xl">
        {t('own.title')}
      </h1>
      <Said outcome={outcome} />
      {coordinated.length > 0 && (
        <section aria-labelledby="own">
          <h2 className="ds-heading" data-size="sm" id="own">
            {t('own.choose')}
          </h2>
          <p>{t('own.lead')}</p>
          <p>{t('own.reach')}</p>
          <ul className="plain">
            {coordinated.map(({ code, label }) => (
              <li key={code}>
                <a href={to(`/samordning/${code}`)}>{label}</a>
              </li>
            ))}
          </ul>
          <p>
            <a href={to(judgingPath)}>{t('doubles.judge')}</a>
          </p>
        </section>
      )}
      <section aria-labelledby="kept" className="portfolio-part">
        <h2 className="ds-heading" data-size="sm" id="kept">
          {t('own.kept')}
        </h2>
        <p>{t('own.keptLead')}</p>
        {kept.length === 0 && <p>{t('own.noneKept')}</p>}
        {kept.map((one) => (
          <KeptOne key={one.slug} one={one} />
        ))}
      </section>
      {keepers.length > 0 && <Keep keepers={keepers} outcome={outcome} />}
    </div>
  );
}

function Said({ outcome }: { outcome: Outcome | undefined }) {
  const t = usePublicText();
  const to = useHref();
  if (outcome === undefined) return null;
  if (!('done' in outcome)) {
    const noName = outcome.issues.some(({ question }) => question === 'name');
    return (
      <p className="ds-alert" data-color="danger" role="alert">
        {noName
          ? t('own.noName')
          : t('own.refused', { reason: outcome.detail ?? outcome.issues[0]?.text ?? outcome.code })}
      </p>
    );
  }
  return (
    <p className="ds-alert" data-color="success" role="status">
      {outcome.done === 'kept' ? (
        <a href={to(`/portefolje/${outcome.slug}`)}>
          {t('own.done.kept', { address: to(`/portefolje/${outcome.slug}`) })}
        </a>
      ) : (
        t(`own.done.${outcome.done}`)
      )}
    </p>
  );
}

/** The address of this page without what was asked for when it was opened. */
const useHere = () => useLocation().pathname;

function KeptOne({ one }: { one: SavedPortfolio & { readonly mine: boolean } }) {
  const t = usePublicText();
  const to = useHref();
  const here = useHere();
  const { slug, name, ministry, mine } = one;
  return (
    <div className="card">
      <p>
        <a href={to(`/portefolje/${slug}`)}>{name}</a>{' '}
        <span className="small subtle">{ministry?.label ?? 'Digdir'}</span>
      </p>
      {mine && (
        <details>
          <summary>{t('own.newName', { name })}</summary>
          <form method="post" action={here} className="portfolio-form">
            <input type="hidden" name="slug" value={slug} />
            <Labelled id={`navn-${slug}`} label={t('own.name')}>
              <input
                className="ds-input"
                id={`navn-${slug}`}
                name="name"
                defaultValue={name}
                required
                maxLength={portfolioName}
              />
            </Labelled>
            <div className="choice-row">
              <button className="ds-button" type="submit" name="do" value="rename">
                {t('own.rename')}
              </button>
              <button
                className="ds-button"
                data-variant="secondary"
                data-color="danger"
                type="submit"
                name="do"
                value="remove"
              >
                {t('own.remove')}
                <span className="visually-hidden">{` ${name}`}</span>
              </button>
            </div>
          </form>
        </details>
      )}
    </div>
  );
}

function Keep({
  keepers,
  outcome,
}: {
  keepers: readonly { readonly code: string; readonly label: string }[];
  outcome: Outcome | undefined;
}) {
  const t = usePublicText();
  const { search } = useLocation();
  const here = useHere();
  const said = outcome && !('done' in outcome) ? outcome.said : undefined;
  const chosen = new URLSearchParams(search).get('utvalg');
  const fault = outcome && !('done' in outcome) && outcome.issues.some(({ question }) => question === 'name');
  return (
    <section aria-labelledby="keep">
      <h2 className="ds-heading" data-size="sm" id="keep">
        {t('own.keepTitle')}
      </h2>
      <form method="post" action={here} className="portfolio-form">
        <Labelled id="name" label={t('own.name')} error={fault ? t('own.noName') : undefined}>
          <input
            className="ds-input"
            id="name"
            name="name"
            required
            maxLength={portfolioName}
            defaultValue={said?.name}
            {...faultOf('name', fault ? t('own.noName') : undefined)}
          />
        </Labelled>
        <Labelled id="selection" label={t('own.selection')}>
          <input
            className="ds-input"
            id="selection"
            name="selection"
            defaultValue={said?.selection ?? (chosen === null ? '' : `/portefolje?${chosen}`)}
          />
        </Labelled>
        <Labelled id="ministry" label={t('own.keeper')}>
          <select className="ds-input" id="ministry" name="ministry">
            {keepers.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </Labelled>
        <button className="ds-button" type="submit">
          {t('own.keep')}
        </button>
      </form>
    </section>
  );
}

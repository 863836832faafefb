import './financing.css';
import './schemes.css';
import type { FinancingSchemes } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { formatNumber, languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, PageTitle, publicHeaders, useDataHref } from '../ui/index.ts';
import { only, readOrFault } from './asked.ts';
import { Fault } from './form-parts.tsx';
import { SchemeCard } from './scheme-card.tsx';
import { SchemesForm } from './schemes-form.tsx';
import { schemesAskedBy } from './schemes-query.ts';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  const asked = schemesAskedBy(searchParams);
  if (String(asked) !== String(new URLSearchParams(searchParams)))
    return redirect(`${pathname}${asked.size > 0 ? `?${asked}` : ''}`);
  const instead = [only(asked, ['actorType', 'phase']), new URLSearchParams()];
  const { reply, fault } = await readOrFault(asked, instead, lang, (query) =>
    apiOf(context)('listFinancingSchemes', { query }),
  );
  return dated({ reply, asked: String(asked), fault }, []);
}

type Scheme = FinancingSchemes['schemes'][number];

const verdicts = ['fits', 'unsure', 'doesNotFit'] as const;

/** What a plan may use, by whom, phase, sum and years: each rule with its year and source. The address is the question. */
export default function SchemesPage() {
  const t = usePublicText();
  const to = useDataHref();
  const { reply, asked, fault } = useLoaderData<typeof loader>() as unknown as {
    reply: FinancingSchemes;
    asked: string;
    fault: string | null;
  };
  const title = t('schemes.title');
  const told = [...reply.actors, ...reply.phases].some(({ chosen }) => chosen) || reply.total !== null;
  const chosen = told && fault === null;
  const demands = reply.schemes.filter(({ kind }) => kind === 'demand');
  const money = reply.schemes.filter(({ kind }) => kind === 'money');
  const groups = chosen
    ? verdicts.map((code) => ({
        code,
        title: t(`schemes.${code}`),
        schemes: money.filter(({ verdict }) => verdict.code === code),
      }))
    : [{ code: 'all', title: t('schemes.all', { year: String(reply.year) }), schemes: money }];
  const all = [...groups, { code: 'demand', title: t('schemes.demand'), schemes: demands }].filter(
    ({ schemes }) => schemes.length > 0,
  );
  return (
    <>
      <PageTitle title={title} description={t('schemes.lead')} />
      <Breadcrumbs trail={[['/finansiering', t('financing.title')]]} here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('schemes.lead')}</p>
      <Fault fault={fault} />
      <SchemesForm reply={reply} asked={new URLSearchParams(asked)} />
      {chosen && <Short groups={all} />}
      <p className="subtle">{t('schemes.proposal')}</p>
      {all.map(({ code, title, schemes }) => (
        <section key={code} aria-labelledby={`group-${code}`} className="scheme-group">
          <h2 className="ds-heading" data-size="md" id={`group-${code}`}>
            {title}
          </h2>
          {schemes.map((scheme) => (
            <SchemeCard key={scheme.id} scheme={scheme} chosen={chosen} />
          ))}
        </section>
      ))}
      <p>
        <a href={to('/finansiering')}>{t('schemes.back')}</a>
      </p>
    </>
  );
}

/** The answer in a few lines, each name leading to its rules. */
function Short({ groups }: { groups: readonly { code: string; title: string; schemes: readonly Scheme[] }[] }) {
  const t = usePublicText();
  const language = useLanguage();
  /** The most that any of its rules gives. */
  const mostOf = (rules: Scheme['rules']) => {
    const most = Math.max(...rules.map(({ atMost }) => atMost ?? 0));
    return most > 0 && `: ${t('schemes.upTo', { kroner: formatNumber(most, language) })}`;
  };
  return (
    <section aria-labelledby="short">
      <h2 className="ds-heading" data-size="md" id="short">
        {t('schemes.short')}
      </h2>
      <dl className="scheme-short">
        {groups.map(({ code, title, schemes }) => (
          <div key={code}>
            <dt>{title}</dt>
            {schemes.map(({ id, name, kind, verdict, rules }) => (
              <dd key={id}>
                <a href={`#${id}`}>{name}</a>
                {kind === 'demand' ? `: ${verdict.label.toLocaleLowerCase('nb')}` : mostOf(rules)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

import './financing.css';
import type { FinancingCases } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, PageTitle, publicHeaders, useDataHref } from '../ui/index.ts';
import { CaseAmounts } from './case-amounts.tsx';
import { CaseTable } from './case-table.tsx';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const lang = languageOfPath(new URL(request.url).pathname);
  const { cases } = await apiOf(context)('listFinancingCases', { query: { lang } });
  return dated({ cases }, []);
}

/** How measures across sectors were financed, case by case, with page and amount. */
export default function FinancingCasesPage() {
  const t = usePublicText();
  const to = useDataHref();
  const { cases } = useLoaderData<typeof loader>() as unknown as FinancingCases;
  const title = t('financing.title');
  return (
    <>
      <PageTitle title={title} description={t('financing.lead')} />
      <Breadcrumbs trail={[]} here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('financing.lead')}</p>
      <p>
        <a href={to('/kostnadsdeling')}>{t('financing.calculator')}</a>
      </p>
      <p>
        <a href={to('/finansiering/ordninger')}>{t('schemes.link')}</a>
      </p>
      <p>
        <a href={to('/finansiering/modeller')}>{t('models.title')}</a>
      </p>
      <CaseTable cases={cases} />
      {cases.map((one) => (
        <section key={one.id} aria-labelledby={one.id} className="financing-case">
          <h2 className="ds-heading" data-size="md" id={one.id}>
            {one.name}
          </h2>
          <p>{`${one.about} ${one.from}–${one.to}.`}</p>
          <CaseAmounts one={one} />
        </section>
      ))}
    </>
  );
}

import type { RegisterMeasure } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { languageOfPath, Norwegian, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, PageTitle, refusal } from '../ui/index.ts';

/** The round of an address such as `/tiltak/2019-0042/meld-feil?round=2019`. */
export const roundIn = (search: URLSearchParams): number | undefined => {
  const round = search.get('round');
  return round !== null && /^\d{4}$/.test(round) ? Number(round) : undefined;
};

/** The measure that an error is reported in, as everyone reads it. */
export async function loadMeasure({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const query = { lang: languageOfPath(pathname), round: roundIn(searchParams) };
  try {
    return { measure: await apiOf(context)('readMeasure', { params: { id: params.number ?? '' }, query }) };
  } catch (error) {
    refusal(error);
  }
}

/** The head of a page where an error is reported, and the page below it. */
export function AboutMeasure({ measure, children }: { measure: RegisterMeasure; children: ReactNode }) {
  const t = usePublicText();
  const title = t('errorReport.title', { number: measure.number });
  const name = measure.title ?? t('measure.untitled', { number: measure.number });
  return (
    <>
      <PageTitle title={title} description={t('errorReport.lead')} />
      <meta name="robots" content="noindex" />
      <Breadcrumbs
        trail={[
          ['/register', t('nav.register')],
          [`/tiltak/${measure.number}?round=${measure.year}`, measure.number],
        ]}
        here={t('errorReport.link')}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      <p className="lead">
        {measure.title ? <Norwegian>{name}</Norwegian> : name} · {measure.year}
      </p>
      {children}
    </>
  );
}

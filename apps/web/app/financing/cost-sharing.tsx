import './financing.css';
import type { CostSharingReply } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, FileLinks, fileLinks, PageTitle, publicHeaders } from '../ui/index.ts';
import { fileQuery, only, readOrFault } from './asked.ts';
import { CostSharingForm } from './cost-sharing-form.tsx';
import { addressedBy, askedBy } from './cost-sharing-query.ts';
import { Fault } from './form-parts.tsx';
import { SharesTable } from './shares-table.tsx';

export const headers = publicHeaders;

/** That the amount is none; said in the reader's words. */
const badAmount = 'badAmount';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  const asked = askedBy(searchParams);
  const instead = [['actor', 'key', 'pool'], ['actor', 'key'], ['actor'], []].map((names) => only(asked, names));
  const read = (query: never) => apiOf(context)('calculateCostSharing', { query });
  const amount = asked.get('amount');
  if (amount !== null && !/^\d{1,13}$/.test(amount)) {
    const rest = new URLSearchParams([...asked].filter(([name]) => name !== 'amount'));
    const { reply } = await readOrFault(rest, instead, lang, read);
    return dated({ reply, address: String(asked), fault: badAmount }, []);
  }
  const { reply, fault } = await readOrFault(asked, instead, lang, read);
  if (fault !== null) return dated({ reply, address: String(asked), fault }, []);
  const address = addressedBy(asked, reply);
  // What a form sent becomes the one address of the calculation, unless a name must be chosen first.
  if (reply.unknown.length === 0 && String(address) !== String(new URLSearchParams(searchParams)))
    return redirect(`${pathname}${address.size > 0 ? `?${address}` : ''}`);
  return dated({ reply, address: String(address), fault }, []);
}

/** Costs shared by a key, and by other keys beside it. Nothing is kept: the address is the calculation. */
export default function CostSharingPage() {
  const t = usePublicText();
  const language = useLanguage();
  const { reply, address, fault } = useLoaderData<typeof loader>() as unknown as {
    reply: CostSharingReply;
    address: string;
    fault: string | null;
  };
  const title = t('costSharing.title');
  const shared = [...reply.keys, ...reply.pools].some(({ shares }) => shares !== null);
  const files = fileLinks(
    'costSharing',
    ({ query }) => `/api/v1/financing/cost-sharing?${fileQuery(address, query, language)}`,
  );
  return (
    <>
      <PageTitle title={title} description={t('costSharing.lead')} />
      <Breadcrumbs trail={[['/finansiering', t('financing.title')]]} here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('costSharing.lead')}</p>
      <Fault fault={fault === badAmount ? t('costSharing.badAmount') : fault} />
      <CostSharingForm reply={reply} asked={new URLSearchParams(address)} />
      {shared && (
        <section className="figure" aria-labelledby="shares">
          <h2 className="ds-heading" data-size="md" id="shares">
            {t('costSharing.shares')}
          </h2>
          <SharesTable reply={reply} />
          <p className="figure-notes">
            {t('costSharing.method', { year: String(reply.population.year), source: reply.population.source })}
          </p>
          <FileLinks files={files} label={t('files.of', { title })} />
        </section>
      )}
    </>
  );
}

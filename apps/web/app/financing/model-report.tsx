import type { FinancingModelsReply } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { ChartPicture } from '../figures/index.ts';
import { formatNumber, formatPercent, useLanguage, usePublicText } from '../i18n/index.ts';
import { ModelAccounts } from './model-accounts.tsx';
import { BillsTable, TariffsTable } from './model-bills.tsx';
import { chartOfCurves } from './model-chart.ts';
import { Comparison, FormsTable, WhoPays } from './model-comparison.tsx';
import { InventedAccounts } from './model-mark.tsx';
import { RankingTable } from './model-ranking.tsx';
import { YearsTable } from './model-years.tsx';

/** What models do to product accounts: who pays, how bills jump, how models compare, and what the accounts are. */
export function ModelsReport({ reply }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const { asked, models, structures, invented } = reply;
  const model = models.find(({ code }) => code === asked.model)?.label ?? '';
  const price = (structures.find(({ code }) => code === asked.price)?.label ?? '').toLocaleLowerCase('nb');
  const finding = useFinding(reply, model, price);
  const chart = chartOfCurves(reply, t, language);
  const paid = reply.owners.some(({ bills }) => bills.some((kroner) => kroner > 0));
  const part = (id: string, heading: string, children: ReactNode, real = false) => (
    <section className="figure model-part" aria-labelledby={id}>
      <h2 className="ds-heading" data-size="md" id={id}>
        {real || !invented ? heading : `${heading} (${t('models.inventedMark')})`}
      </h2>
      {children}
    </section>
  );
  return (
    <InventedAccounts value={invented}>
      {part(
        'years',
        t('models.years'),
        <>
          <p className="figure-title">{finding}</p>
          <YearsTable reply={reply} />
        </>,
      )}
      {part(
        'bills',
        t('models.bills'),
        paid ? (
          <>
            <p className="figure-title">{chart.title}</p>
            <p>{chart.description}</p>
            <ChartPicture chart={chart} />
            <BillsTable reply={reply} />
            <TariffsTable reply={reply} />
          </>
        ) : (
          <p>{t('models.noBills')}</p>
        ),
      )}
      {part('who', t('models.whoPays'), <WhoPays reply={reply} />, true)}
      {part(
        'compare',
        t('models.compare'),
        <>
          <Comparison title={t('models.compare')} columns={models} />
          <p className="figure-notes">{t('models.compareNote', { price })}</p>
        </>,
      )}
      {part(
        'structures',
        t('models.structures'),
        <>
          <Comparison title={t('models.structures')} columns={structures} />
          <p className="figure-notes">{t('models.structuresNote', { model })}</p>
        </>,
      )}
      {part('ranking', t('models.ranking'), <RankingTable reply={reply} />)}
      {part('accounts', t('models.accounts'), <ModelAccounts reply={reply} />)}
      {part(
        'forms',
        t('models.forms'),
        <>
          <FormsTable reply={reply} />
          <p className="figure-notes">{t('models.formsNote')}</p>
        </>,
        true,
      )}
      <section aria-labelledby="how" className="financing-case model-how">
        <h2 className="ds-heading" data-size="md" id="how">
          {t('models.how')}
        </h2>
        {(['howPrices', 'howSteps', 'howShare', 'howForms'] as const).map((key) => (
          <p key={key}>{t(`models.${key}`)}</p>
        ))}
      </section>
    </InventedAccounts>
  );
}

/** What the years together say, in a sentence. */
function useFinding({ years }: FinancingModelsReply, model: string, price: string): string {
  const t = usePublicText();
  const language = useLanguage();
  const [cost, gap] = [years.reduce((sum, one) => sum + one.cost, 0), years.reduce((sum, one) => sum + one.gap, 0)];
  const kroner = formatNumber(Math.abs(gap), language);
  return t('models.finding', {
    ...{ model, price },
    coverage: formatPercent(cost === 0 ? 100 : Math.floor(((cost - gap) * 1000) / cost) / 10, language),
    ...{ from: String(years[0]?.year ?? ''), to: String(years.at(-1)?.year ?? '') },
    gap: gap === 0 ? t('models.even') : t(gap > 0 ? 'models.missing' : 'models.surplus', { kroner }),
  });
}

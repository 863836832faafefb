import type { FinancingModelsReply } from '@samblikk/contract/client';
import { formatNumber, formatPercent, useLanguage, usePublicText } from '../i18n/index.ts';
import { SideBySide } from './model-comparison.tsx';

/** Points of each model for each goal, the ranking they give by the weights, and what becomes of it by others. */
export function RankingTable({ reply: { models, goals } }: { reply: FinancingModelsReply }) {
  const t = usePublicText();
  const language = useLanguage();
  // From 0 to 3 each, but the one where none counts.
  const weightings = 4 ** goals.length - 1;
  return (
    <>
      <SideBySide
        title={t('models.ranking')}
        corner={t('models.goal')}
        columns={models}
        rows={[
          ...goals.map(({ code, label, method, weight }) => ({
            label: (
              <>
                {label}
                <span className="share-limit">{method}</span>
                <span className="share-limit">{`${t('models.weight')}: ${weight}`}</span>
              </>
            ),
            of: ({ scores }: (typeof models)[number]) => scores[code] ?? '–',
          })),
          { label: t('models.points'), of: ({ points }) => formatNumber(points, language), total: true },
          { label: t('models.place'), of: ({ place }) => place, total: true },
          { label: t('models.first'), of: ({ first }) => formatPercent(first, language) },
        ]}
      />
      <SideBySide
        title={t('models.sensitivity')}
        corner={t('models.goal')}
        columns={[
          { code: 'without', label: t('models.without') } as const,
          { code: 'twice', label: t('models.twice') } as const,
        ]}
        rows={goals.map((goal) => ({
          label: goal.label,
          of: ({ code }: { code: 'without' | 'twice' }) => goal[code].join('; '),
        }))}
      />
      <p className="figure-notes">{t('models.rankingNote', { n: formatNumber(weightings, language) })}</p>
    </>
  );
}

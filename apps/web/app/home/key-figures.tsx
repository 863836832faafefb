import { Heading } from '@digdir/designsystemet-react';
import type { ReleaseView } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { type Dataset, listAddress, showValue } from '../figures/index.ts';
import { formatDate, formatNumber, useHref, useLanguage, useText } from '../i18n/index.ts';

/** The numbers of the newest release that fit on a card, each leading to its measures. */
export function KeyFigures({
  release,
  figures,
}: {
  release: ReleaseView;
  figures: readonly { id: string; title: string; dataset: Dataset }[];
}) {
  const t = useText();
  const to = useHref();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <section aria-labelledby="key-figures" className="key-figures">
      <div>
        <Heading level={2} data-size="md" id="key-figures">
          {t('home.keyFigures', { year: String(release.year) })}
        </Heading>
        <p className="subtle small">
          {t('home.frozen', { number: release.number, date: formatDate(release.frozenAt, language) })}
        </p>
      </div>
      <ul className="cards">
        <Card title={t('home.measures')} value={number(release.measures)} href={to(`/register?round=${release.year}`)}>
          {t('home.publicMeasures', { n: release.publicMeasures })}
        </Card>
        <Card
          title={t('home.agencies')}
          value={t('home.answeredOf', { answered: number(release.answered), invited: number(release.invited) })}
          href={to('/om-dataene#utgaver')}
        >
          {t('home.agenciesText')}
        </Card>
        {leading(figures).map(({ id, title, dataset, row }) => {
          const cell = row.cells[0];
          if (cell === undefined) return null;
          const value = showValue(cell, dataset.unit, language);
          return (
            <Card key={id} title={title} value={value} href={to(listAddress(cell.measures, dataset.year, undefined))}>
              {row.category.label}. <a href={to(`/tall#${id}`)}>{t('home.seeFigure')}</a>
            </Card>
          );
        })}
      </ul>
    </section>
  );
}

/** The largest category of figures with few categories: the ones that read well as one number. */
function leading(figures: readonly { id: string; title: string; dataset: Dataset }[]) {
  return figures
    .filter(({ dataset }) => dataset.columns.length === 0 && !dataset.several && dataset.rows.length <= 8)
    .slice(0, 2)
    .flatMap((figure) => {
      const [row] = [...figure.dataset.rows].sort((a, b) => (b.cells[0]?.value ?? 0) - (a.cells[0]?.value ?? 0));
      return row ? [{ ...figure, row }] : [];
    });
}

function Card({ title, value, href, children }: { title: string; value: string; href: string; children: ReactNode }) {
  return (
    <li className="card key-card">
      <p className="key-label">{title}</p>
      <p className="key-value">
        <a href={href}>{value}</a>
      </p>
      <p className="small subtle">{children}</p>
    </li>
  );
}

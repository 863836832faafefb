import type { Portfolio, ProfileName } from '@samblikk/contract/client';
import { portfolioQuestions } from '@samblikk/statistics';
import { useHref, usePublicText } from '../i18n/index.ts';
import { Labelled } from '../ui/index.ts';

/** The fact about an agency that says whether it is a member of Skate. */
const skate = portfolioQuestions.member;

/** What a portfolio is chosen by, in the order of the form. */
export const chosenBy = [
  'ministry',
  'agency',
  'lifeEvent',
  'strategyMeasure',
] as const satisfies readonly ProfileName[];

/** What may be chosen of one of these, by name; left out where a round does not know it. */
export interface Choice {
  readonly profile: (typeof chosenBy)[number];
  readonly variable: string;
  readonly options: readonly { readonly code: string; readonly label: string }[];
}
export type Choices = readonly Choice[];

/** Whose portfolio to see: a plain form, whose answer is an address. What is in force besides stays. */
export function SelectionForm({
  asked,
  choices,
  portfolio,
}: {
  asked: URLSearchParams;
  choices: Choices;
  portfolio: Portfolio;
}) {
  const t = usePublicText();
  const to = useHref();
  const shown = new Set(['q', 'number', skate, ...choices.map(({ variable }) => variable)]);
  const kept = [
    ...new Set([...asked].flatMap(([name]) => (shown.has(name) || portfolio.ignored.includes(name) ? [] : [name]))),
  ];
  const select = ({ profile, variable: name, options }: Choice) => {
    const value = asked.get(name) ?? '';
    const nameOf = (one: string) => options.find(({ code }) => code === one)?.label ?? one;
    // An address may ask for several: they stay as one choice.
    const others = value === '' || options.some(({ code }) => code === value) ? [] : [value];
    return (
      <Labelled key={profile} id={`valg-${name}`} label={t(`portfolio.${profile}`)}>
        <select className="ds-input" id={`valg-${name}`} name={name} defaultValue={value}>
          <option value="">{t('portfolio.any')}</option>
          {others.map((several) => (
            <option key={several} value={several}>
              {several.split(',').map(nameOf).join(', ')}
            </option>
          ))}
          {options.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </Labelled>
    );
  };
  return (
    <details className="portfolio-choose" open={portfolio.chosen.length === 0 && !asked.has('q')}>
      <summary>{t('portfolio.choose')}</summary>
      <search>
        <form action={to('/portefolje')} method="get" className="portfolio-form">
          {kept.map((name) => (
            <input key={name} type="hidden" name={name} value={asked.getAll(name).join(',')} />
          ))}
          {choices.map(select)}
          <Labelled id="valg-q" label={t('portfolio.q')}>
            <input className="ds-input" id="valg-q" name="q" type="search" defaultValue={asked.get('q') ?? ''} />
          </Labelled>
          <Labelled id="valg-number" label={t('portfolio.numbers')}>
            <p className="hint" id="valg-number-hint">
              {t('portfolio.numbersHint')}
            </p>
            <textarea
              className="ds-input"
              id="valg-number"
              name="number"
              rows={3}
              aria-describedby="valg-number-hint"
              defaultValue={asked.getAll('number').join(', ')}
            />
          </Labelled>
          <label className="plain-choice">
            <input
              className="ds-input"
              type="checkbox"
              name={skate}
              value="yes"
              defaultChecked={asked.get(skate) === 'yes'}
            />
            {t('portfolio.skate')}
          </label>
          <button type="submit" className="ds-button">
            {t('portfolio.submit')}
          </button>
        </form>
      </search>
      <p className="small">
        <a href={to('/register')}>{t('portfolio.fromRegister')}</a>
      </p>
    </details>
  );
}

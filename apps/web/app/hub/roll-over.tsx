import type { ResponseView } from '@samblikk/contract/client';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Form } from 'react-router';
import { useLanguage, useText } from '../i18n/index.ts';
import { useAgencies } from '../measure/index.ts';
import { Labelled, NumberedMeasure } from '../ui/index.ts';

type Previous = ResponseView['previous'][number];

/** A choice that needs to know more: unfolds a small form. One of a card's choices is unfolded at a time. */
function Unfolding({
  measure,
  title,
  suffix,
  onOpen,
  children,
}: {
  measure: Previous;
  title: string;
  suffix: ReactNode;
  onOpen?: () => void;
  children: ReactNode;
}) {
  return (
    <details
      className="confirm decide"
      name={`roll-over-${measure.id}`}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
    >
      <summary>
        {title}
        {suffix}
      </summary>
      {children}
    </details>
  );
}

/** Merged with, or split into, other measures: chosen among the agency's own, this year's and last year's. */
export function MergedOrSplit({
  measure,
  response,
  outcome,
  suffix,
}: {
  measure: Previous;
  response: ResponseView;
  outcome: 'merged' | 'split';
  suffix: ReactNode;
}) {
  const t = useText();
  const id = useId();
  const [missing, setMissing] = useState(false);
  const others = [...response.measures, ...response.previous.filter((other) => other.id !== measure.id)];
  // What it was split into may be new and not here yet; what it was merged with is somewhere.
  const check = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    const said = form.getAll('measures').some((number) => String(number).trim() !== '');
    setMissing(outcome === 'merged' && !said);
    if (outcome !== 'merged' || said) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLInputElement>('[name=measures]')?.focus();
  };
  return (
    <Unfolding measure={measure} title={t(`rollOver.choose.${outcome}`)} suffix={suffix}>
      <Form method="post" className="confirm-box" noValidate onSubmit={check}>
        <input type="hidden" name="decide" value={measure.id} />
        <input type="hidden" name="outcome" value={outcome} />
        <fieldset className="ds-fieldset" aria-describedby={missing ? `${id}-missing` : undefined}>
          <legend className="ds-label">{t(`rollOver.which.${outcome}`)}</legend>
          <div className="own-measures">
            {others.map(({ number, title }) => (
              <label className="plain-choice" key={number}>
                <input className="ds-input" type="checkbox" name="measures" value={number} />
                <span>
                  <NumberedMeasure number={number} title={title} />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Labelled id={`${id}-elsewhere`} label={t('rollOver.elsewhere')}>
          <input className="ds-input" id={`${id}-elsewhere`} name="measures" autoComplete="off" />
        </Labelled>
        {missing && (
          <p className="ds-validation-message" id={`${id}-missing`} role="alert">
            {t('rollOver.missing')}
          </p>
        )}
        <button className="ds-button" data-size="sm" type="submit">
          {t('rollOver.save')}
        </button>
      </Form>
    </Unfolding>
  );
}

/** Transferred to an agency, chosen by name. */
export function Transferred({ measure, own, suffix }: { measure: Previous; own: string; suffix: ReactNode }) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const { agencies, load } = useAgencies();
  const others = agencies
    .filter(({ orgnr }) => orgnr !== own)
    .map(({ orgnr, name }) => ({ orgnr, name: name[language] }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  return (
    <Unfolding measure={measure} title={t('rollOver.choose.transferred')} suffix={suffix} onOpen={load}>
      <Form method="post" className="confirm-box">
        <input type="hidden" name="decide" value={measure.id} />
        <input type="hidden" name="outcome" value="transferred" />
        <Labelled id={id} label={t('rollOver.toAgency')}>
          <select className="ds-input" id={id} name="toOrgnr" required>
            <option value="">{t('field.choose')}</option>
            {others.map(({ orgnr, name }) => (
              <option key={orgnr} value={orgnr}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <button className="ds-button" data-size="sm" type="submit">
          {t('rollOver.save')}
        </button>
      </Form>
    </Unfolding>
  );
}

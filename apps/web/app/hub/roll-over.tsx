import type { ResponseView } from '@samblikk/contract/client';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useLanguage, useText } from '../i18n/index.ts';
import { useAgencies } from '../measure/index.ts';
import { Labelled, NumberedMeasure } from '../ui/index.ts';
import type { LocalAction } from './local-action.tsx';

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
  // Many cards with many measures to choose between would be a page too heavy to open.
  const [open, setOpen] = useState(false);
  return (
    <details
      className="confirm decide"
      name={`roll-over-${measure.id}`}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) onOpen?.();
      }}
    >
      <summary>
        <span>{title}</span>
        {suffix}
      </summary>
      {open && children}
    </details>
  );
}

/** Merged with, or split into, other measures: chosen among the agency's own, this year's and last year's. */
function MergedOrSplit({
  action: { Form },
  measure,
  response,
  outcome,
  suffix,
}: {
  action: LocalAction;
  measure: Previous;
  response: ResponseView;
  outcome: 'merged' | 'split';
  suffix: ReactNode;
}) {
  const t = useText();
  const id = useId();
  const [missing, setMissing] = useState(false);
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
          <OwnMeasures response={response} except={measure} />
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

/** The agency's measures to choose among, this year's and last year's. */
function OwnMeasures({ response, except }: { response: ResponseView; except: Previous }) {
  const others = [...response.measures, ...response.previous.filter((other) => other.id !== except.id)];
  return (
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
  );
}

/** Transferred to an agency, chosen by name. */
function Transferred({
  action: { Form },
  measure,
  own,
  suffix,
}: {
  action: LocalAction;
  measure: Previous;
  own: string;
  suffix: ReactNode;
}) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const { found: agencies, load } = useAgencies();
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

/**
 * The rarer things that can have become of a measure, which need to know more. In a long list they are made as they are opened.
 * @param children what is said with one press, where that stands here as well
 */
export function MoreOutcomes({
  action,
  measure,
  response,
  suffix,
  children,
}: {
  action: LocalAction;
  measure: Previous;
  response: ResponseView;
  suffix: ReactNode;
  children?: ReactNode;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="confirm decide" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{t(children ? 'rollOver.more' : 'rollOver.moreFew')}</span>
        {suffix}
      </summary>
      {(open || children) && (
        <div className="roll-over">
          {children}
          <MergedOrSplit action={action} measure={measure} response={response} outcome="merged" suffix={suffix} />
          <MergedOrSplit action={action} measure={measure} response={response} outcome="split" suffix={suffix} />
          <Transferred action={action} measure={measure} own={response.agency.orgnr} suffix={suffix} />
        </div>
      )}
    </details>
  );
}

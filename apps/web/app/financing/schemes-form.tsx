import type { FinancingSchemes } from '@samblikk/contract/client';
import { usePublicText } from '../i18n/index.ts';
import { Labelled, useDataHref } from '../ui/index.ts';
import { AmountField, TickBox } from './form-parts.tsx';

/** Who, what, how much and when, as one form that a browser sends by itself. */
export function SchemesForm({ reply, asked }: { reply: FinancingSchemes; asked: URLSearchParams }) {
  const t = usePublicText();
  const to = useDataHref();
  const total = asked.get('total') ?? '';
  return (
    <form action={to('/finansiering/ordninger')} method="get" className="card financing-form">
      <div className="scheme-choices">
        <Choices name="actorType" legend={t('schemes.actors')} hint={t('schemes.actorsHint')} all={reply.actors} />
        <Choices name="phase" legend={t('schemes.phases')} all={reply.phases} />
      </div>
      <div className="scheme-numbers">
        <AmountField name="total" label={t('schemes.total')} typed={total} />
        {(['from', 'to'] as const).map((name) => (
          <Labelled key={name} id={name} label={t(`schemes.${name}`)} className="scheme-year">
            <input
              className="ds-input"
              id={name}
              name={name}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              defaultValue={asked.get(name) ?? String(reply[name])}
            />
          </Labelled>
        ))}
      </div>
      <div>
        <button type="submit" className="ds-button">
          {t('schemes.submit')}
        </button>
      </div>
    </form>
  );
}

function Choices({
  name,
  legend,
  hint,
  all,
}: {
  name: string;
  legend: string;
  hint?: string;
  all: FinancingSchemes['actors'];
}) {
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{legend}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {all.map(({ code, label, chosen }) => (
        <TickBox key={code} name={name} value={code} ticked={chosen}>
          {label}
        </TickBox>
      ))}
    </fieldset>
  );
}

import type { FinancingModelsReply } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { usePublicText } from '../i18n/index.ts';
import { Labelled, useDataHref } from '../ui/index.ts';
import { TickBox } from './form-parts.tsx';

const growths = [-25, 0, 10, 25, 50, 100] as const;
const unpaids = [0, 25, 50, 75] as const;
const fundYears = [1, 2, 3, 4] as const;
const weights = ['0', '1', '2', '3'] as const;

/** What is offered; one that an address brought with it stays. */
const withAsked = (offered: readonly number[], asked: number): readonly number[] =>
  [...new Set([...offered, asked])].sort((one, other) => one - other);

/** What is tried, as one form that a browser sends by itself: in the address, or with one's own accounts along. */
export function ModelsForm(props: {
  reply: FinancingModelsReply;
  asked: URLSearchParams;
  /** One's own accounts, which are sent along each time. */
  accounts?: ReactNode;
}) {
  const { reply, asked, accounts } = props;
  const t = usePublicText();
  const to = useDataHref();
  const { models, structures, owners, costTypes, goals } = reply;
  const growthName = (percent: number) =>
    percent === 0
      ? t('models.asPlanned')
      : t(percent > 0 ? 'models.more' : 'models.less', { percent: String(Math.abs(percent)) });
  return (
    <form
      action={to(accounts ? '/finansiering/modeller/egne' : '/finansiering/modeller')}
      method={accounts ? 'post' : 'get'}
      className="card financing-form"
    >
      {accounts}
      <div className="models-fields">
        <Choice name="model" label={t('models.model')} value={reply.asked.model}>
          {[
            ...models.filter(({ code }) => code !== 'own').map(({ code, label }) => [code, label] as const),
            ['own', t('models.own')] as const,
          ]}
        </Choice>
        <Choice name="price" label={t('models.price')} value={reply.asked.price}>
          {structures.map(({ code, label }) => [code, label] as const)}
        </Choice>
        <Choice name="growth" label={t('models.growth')} value={String(reply.asked.growth)}>
          {withAsked(growths, reply.asked.growth).map((percent) => [String(percent), growthName(percent)] as const)}
        </Choice>
        <Choice name="owner" label={t('models.owner')} value={asked.get('owner') ?? ''}>
          {[['', t('models.ownerJump')] as const, ...owners.map(({ code, label }) => [code, label] as const)]}
        </Choice>
        <Choice name="central" label={t('models.centralForm')} value={reply.asked.central}>
          {(['frame', 'frameCut'] as const).map((code) => [code, t(`models.centralForm.${code}`)] as const)}
        </Choice>
        <Choice name="unpaid" label={t('models.unpaid')} value={String(reply.asked.unpaid)}>
          {withAsked(unpaids, reply.asked.unpaid).map(
            (percent) =>
              [
                String(percent),
                percent === 0 ? t('models.allPay') : t('models.unpaidPart', { percent: String(percent) }),
              ] as const,
          )}
        </Choice>
        <Choice name="fund" label={t('models.fund')} value={reply.asked.fund === null ? '' : String(reply.asked.fund)}>
          {[
            ['', t('models.fundAll')] as const,
            ...withAsked(fundYears, reply.asked.fund ?? 1).map(
              (years) => [String(years), t('models.fundYears', { years })] as const,
            ),
          ]}
        </Choice>
      </div>
      <TickBox name="leaves" value="true" ticked={reply.asked.leaves}>
        {t('models.leaves', { owner: reply.asked.largest.label })}
      </TickBox>
      <details open={reply.asked.model === 'own'}>
        <summary>{t('models.useFunded')}</summary>
        <fieldset className="ds-fieldset models-boxes">
          <legend className="visually-hidden">{t('models.useFunded')}</legend>
          {costTypes
            .filter(({ code }) => code !== 'newDevelopment')
            .map(({ code, label }) => (
              <TickBox key={code} name="use" value={code} ticked={reply.asked.use.includes(code)}>
                {label}
              </TickBox>
            ))}
        </fieldset>
      </details>
      <details open={goals.some(({ weight }) => weight !== 1)}>
        <summary>{t('models.weights')}</summary>
        <div className="models-fields models-boxes">
          {goals.map(({ code, label, weight }) => (
            <Choice key={code} name={`weight.${code}`} label={label} value={String(weight)}>
              {[...new Set([...weights, String(weight)])].map((one) => [one, one] as const)}
            </Choice>
          ))}
        </div>
      </details>
      <div>
        <button type="submit" className="ds-button">
          {t('models.submit')}
        </button>
      </div>
    </form>
  );
}

function Choice(props: {
  name: string;
  label: string;
  value: string;
  children: readonly (readonly [value: string, label: string])[];
}) {
  const id = `models-${props.name}`;
  return (
    <Labelled id={id} label={props.label}>
      <select className="ds-input" id={id} name={props.name} defaultValue={props.value}>
        {props.children.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

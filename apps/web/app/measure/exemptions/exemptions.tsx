import type { ReplyAt } from '@samblikk/contract/client';
import { createContext, type ReactNode, useContext, useId, useMemo, useState } from 'react';
import { showDay, showMoment, useLanguage, usePick, useText } from '../../i18n/index.ts';
import { api } from '../../platform/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { ReplyBox, ReplyStatus, useReply } from '../replies/reply.tsx';

type Claim = ReplyAt<'listMeasureExemptions'>[number];

/** What is claimed exempt on the check page, for links to it. */
export const exemptionsId = 'unntak';

interface Exemptions {
  readonly claims: readonly Claim[];
  answer: (field: string | null, words: string) => Promise<void>;
}

const Context = createContext<Exemptions | undefined>(undefined);

/** Holds what the agency claims exempt, as it was last sent in, and what Digdir said of it. */
export function ExemptionsProvider({ claims: loaded, children }: { claims: readonly Claim[]; children: ReactNode }) {
  const { draft } = useMeasureForm();
  const [seen, setSeen] = useState(loaded);
  const [claims, setClaims] = useState(loaded);
  if (seen !== loaded) {
    setSeen(loaded);
    setClaims(loaded);
  }
  const { id: measure, year } = draft;
  const value = useMemo(
    (): Exemptions => ({
      claims,
      answer: async (field, words) =>
        setClaims(await api('answerExemption', { params: { measure, year }, body: { field, words } })),
    }),
    [measure, year, claims],
  );
  return <Context value={value}>{children}</Context>;
}

function useExemptions(): Exemptions {
  const exemptions = useContext(Context);
  if (!exemptions) throw new Error('useExemptions is used outside ExemptionsProvider');
  return exemptions;
}

const colours = {
  ...{ undecided: 'neutral', asked: 'warning', answered: 'info' },
  ...{ accepted: 'success', expired: 'neutral', refused: 'danger', lapsed: 'neutral' },
} as const satisfies Record<Claim['state'], string>;

/** What Digdir has decided about each claim, on the check page, and the way to answer. */
export function ExemptionList() {
  const { claims } = useExemptions();
  const t = useText();
  if (claims.length === 0) return null;
  return (
    <section className="query-list" aria-labelledby={exemptionsId}>
      <h2 className="ds-heading" data-size="sm" id={exemptionsId} tabIndex={-1}>
        {t('exemption.title')}
      </h2>
      <p className="small">{t('exemption.lead')}</p>
      <ul>
        {claims.map((claim) => (
          <li className="query" key={claim.field ?? ''}>
            <ClaimItem claim={claim} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClaimItem({ claim }: { claim: Claim }) {
  const { label, basis, state, history } = claim;
  const t = useText();
  const pick = usePick();
  const language = useLanguage();
  const until = history.at(-1)?.until;
  const day = until ? showDay(until, language) : '';
  return (
    <>
      <div className="measure-card-head">
        <h3 className="ds-heading" data-size="2xs">
          {pick(label)}
        </h3>
        <span className="ds-tag" data-color={colours[state]} data-size="sm">
          {t(`exemption.${state}`)}
        </span>
      </div>
      <p className="small">{basis ? t('exemption.basis', { basis: pick(basis) }) : t('exemption.noBasis')}</p>
      {history.map(({ step, words, at, by }) => (
        <div key={at}>
          <p className="small subtle">{t(`exemption.step.${step}`, { name: by, time: showMoment(at, language) })}</p>
          {words && <p className="query-text">{words}</p>}
        </div>
      ))}
      <p>{t(state === 'accepted' && until ? 'exemption.says.acceptedUntil' : `exemption.says.${state}`, { day })}</p>
      <Reply claim={claim} />
    </>
  );
}

/** An answer in words, for those who may; also when the round is closed, since it changes no answer. */
function Reply({ claim: { field, label, state } }: { claim: Claim }) {
  const { draft } = useMeasureForm();
  const { answer } = useExemptions();
  const t = useText();
  const pick = usePick();
  const id = useId();
  const [fault, setFault] = useState<string>();
  const reply = useReply<'sent'>();
  const send = async () => {
    const words = reply.words();
    setFault(words === '' ? t('exemption.replyMissing') : undefined);
    if (words !== '') await reply.send('sent', () => answer(field, words));
  };
  return (
    <>
      {draft.mayWrite && (state === 'asked' || state === 'refused') && (
        <details className="confirm">
          <summary>
            <span>{t('exemption.replyOpen')}</span>
            <span className="visually-hidden">{` – ${pick(label)}`}</span>
          </summary>
          <ReplyBox id={id} label={t('exemption.replyLabel')} fault={fault} reply={reply}>
            <button className="ds-button" data-color="accent" data-size="sm" type="button" onClick={send}>
              {t('query.replySend')}
            </button>
          </ReplyBox>
        </details>
      )}
      <ReplyStatus reply={reply} said={{ sent: t('query.replySent') }} />
    </>
  );
}

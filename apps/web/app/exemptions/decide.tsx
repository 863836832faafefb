import type { ReplyAt } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { usePick } from '../i18n/index.ts';
import { Unfolding } from '../staff/index.ts';
import { DayField, faultOf, inputOf, Labelled, typedDay, useDayFault, useFieldErrors } from '../ui/index.ts';
import { useExemptionText } from './texts.ts';

type Measure = ReplyAt<'listExemptions'>[number];
export type Claim = Measure['claims'][number];

interface Of {
  readonly measure: Measure;
  readonly claim: Claim;
}

/** The three things that can be said of a claim, each in a small form. When the claim is another, they are other forms. */
export function Decide(of: Of) {
  const { measure, claim } = of;
  const s = useExemptionText();
  const about = `${measure.number} ${usePick()(claim.label)}`;
  return (
    <div className="exemption-press" key={claim.grounds}>
      <Unfolding label={s('accept.open')} about={about}>
        <Accept {...of} />
      </Unfolding>
      <Unfolding label={s('refuse.open')} about={about}>
        <Refuse {...of} />
      </Unfolding>
      <Unfolding label={s('ask.open')} about={about}>
        <Ask {...of} />
      </Unfolding>
    </div>
  );
}

const idOf = (step: string, { measure, claim }: Of) => `${step}-${measure.number}-${claim.field ?? 'whole'}`;

/** What is decided about; what it rests on goes along, so that nothing is decided that was not read. */
function About({ measure, claim }: Of) {
  return (
    <>
      <input type="hidden" name="measure" value={measure.measure} />
      <input type="hidden" name="field" value={claim.field ?? ''} />
      <input type="hidden" name="grounds" value={claim.grounds} />
    </>
  );
}

function Accept(of: Of) {
  const s = useExemptionText();
  const dayFault = useDayFault();
  const { errors, form } = useFieldErrors((element) => ({
    until: dayFault(inputOf(element, 'until')?.value ?? '', { optional: true }),
  }));
  const { expires } = of.claim;
  // The agency’s own day, unless it is past.
  const initial = expires && dayFault(typedDay(expires)) === undefined ? typedDay(expires) : '';
  return (
    <Form method="post" className="confirm-box" preventScrollReset {...form}>
      <About {...of} />
      <DayField
        id={idOf('accept', of)}
        name="until"
        label={s('accept.until')}
        help={s('accept.help')}
        initial={initial}
        error={errors.until}
      />
      <button className="ds-button" data-size="sm" type="submit" name="step" value="accepted">
        {s('accept.send')}
      </button>
    </Form>
  );
}

function Refuse(of: Of) {
  const s = useExemptionText();
  const dayFault = useDayFault();
  const { errors, form } = useFieldErrors((element) => ({
    words: wordsIn(element) === '' ? s('refuse.missing') : undefined,
    until: dayFault(inputOf(element, 'until')?.value ?? '', { optional: true }),
  }));
  const id = idOf('refuse', of);
  return (
    <Form method="post" className="confirm-box" preventScrollReset {...form}>
      <About {...of} />
      <Words id={`${id}-why`} label={s('refuse.words')} error={errors.words} />
      <DayField id={id} name="until" label={s('refuse.until')} help={s('refuse.help')} error={errors.until} />
      <button className="ds-button" data-size="sm" type="submit" name="step" value="refused">
        {s('refuse.send')}
      </button>
    </Form>
  );
}

function Ask(of: Of) {
  const s = useExemptionText();
  const { errors, form } = useFieldErrors((element) => ({
    words: wordsIn(element) === '' ? s('ask.missing') : undefined,
  }));
  return (
    <Form method="post" className="confirm-box" preventScrollReset {...form}>
      <About {...of} />
      <Words id={idOf('ask', of)} label={s('ask.words')} error={errors.words} />
      <button className="ds-button" data-size="sm" type="submit" name="step" value="asked">
        {s('ask.send')}
      </button>
    </Form>
  );
}

function Words({ id, label, error }: { id: string; label: string; error: string | undefined }) {
  return (
    <Labelled id={id} label={label} error={error}>
      <textarea className="ds-input" id={id} name="words" rows={3} maxLength={2000} {...faultOf(id, error)} />
    </Labelled>
  );
}

const wordsIn = (form: HTMLFormElement): string => String(new FormData(form).get('words') ?? '').trim();

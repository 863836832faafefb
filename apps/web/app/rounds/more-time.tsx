import type { ReplyAt } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { usePick } from '../i18n/index.ts';
import { DayField, inputOf, useDayFault, useFieldErrors } from '../ui/index.ts';
import { RefuseTime } from './refuse-time.tsx';
import { useStaffText } from './texts.ts';
import { TimeSaid } from './time-said.tsx';

/** For Digdir: which agencies ask for more time, and why, and what they were told. */
export function MoreTime({ population, mayGrant }: { population: ReplyAt<'readPopulation'>; mayGrant: boolean }) {
  const s = useStaffText();
  const pick = usePick();
  const reopenings = population.filter(({ reopening }) => reopening !== null);
  if (reopenings.length === 0) return null;
  return (
    <section className="hub-section" aria-labelledby="more-time">
      <h2 className="ds-heading" data-size="sm" id="more-time">
        {s('moreTime.list')}
      </h2>
      <ul className="measure-cards">
        {reopenings.map(({ orgnr, name, reopening }) => (
          <li className="measure-card" key={orgnr}>
            <h3 className="ds-heading" data-size="2xs">
              {pick(name)}
            </h3>
            {reopening && <TimeSaid reopening={reopening} />}
            {mayGrant && reopening?.waiting && (
              <>
                <GrantForm orgnr={orgnr} name={pick(name)} />
                <RefuseTime id={`refusal-${orgnr}`} name={pick(name)}>
                  <input type="hidden" name="refuse" value={orgnr} />
                </RefuseTime>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function GrantForm({ orgnr, name }: { orgnr: string; name: string }) {
  const s = useStaffText();
  const dayFault = useDayFault();
  const { errors, form } = useFieldErrors((form) => ({ until: dayFault(inputOf(form, 'until')?.value ?? '') }));
  return (
    <Form method="post" className="confirm-box" {...form}>
      <input type="hidden" name="grant" value={orgnr} />
      <DayField id={`until-${orgnr}`} name="until" label={s('moreTime.lastDay')} error={errors.until} />
      <button className="ds-button" data-size="sm" type="submit">
        <span>{s('moreTime.grant')}</span>
        <span className="visually-hidden">{` – ${name}`}</span>
      </button>
    </Form>
  );
}

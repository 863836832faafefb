import type { ReplyAt } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { showMoment, useLanguage, usePick, useText } from '../i18n/index.ts';
import { DayField, inputOf, useDayFault, useFieldErrors } from '../ui/index.ts';
import { useStaffText } from './texts.ts';

/** For Digdir: which agencies ask for more time, and why, and who has got it. */
export function MoreTime({ population, mayGrant }: { population: ReplyAt<'readPopulation'>; mayGrant: boolean }) {
  const t = useText();
  const s = useStaffText();
  const pick = usePick();
  const language = useLanguage();
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
            {reopening?.askedAt && (
              <p>
                <span>
                  {t('reopening.asked', {
                    time: showMoment(reopening.askedAt, language),
                    name: reopening.askedBy ?? '',
                  })}
                </span>
                {reopening.reason && <span>{` «${reopening.reason}»`}</span>}
              </p>
            )}
            {reopening?.until && <p>{t('reopening.until', { until: showMoment(reopening.until, language) })}</p>}
            {mayGrant && reopening?.waiting && <GrantForm orgnr={orgnr} name={pick(name)} />}
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

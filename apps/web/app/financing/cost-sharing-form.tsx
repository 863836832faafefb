import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { Labelled, TableBox, useDataHref } from '../ui/index.ts';
import { type Given, numberField, weightField } from './cost-sharing-query.ts';
import { AmountField, TickBox } from './form-parts.tsx';
import { PoolFields } from './pool-fields.tsx';

/** The whole calculation as one form that a browser sends by itself. */
export function CostSharingForm({ reply, asked }: Given) {
  const t = usePublicText();
  const to = useDataHref();
  const typed = asked.get('amount') ?? '';
  return (
    <form action={to('/kostnadsdeling')} method="get" className="card financing-form">
      <AmountField name="amount" label={t('costSharing.amount')} typed={typed} />
      <KeyFields {...{ reply, asked }} />
      <PoolFields {...{ reply, asked }} />
      {reply.actors.length > 0 && <ActorFields {...{ reply, asked }} />}
      <Unknown {...{ reply, asked }} />
      <Labelled id="add" label={t('costSharing.add')}>
        <p className="hint" id="add-hint">
          {t('costSharing.addHint')}
        </p>
        <textarea className="ds-input" id="add" name="add" rows={4} aria-describedby="add-hint" />
      </Labelled>
      {reply.actors.length > 1 && (
        <Labelled id="leaves" label={t('costSharing.leaves')}>
          <select className="ds-input" id="leaves" name="leaves" defaultValue={reply.leaving?.id ?? ''}>
            <option value="">{t('costSharing.nobody')}</option>
            {reply.actors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <input type="hidden" name="population" value={reply.population.year} />
      {asked.getAll('compare').map((key) => (
        <input key={key} type="hidden" name="compare" value={key} />
      ))}
      <div>
        <button type="submit" className="ds-button">
          {t('costSharing.submit')}
        </button>
      </div>
    </form>
  );
}

/** How much each basis weighs: one alone, or several mixed. */
function KeyFields({ reply: { bases } }: Given) {
  const t = usePublicText();
  const alone = bases.filter(({ weight }) => weight > 0).length === 1;
  const shown = (weight: number) => (weight === 0 ? '' : alone ? 100 : weight);
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{t('costSharing.key')}</legend>
      <p className="hint">{t('costSharing.keyHint')}</p>
      <div className="cost-sharing-weights">
        {bases.map(({ basis, label, weight }) => (
          <Labelled key={basis} id={weightField(basis)} label={label}>
            <input
              className="ds-input"
              id={weightField(basis)}
              name={weightField(basis)}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={shown(weight)}
            />
          </Labelled>
        ))}
      </div>
    </fieldset>
  );
}

/** Who shares: one line each, with the numbers that the key counts by, and limits. One that is not ticked is taken out. */
function ActorFields({ reply: { actors, bases, pools }, asked }: Given) {
  const t = usePublicText();
  const language = useLanguage();
  const inPools = new Set(pools.flatMap(({ key }) => key.split(/[:,]/)));
  const counted = bases.filter(
    ({ basis, weight }) => basis !== 'equal' && (weight > 0 || inPools.has(basis) || used(asked, basis)),
  );
  const limits = (['minimum', 'maximum'] as const).map((field) => ({ field, label: t(`costSharing.${field}Of`) }));
  const fields = [...counted.map(({ basis, label }) => ({ field: basis, label })), ...limits];
  return (
    <div>
      <p className="ds-label">{t('costSharing.actors')}</p>
      <TableBox title={t('costSharing.actors')}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{t('costSharing.actors')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('costSharing.who')}</th>
              {fields.map(({ field, label }) => (
                <th key={field} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actors.map(({ id, name, numbers }) => (
              <tr key={id}>
                <th scope="row">
                  <TickBox name="actor" value={id} ticked>
                    {name}
                  </TickBox>
                </th>
                {fields.map(({ field, label }) => (
                  <td key={field} className="number">
                    {field === 'population' &&
                    numbers.population !== undefined &&
                    !asked.has(numberField(field, id)) ? (
                      formatNumber(numbers.population, language)
                    ) : (
                      <input
                        className="ds-input"
                        name={numberField(field, id)}
                        aria-label={`${label}, ${name}`}
                        inputMode="numeric"
                        autoComplete="off"
                        defaultValue={asked.get(numberField(field, id)) ?? ''}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

const used = (asked: URLSearchParams, field: string) => [...asked.keys()].some((name) => name.startsWith(`${field}.`));

/** Names that were not understood, with those that may be meant to tick. */
function Unknown({ reply: { unknown } }: Given) {
  const t = usePublicText();
  if (unknown.length === 0) return null;
  return (
    <div className="ds-alert" data-color="warning" role="alert">
      <p>{t('costSharing.unknown')}</p>
      {unknown.map(({ said, suggestions }) => (
        <fieldset key={said} className="ds-fieldset">
          <legend className="ds-label">{t('costSharing.said', { said })}</legend>
          {suggestions.map(({ id, name }) => (
            <TickBox key={id} name="actor" value={id}>
              {name}
            </TickBox>
          ))}
          <TickBox name="actor" value={`annen:${said.replaceAll(',', ' ')}`}>
            {t('costSharing.asOther', { said })}
          </TickBox>
        </fieldset>
      ))}
    </div>
  );
}

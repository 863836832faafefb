import { costOfOthersNames } from '@samblikk/financing';
import { usePick } from '../i18n/index.ts';
import { Remove } from './edit-lines.tsx';
import { useEditText } from './edit-texts.ts';
import { AmountField, type Choice, SelectField, TextField, Tick, TickList } from './fields.tsx';
import { usePlanText } from './texts.ts';
import { fieldId, frameFields, newId, type TypedOther, type TypedPlan, type TypedPool } from './typed-plan.ts';

/** Costs that are shared, each by its key. */
export function EditPools({
  pools,
  actors,
  bases,
  years,
  population,
  onChange,
  onPopulation,
}: {
  pools: readonly TypedPool[];
  actors: readonly Choice[];
  bases: readonly Choice[];
  years: readonly number[];
  population: string;
  onChange: (pools: readonly TypedPool[]) => void;
  onPopulation: (year: string) => void;
}) {
  const s = useEditText();
  const add = () =>
    onChange([...pools, { id: newId(), name: '', amount: '', actors: actors.map(([id]) => id), weights: {} }]);
  return (
    <section className="hub-section" aria-labelledby="pools">
      <h2 className="ds-heading" data-size="sm" id="pools">
        {s('pools')}
      </h2>
      <p className="small">{s('poolsCount')}</p>
      <p className="small">{s('poolsHint')}</p>
      {pools.map((pool, at) => {
        const title = s('pool', { number: at + 1 });
        const field = (name: string) => fieldId('pools', pool.id, name);
        const set = (changed: Partial<TypedPool>) =>
          onChange(pools.map((one) => (one === pool ? { ...pool, ...changed } : one)));
        return (
          <fieldset key={pool.id} className="card plan-card">
            <legend className="ds-label">{title}</legend>
            <div className="plan-fields">
              <TextField
                id={field('name')}
                label={s('poolName')}
                value={pool.name}
                onChange={(name) => set({ name })}
              />
              <AmountField
                id={field('amount')}
                label={s('amount')}
                value={pool.amount}
                onChange={(amount) => set({ amount })}
              />
            </div>
            <TickList
              id={field('actors')}
              label={s('who')}
              chosen={pool.actors}
              choices={actors}
              onChange={(chosen) => set({ actors: chosen })}
            />
            <fieldset className="ds-fieldset">
              <legend className="ds-label">{s('key')}</legend>
              <p className="hint">{s('keyHint')}</p>
              <div className="plan-fields plan-weights">
                {bases.map(([basis, label]) => (
                  <TextField
                    key={basis}
                    id={field(basis)}
                    label={label}
                    numeric
                    value={pool.weights[basis] ?? ''}
                    onChange={(weight) => set({ weights: { ...pool.weights, [basis]: weight } })}
                  />
                ))}
              </div>
            </fieldset>
            <Remove of={title} onRemove={() => onChange(pools.filter((one) => one !== pool))} />
          </fieldset>
        );
      })}
      {pools.length > 0 && (
        <SelectField
          id="population"
          label={s('population')}
          value={population}
          choices={years.map((year): Choice => [String(year), String(year)])}
          onChange={onPopulation}
        />
      )}
      <button className="ds-button" data-variant="secondary" type="button" onClick={add}>
        {s('addPool')}
      </button>
    </section>
  );
}

/** What those who are no actors must pay. */
export function EditOthers({
  others,
  onChange,
}: {
  others: readonly TypedOther[];
  onChange: (others: readonly TypedOther[]) => void;
}) {
  const s = useEditText();
  const pick = usePick();
  const kinds = Object.entries(costOfOthersNames).map(([code, name]): Choice => [code, pick(name)]);
  return (
    <section className="hub-section" aria-labelledby="others">
      <h2 className="ds-heading" data-size="sm" id="others">
        {s('others')}
      </h2>
      {others.map((other, at) => {
        const title = s('other', { number: at + 1 });
        const field = (name: string) => fieldId('others', other.id, name);
        const set = (changed: Partial<TypedOther>) =>
          onChange(others.map((one) => (one === other ? { ...other, ...changed } : one)));
        return (
          <fieldset key={other.id} className="card plan-card">
            <legend className="ds-label">{title}</legend>
            <div className="plan-fields">
              <TextField id={field('who')} label={s('otherWho')} value={other.who} onChange={(who) => set({ who })} />
              <SelectField
                id={field('what')}
                label={s('type')}
                value={other.what}
                choices={kinds}
                onChange={(what) => set({ what })}
              />
            </div>
            <TextField
              id={field('text')}
              label={s('otherText')}
              value={other.text}
              onChange={(text) => set({ text })}
            />
            <Remove of={title} onRemove={() => onChange(others.filter((one) => one !== other))} />
          </fieldset>
        );
      })}
      <button
        className="ds-button"
        data-variant="secondary"
        type="button"
        onClick={() => onChange([...others, { id: newId(), who: '', what: 'connection', text: '' }])}
      >
        {s('addOther')}
      </button>
    </section>
  );
}

/** How sure the cost is, and the index that it is converted by. */
export function EditFrame({
  typed: { frame, index },
  onChange,
}: {
  typed: Pick<TypedPlan, 'frame' | 'index'>;
  onChange: (changed: Partial<Pick<TypedPlan, 'frame' | 'index'>>) => void;
}) {
  const s = useEditText();
  const words = usePlanText();
  const setIndex = (changed: Partial<TypedPlan['index']>) => onChange({ index: { ...index, ...changed } });
  return (
    <section className="hub-section" aria-labelledby="frame">
      <h2 className="ds-heading" data-size="sm" id="frame">
        {s('frame')}
      </h2>
      <p className="small">{s('frameHint')}</p>
      <div className="plan-fields">
        <TextField
          id={fieldId('frame', 'priceYear')}
          label={s('priceYear')}
          numeric
          value={frame.priceYear}
          onChange={(priceYear) => onChange({ frame: { ...frame, priceYear } })}
        />
        {frameFields.map((field) => (
          <AmountField
            key={field}
            id={fieldId('frame', field)}
            label={words(field)}
            value={frame[field]}
            onChange={(text) => onChange({ frame: { ...frame, [field]: text } })}
          />
        ))}
      </div>
      <Tick
        label={s('includesVat')}
        checked={frame.includesVat}
        onChange={(includesVat) => onChange({ frame: { ...frame, includesVat } })}
      />
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{s('index')}</legend>
        <p className="hint">{s('indexHint')}</p>
        <div className="plan-fields">
          <TextField
            id={fieldId('index', 'name')}
            label={s('indexName')}
            value={index.name}
            onChange={(name) => setIndex({ name })}
          />
          <TextField
            id={fieldId('index', 'to')}
            label={s('indexTo')}
            numeric
            value={index.to}
            onChange={(to) => setIndex({ to })}
          />
          <TextField
            id={fieldId('index', 'old')}
            label={s('indexOld')}
            value={index.old}
            onChange={(old) => setIndex({ old })}
          />
          <TextField
            id={fieldId('index', 'now')}
            label={s('indexNew')}
            value={index.now}
            onChange={(now) => setIndex({ now })}
          />
        </div>
      </fieldset>
    </section>
  );
}

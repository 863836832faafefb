import {
  costTypeNames,
  costTypes,
  fundingSourceNames,
  fundingSources,
  phaseNames,
  planPhases,
} from '@samblikk/financing';
import { useState } from 'react';
import { usePick } from '../i18n/index.ts';
import { useEditText } from './edit-texts.ts';
import { AmountField, type Choice, SelectField, TextField, Tick, TickList } from './fields.tsx';
import { fieldId, newId, type TypedLine } from './typed-plan.ts';

/** A new line, of some actors. */
const emptyLine = (of: string, actors: readonly string[]): TypedLine => ({
  ...{ id: newId(), actors, phases: [], from: '', to: '', amount: '', about: false, note: '', of, giver: '' },
});

/**
 * The costs of a plan, or its money: a card for each line, and a button for one more.
 * @param own the one actor whose lines these are; undefined where all may be changed
 */
export function EditLines({
  list,
  lines,
  actors,
  own,
  onChange,
}: {
  list: 'costs' | 'funding';
  lines: readonly TypedLine[];
  actors: readonly Choice[];
  own: string | undefined;
  onChange: (lines: readonly TypedLine[]) => void;
}) {
  const s = useEditText();
  const shown = own === undefined ? lines : lines.filter((line) => line.actors.length === 1 && line.actors[0] === own);
  const first = own ?? (actors.length === 1 ? actors[0]?.[0] : undefined);
  const add = () =>
    onChange([...lines, emptyLine(list === 'costs' ? 'consultants' : 'ownBudget', first === undefined ? [] : [first])]);
  return (
    <section className="hub-section" aria-labelledby={list}>
      <h2 className="ds-heading" data-size="sm" id={list}>
        {s(list)}
      </h2>
      {shown.map((line, at) => (
        <LineCard
          key={line.id}
          list={list}
          line={line}
          title={s(list === 'costs' ? 'cost' : 'fund', { number: at + 1 })}
          actors={actors}
          fixed={own !== undefined}
          onChange={(changed) => onChange(lines.map((one) => (one.id === line.id ? changed : one)))}
          onRemove={() => onChange(lines.filter(({ id }) => id !== line.id))}
        />
      ))}
      <button className="ds-button" data-variant="secondary" type="button" onClick={add}>
        {s(list === 'costs' ? 'addCost' : 'addFunding')}
      </button>
    </section>
  );
}

function LineCard({
  list,
  line,
  title,
  actors,
  fixed,
  onChange,
  onRemove,
}: {
  list: 'costs' | 'funding';
  line: TypedLine;
  title: string;
  actors: readonly Choice[];
  fixed: boolean;
  onChange: (line: TypedLine) => void;
  onRemove: () => void;
}) {
  const s = useEditText();
  const pick = usePick();
  const field = (name: string) => fieldId(list, line.id, name);
  const set = (changed: Partial<TypedLine>) => onChange({ ...line, ...changed });
  const phases = planPhases.map((code): Choice => [code, pick(phaseNames[code])]);
  const kinds =
    list === 'costs'
      ? costTypes.map((code): Choice => [code, pick(costTypeNames[code])])
      : fundingSources.map((code): Choice => [code, pick(fundingSourceNames[code])]);
  const given = list === 'funding' && ['grantFromActor', 'chargingAuthority'].includes(line.of);
  const isNew = line.amount === '' && line.phases.length === 0;
  const [isOpen, setOpen] = useState(isNew);
  const when = line.to === '' || line.to === line.from ? line.from : `${line.from}–${line.to}`;
  const told = [
    ...actors.flatMap(([id, name]) => (line.actors.includes(id) ? [name] : [])),
    ...kinds.flatMap(([code, name]) => (code === line.of ? [name] : [])),
    ...[line.amount, when],
  ];
  return (
    <details className="card plan-line" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{title}</strong>
        <span className="plan-detail">{told.filter((text) => text !== '').join(' · ')}</span>
      </summary>
      <fieldset className="plan-card">
        <legend className="visually-hidden">{title}</legend>
        <div className="plan-fields">
          <SelectField
            id={field('of')}
            label={s(list === 'costs' ? 'type' : 'from')}
            value={line.of}
            choices={kinds}
            onChange={(of) => set({ of })}
          />
          <AmountField
            id={field('amount')}
            label={s('amount')}
            hint={s('amountHint')}
            value={line.amount}
            onChange={(amount) => set({ amount })}
          />
          <TextField
            id={field('from')}
            label={s('fromYear')}
            numeric
            value={line.from}
            onChange={(from) => set({ from })}
          />
          <TextField id={field('to')} label={s('toYear')} numeric value={line.to} onChange={(to) => set({ to })} />
        </div>
        <Tick label={s('aboutAmount')} checked={line.about} onChange={(about) => set({ about })} />
        {!fixed && (
          <TickList
            id={field('actors')}
            label={s('who')}
            chosen={line.actors}
            choices={actors}
            onChange={(chosen) => set({ actors: chosen })}
          />
        )}
        <TickList
          id={field('phases')}
          label={s('phases')}
          chosen={line.phases}
          choices={phases}
          onChange={(chosen) => set({ phases: chosen })}
        />
        {given && (
          <SelectField
            id={field('giver')}
            label={s('giver')}
            value={line.giver}
            choices={[['', s('nobody')], ...actors]}
            onChange={(giver) => set({ giver })}
          />
        )}
        <TextField id={field('note')} label={s('note')} value={line.note} onChange={(note) => set({ note })} />
        <Remove of={title} onRemove={onRemove} />
      </fieldset>
    </details>
  );
}

/** Takes a card away. @param of what it is called, for those who do not see where the button stands */
export function Remove({ of, onRemove }: { of: string; onRemove: () => void }) {
  const s = useEditText();
  return (
    <div>
      <button
        className="ds-button"
        data-variant="tertiary"
        data-color="danger"
        data-size="sm"
        type="button"
        onClick={onRemove}
      >
        <span>{s('remove')}</span>
        <span className="visually-hidden">{` – ${of}`}</span>
      </button>
    </div>
  );
}

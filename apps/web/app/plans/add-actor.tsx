import type { CostSharingReply } from '@samblikk/contract/client';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../platform/index.ts';
import { useEditText } from './edit-texts.ts';

/** Someone that can be an actor: its code, what it is called, and what kind it is. */
export type Sharer = CostSharingReply['unknown'][number]['suggestions'][number];

type Unknown = CostSharingReply['unknown'][number];

/** Anyone else, by the name that was written. */
function asOther(said: string): Sharer {
  // A comma would part it in an address.
  const name = said
    .replaceAll(/[,\s]+/gu, ' ')
    .slice(0, 80)
    .trim();
  return { id: `annen:${name}`, name, kind: 'other' };
}

/** A field for one more actor. Who is meant, the calculator of shares says; where it does not know one, the person chooses. */
export function AddActor({
  sharers,
  onAdd,
  onTell,
}: {
  sharers: readonly Sharer[];
  onAdd: (added: readonly Sharer[]) => void;
  /** What came of it, for a status. */
  onTell: (said: string) => void;
}) {
  const s = useEditText();
  const lang = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<readonly Unknown[]>([]);
  const add = (added: readonly Sharer[]) => {
    if (added.length === 0) return;
    onAdd(added);
    onTell(s('added', { name: added.map(({ name }) => name).join(', ') }));
  };
  const find = async () => {
    // A semicolon would part it in two.
    const said = typed.replaceAll(/[;\s]+/gu, ' ').trim();
    if (said === '') return;
    // The next one can be written while this one is looked for.
    setTyped('');
    onTell('');
    try {
      const found = await api('calculateCostSharing', { query: { add: said, lang } });
      add(found.actors);
      setUnknown((before) => [...before.filter((one) => one.said !== said), ...found.unknown]);
    } catch {
      setTyped((now) => (now === '' ? said : now));
      onTell(s('notLookedUp', { name: said }));
    }
  };
  const settle = (said: string, chosen: readonly Sharer[]) => {
    add(chosen);
    setUnknown((before) => before.filter((one) => one.said !== said));
    field.current?.focus();
  };
  return (
    <div className="plan-add">
      <label className="ds-label" htmlFor="add-actor">
        {s('add')}
      </label>
      <p className="hint" id="add-actor-hint">
        {s('addHint')}
      </p>
      <input
        ref={field}
        className="ds-input"
        id="add-actor"
        list="sharers"
        autoComplete="off"
        value={typed}
        aria-describedby="add-actor-hint"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void find();
        }}
      />
      <datalist id="sharers">
        {sharers.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <button className="ds-button" data-variant="secondary" type="button" onClick={() => void find()}>
        {s('addButton')}
      </button>
      {unknown.map((one) => (
        <WhoIsMeant key={one.said} of={one} onChoose={(chosen) => settle(one.said, chosen)} />
      ))}
    </div>
  );
}

/** Those that a name may mean, to choose among; nobody is added before one is chosen. */
function WhoIsMeant({
  of: { said, suggestions },
  onChoose,
}: {
  of: Unknown;
  onChoose: (chosen: readonly Sharer[]) => void;
}) {
  const s = useEditText();
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <fieldset ref={box} tabIndex={-1} className="card plan-meant">
      <legend className="ds-label">{s('whoIsMeant', { said })}</legend>
      <p>{s(suggestions.length === 0 ? 'nobodyCalled' : 'notOne')}</p>
      {[...suggestions, asOther(said)].map((one) => (
        <button
          key={one.id}
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="button"
          onClick={() => onChoose([one])}
        >
          {one.kind === 'other'
            ? s('asOther', { said: one.name })
            : s('suggestion', { name: one.name, kind: s(`kind.${one.kind}`) })}
        </button>
      ))}
      <button className="ds-button" data-variant="tertiary" data-size="sm" type="button" onClick={() => onChoose([])}>
        {s('nobodyMeant')}
      </button>
    </fieldset>
  );
}

import { sourcePaces } from '@samblikk/contract/client';
import { Labelled } from '../ui/index.ts';
import { useSourceText } from './texts.ts';

/** How often an address is asked. */
export function PaceField({ value = 'daily' }: { value?: string }) {
  const s = useSourceText();
  return (
    <Labelled id="source-pace" label={s('pace')}>
      <select className="ds-input" id="source-pace" name="pace" defaultValue={value}>
        {sourcePaces.map((pace) => (
          <option key={pace} value={pace}>
            {s(`pace.${pace}`)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

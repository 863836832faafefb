import type { LetterTo, SkippedAgency } from '@samblikk/contract/client';
import { usePick } from '../i18n/index.ts';
import { EmailAddress } from '../staff/index.ts';
import { useMessageText } from './texts.ts';

/** Who gets a letter, an address each, and which agencies it is about. */
export function Receivers({ letters }: { letters: readonly LetterTo[] }) {
  const s = useMessageText();
  const pick = usePick();
  if (letters.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="table-box receivers" aria-label={s('gets', { letters: letters.length })} tabIndex={0}>
      <table className="ds-table" data-zebra>
        <thead>
          <tr>
            <th scope="col">{s('toWhom')}</th>
            <th scope="col">{s('about')}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map(({ to, person, language, agencies }) => (
            <tr key={to}>
              <td>
                <span>
                  <EmailAddress of={to} />
                </span>
                <p className="small subtle">{`${person ?? s('mailbox')}, ${s(`language.${language}`)}`}</p>
              </td>
              <td>{agencies.map(({ name }) => pick(name)).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who gets none, and why. */
export function Skipped({ skipped, open = false }: { skipped: readonly SkippedAgency[]; open?: boolean }) {
  const s = useMessageText();
  const pick = usePick();
  if (skipped.length === 0) return null;
  const heading = s('getsNot', { count: skipped.length });
  return (
    <details className="ds-details" open={open}>
      <summary>{heading}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section className="table-box receivers" aria-label={heading} tabIndex={0}>
        <table className="ds-table" data-zebra>
          <thead>
            <tr>
              <th scope="col">{s('agency')}</th>
              <th scope="col">{s('why')}</th>
            </tr>
          </thead>
          <tbody>
            {skipped.map(({ orgnr, name, reason }) => (
              <tr key={orgnr}>
                <td>{pick(name)}</td>
                <td>{s(`skip.${reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

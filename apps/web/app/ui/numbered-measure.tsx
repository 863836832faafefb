import { useText } from '../i18n/index.ts';

/** A measure in a list: its name, or what it is called until it has one, and its number. */
export function NumberedMeasure({ number, title }: { number: string; title: string | null }) {
  const t = useText();
  return (
    <>
      <span>{title ?? t('measure.unnamed', { number })}</span> <span className="subtle small unbroken">{number}</span>
    </>
  );
}

import type { Source } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { useSourceText } from './texts.ts';

/** How a source is doing, in a tag; nothing when all is well. */
export function SourceTag({ source, toStaff = false }: { source: Source; toStaff?: boolean }) {
  const s = useSourceText();
  const [color, text] = source.paused
    ? (['neutral', s('paused')] as const)
    : source.fault !== null
      ? (['danger', s('faulty')] as const)
      : source.needsPeople
        ? (['warning', s(toStaff ? 'needsAgency' : 'needs')] as const)
        : [];
  return color === undefined ? null : (
    <span className="ds-tag" data-color={color} data-size="sm">
      {text}
    </span>
  );
}

/** What sort of source it is, and how often it is looked at. */
export function SourceKind({ source: { kind, pace } }: { source: Source }) {
  const s = useSourceText();
  return <p className="small">{s(`kind.${kind}`) + (pace ? ` · ${s(`pace.${pace}`)}` : '')}</p>;
}

/** When a source was looked at, what it brought last, and what stands in the way. */
export function SourceState({ source }: { source: Source }) {
  const s = useSourceText();
  const language = useLanguage();
  const { fault, checkedAt, nextAt, last } = source;
  const times = [
    checkedAt === null ? s('never') : s('checked', { time: showMoment(checkedAt, language) }),
    ...(nextAt === null ? [] : [s('nextAt', { time: showMoment(nextAt, language) })]),
  ];
  return (
    <>
      {fault !== null && <p className="ds-validation-message">{fault}</p>}
      <p className="small subtle">{times.join(' ')}</p>
      {last && <LastDelivery of={last} />}
    </>
  );
}

/** When a source last delivered, and what. */
function LastDelivery({ of }: { of: NonNullable<Source['last']> }) {
  const s = useSourceText();
  const language = useLanguage();
  const what = useSaid(of);
  return <p className="small">{s('lastTaken', { time: showMoment(of.at, language), what })}</p>;
}

/** What a delivery brought, in a few words. */
export function useSaid({ outcome, counts }: NonNullable<Source['last']>): string {
  const s = useSourceText();
  return outcome === 'taken' ? s('counts', counts) : s(`outcome.${outcome}`);
}

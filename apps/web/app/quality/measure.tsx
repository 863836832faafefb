import './quality.css';
import { may } from '@samblikk/contract/client';
import { Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { refersToAgencies, useEditionsOf, useNames } from '../measure/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  checkPage,
  measurePath,
  measureYearOf,
  signedInApi,
  withdrawnMeasuresPath,
} from '../ui/index.ts';
import type { action as act } from './action.ts';
import { Answers, FiredList } from './answers.tsx';
import { AskForm } from './forms.tsx';
import { Look } from './look.tsx';
import { type Looking, LookingContext } from './looking.ts';
import { Talk } from './talk.tsx';
import { useQualityText } from './texts.ts';

export { action } from './action.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'round.followUp');
  const measure = await signedInApi(args)('readMeasureQuality', { params: measureYearOf(args) });
  return { measure, mayDecide: may(held, 'correction.decide'), now: new Date().toISOString() };
}

/** For Digdir: one measure, this year beside last year, with all that was said about it. */
export default function QualityMeasure() {
  const { measure, mayDecide, now } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof act>();
  const t = useText();
  const s = useQualityText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const editions = useEditionsOf(measure);
  const edition = editions[measure.edition];
  const all = [measure.answers, measure.previous?.answers ?? {}, measure.corrected];
  const names = useNames(
    all.some((answers) => Object.values(answers).some((value) => refersToAgencies(value as string))),
    measure.agency,
  );
  if (!edition) return null;
  const { year, number, id, agency, state } = measure;
  const title = measure.title ?? t('measure.unnamed', { number });
  const looking: Looking = {
    ...{ measure, edition, editions, names, language, mayDecide, now },
    mayAsk: state !== 'draft',
  };
  return (
    <LookingContext value={looking}>
      <RoundHead year={year} page="quality" below title={title} here={number} />
      <p className="subtle">{`${number} · ${pick(agency.name)} · ${agency.ministry}`}</p>
      <ActionOutcome
        of={outcome}
        done={({ done }) => s(`done.${done}`)}
        refused={({ detail, issues, code }) => s('refused', { reason: detail ?? issues[0]?.text ?? code })}
      />
      {state !== 'submitted' && (
        <p className="ds-alert" data-color="info">
          {s(state === 'draft' ? 'one.draft' : 'one.changedSince')}
        </p>
      )}
      <p className="quality-ways">
        <Link to={to(measurePath(year, id, checkPage))}>{s('one.form')}</Link>
        <Link to={to(measurePath(year, id, 'historikk'))}>{s('one.history')}</Link>
        <Link to={to(withdrawnMeasuresPath(year, number))}>{s('one.withdraw')}</Link>
      </p>
      <FiredList />
      <Look />
      <Talk />
      {looking.mayAsk && <AskForm question={null} label="" />}
      <Answers />
    </LookingContext>
  );
}

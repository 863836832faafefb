import { type AgencyFollowUp, may } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { endOfDay, formatNumber, showMoment, useHref, useLanguage, usePick } from '../../i18n/index.ts';
import { RoundHead, requireStaff } from '../../staff/index.ts';
import {
  ActionOutcome,
  agencyParameter,
  colleaguesPath,
  dayIn,
  followUpPath,
  hubPath,
  outboxPath,
  problemOf,
  type Refused,
  signedInApi,
  yearOf,
} from '../../ui/index.ts';
import { StandingTags } from '../list/standing-tags.tsx';
import { Activity, Receipts } from './activity.tsx';
import { Contact } from './contact.tsx';
import { Declining, Time } from './decisions.tsx';
import { InRound, inRoundOf } from './in-round.tsx';
import { Notes } from './notes.tsx';
import { useAgencyText } from './texts.ts';

export const handle = { interactive: true };

function paramsOf({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  const { orgnr = '' } = params;
  if (!/^\d{9}$/.test(orgnr)) throw data({ code: 'notFound' }, { status: 404 });
  return { orgnr, year: yearOf(params) };
}

export async function loader(args: LoaderFunctionArgs) {
  const params = paramsOf(args);
  const held = await requireStaff(args, 'round.followUp');
  const call = signedInApi(args);
  const mayManage = may(held, 'round.manage');
  const about = await call('readAgencyFollowUp', { params });
  return {
    about,
    asked: mayManage ? await call('readAsked', { params }) : null,
    mayManage,
    mayNote: may(held, 'agency.note'),
    mayOpen: may(held, 'response.readAnswers'),
  };
}

type Done = { readonly done: 'granted' | 'refused' | 'declined' | 'undone' | 'noted' | 'changed' };

/** Gives or refuses more time, writes that the agency declines or takes it back, writes or corrects a note, changes what the round says of it. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  const params = paramsOf(args);
  const call = signedInApi(args);
  const said = (name: string) => String(form.get(name) ?? '');
  const doing: Readonly<Record<string, () => Promise<Done['done']>>> = {
    grant: async () => {
      await call('grantReopening', { params, body: { until: endOfDay(dayIn(said('until'))) } });
      return 'granted';
    },
    refuse: async () => {
      await call('refuseReopening', { params, body: { reason: said('reason') } });
      return 'refused';
    },
    decline: async () => {
      await call('decline', { params, body: { reason: said('reason') } });
      return 'declined';
    },
    undo: async () => {
      await call('undoDecline', { params });
      return 'undone';
    },
    inRound: async () => {
      await call('changeAsked', { params, body: inRoundOf(form) });
      return 'changed';
    },
    note: async () => {
      await call('writeNote', { params, body: { text: said('text') } });
      return 'noted';
    },
    correct: async () => {
      await call('correctNote', { params: { ...params, note: said('note') }, body: { text: said('text') } });
      return 'noted';
    },
  };
  const wanted = said('do');
  const act = Object.hasOwn(doing, wanted) ? doing[wanted] : undefined;
  if (!act) throw data({ code: 'invalidRequest' }, { status: 400 });
  try {
    return { done: await act() };
  } catch (error) {
    return problemOf(error);
  }
}

/** For Digdir: all there is to know about one agency in a round. */
export default function Agency() {
  const { about, asked, mayManage, mayNote, mayOpen } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Done | Refused | undefined;
  const s = useAgencyText();
  const pick = usePick();
  const to = useHref();
  const { round, standing } = about;
  const title = s('title', { agency: pick(standing.name), year: String(round.year) });
  return (
    <>
      <RoundHead year={round.year} page="followUp" below title={title} />
      <ActionOutcome
        of={outcome}
        done={({ done }) => s(`done.${done}`)}
        refused={({ detail, code }) => s('refused', { reason: detail ?? code })}
      />
      <Facts about={about} />
      <p className="downloads">
        <Link to={to(hubPath(round.year, standing.orgnr))}>{s('answers')}</Link>
        {mayManage && <Link to={to(colleaguesPath(round.year, standing.orgnr))}>{s('colleagues')}</Link>}
        <Link to={to(`${outboxPath(round.year)}?${agencyParameter}=${standing.orgnr}`)}>{s('letters')}</Link>
        <Link to={to(followUpPath(round.year))}>{s('list')}</Link>
      </p>
      <Contact about={about} seesPeople={mayManage} />
      <Notes about={about} mayNote={mayNote} key={about.notes.length} />
      {mayManage && <Time about={about} />}
      <Declining about={about} mayManage={mayManage} />
      {asked && <InRound asked={asked} />}
      <Receipts about={about} mayOpen={mayOpen} />
      <Activity about={about} />
    </>
  );
}

/** How far it has come, with the round before beside it. */
function Facts({ about: { standing } }: { about: AgencyFollowUp }) {
  const s = useAgencyText();
  const language = useLanguage();
  const { before } = standing;
  const kroner = (cost: number | null) => (cost === null ? '–' : s('kroner', { amount: formatNumber(cost, language) }));
  const moment = (at: string | null) => (at ? showMoment(at, language) : s('never'));
  const facts: readonly (readonly [string, string, string | undefined])[] = [
    [s('measures'), String(standing.measures), before ? String(before.measures) : undefined],
    [s('cost'), kroner(standing.cost), before ? kroner(before.cost) : undefined],
    [s('submitted'), moment(standing.submittedAt), before?.submittedAt ? moment(before.submittedAt) : undefined],
    [s('opened'), moment(standing.openedAt), undefined],
  ];
  return (
    <dl className="known-facts">
      <div>
        <dt>{s('standing')}</dt>
        <dd>
          <StandingTags one={standing} />
        </dd>
      </div>
      {facts.map(([label, value, then]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span>{value}</span>
            {before && then !== undefined && (
              <p className="small subtle">{s('before', { value: then, year: String(before.year) })}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

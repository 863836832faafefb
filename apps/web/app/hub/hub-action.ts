import type { BodyAt, RollOverOutcome } from '@samblikk/contract/client';
import { editionOf } from '@samblikk/questionnaire';
import type { ActionFunctionArgs } from 'react-router';
import type { Call } from '../platform/index.ts';
import { agencyRoundOf, measurePath, problemOf, type Refused, redirectTo, signedInApi } from '../ui/index.ts';

/** What was done here, to be told. */
export interface Done {
  readonly done:
    | 'withdrawn'
    | 'takenBack'
    | 'decided'
    | 'undone'
    | 'decidedAll'
    | 'undoneAll'
    | 'asked'
    | 'moreTime'
    | 'contacts';
}

export type Decisions = BodyAt<'decideRollOvers'>['decisions'];

interface Asked {
  readonly call: Call;
  readonly params: { readonly orgnr: string; readonly year: number };
  readonly form: FormData;
}

/** What the forms of the page ask for, by the field that says so, whose value is given. */
const actions: Readonly<Record<string, (asked: Asked, value: string) => Promise<Done['done']>>> = {
  async withdraw({ call, params }, measure) {
    await call('withdrawMeasure', { params: { measure, year: params.year } });
    return 'withdrawn';
  },
  async takeBack({ call, params }, carryForward) {
    await call('createMeasure', { params, body: { carryForward } });
    return 'takenBack';
  },
  async moreTime({ call, params, form }) {
    await call('askReopening', { params, body: { reason: String(form.get('reason')) } });
    return 'moreTime';
  },
  async askToSendIn({ call, params }) {
    try {
      await call('askSubmission', { params });
    } catch (error) {
      // That someone has asked already is not refused: the list says who did, and when.
      if (problemOf(error).code !== 'alreadyDone') throw error;
    }
    return 'asked';
  },
  async confirmContacts({ call, params, form }, what) {
    const mailbox = String(form.get('mailbox') ?? '').trim();
    await call('confirmContacts', {
      params,
      body: what === 'mailbox' ? { mailbox: mailbox === '' ? null : mailbox } : {},
    });
    return 'contacts';
  },
  async undo({ call, params }, measure) {
    await call('undoRollOver', { params: { ...params, measure } });
    return 'undone';
  },
  async decide({ call, params, form }, measure) {
    const numbers = form.getAll('measures').flatMap((part) => String(part).split(/[,;\s]+/));
    const toOrgnr = form.get('toOrgnr');
    await call('decideRollOver', {
      params: { ...params, measure },
      body: {
        outcome: form.get('outcome') as RollOverOutcome,
        measures: [...new Set(numbers.filter((number) => number !== ''))],
        ...(typeof toOrgnr === 'string' && { toOrgnr }),
      },
    });
    return 'decided';
  },
  async decisions({ call, params, form }, decisions) {
    await call('decideRollOvers', { params, body: { decisions: JSON.parse(decisions) as Decisions } });
    return form.has('undoAll') ? 'undoneAll' : 'decidedAll';
  },
};

/** Does what is done in the list; or adds a measure, a new one or one from last year, and goes to it. */
export async function action(args: ActionFunctionArgs): Promise<Response | Done | Refused> {
  const asked = { call: signedInApi(args), params: agencyRoundOf(args), form: await args.request.formData() };
  try {
    for (const [field, act] of Object.entries(actions)) {
      const value = asked.form.get(field);
      if (typeof value === 'string') return { done: await act(asked, value) };
    }
    return redirectTo(args.url, await addMeasure(asked));
  } catch (error) {
    return problemOf(error);
  }
}

/** Adds a measure. @returns its page; of one that is new, its first part: there is nothing to look over */
async function addMeasure({ call, params, form }: Asked): Promise<string> {
  const carryForward = form.get('carryForward');
  const old = typeof carryForward === 'string';
  const { id, edition } = await call('createMeasure', { params, body: old ? { carryForward } : {} });
  const first = editionOf(edition)?.sections.find(({ questions }) => questions.some((question) => !question.known));
  return measurePath(params.year, id, old ? '' : first?.id);
}

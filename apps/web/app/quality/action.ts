import type { ActionFunctionArgs } from 'react-router';
import { dayIn, measureYearOf, problemOf, type Refused, signedInApi } from '../ui/index.ts';

/** What a press on the page of one measure led to. */
export interface Done {
  readonly done: 'asked' | 'untold' | 'proposed' | 'decided' | 'dropped' | 'closed' | 'looked' | 'again';
}

/** Asks, proposes a correction, decides or drops one, closes a question, or marks the measure as looked at. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  try {
    return { done: await act(args, form) };
  } catch (error) {
    return problemOf(error);
  }
}

async function act(args: ActionFunctionArgs, form: FormData): Promise<Done['done']> {
  const call = signedInApi(args);
  const params = measureYearOf(args);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const version = Number(text('version'));
  const dueOn = dayIn(text('due'));
  switch (text('what')) {
    case 'ask': {
      const body = { question: text('question') || null, text: text('text'), version, dueOn };
      return (await call('askQuery', { params, body })).told ? 'asked' : 'untold';
    }
    case 'propose': {
      const value: unknown = JSON.parse(text('value') || 'null');
      const body = { question: text('question'), value, reason: text('reason'), version, dueOn };
      await call('proposeCorrection', { params, body });
      return 'proposed';
    }
    case 'decide': {
      const correction = text('id');
      await call('decideCorrection', { params: { ...params, correction }, body: { text: text('text') } });
      return 'decided';
    }
    case 'drop':
      await call('dropCorrection', { params: { ...params, correction: text('id') } });
      return 'dropped';
    case 'close':
      await call('closeQuery', { params: { ...params, query: text('id') } });
      return 'closed';
    case 'again':
      await call('lookAgain', { params });
      return 'again';
    default:
      await call('lookAtMeasure', { params, body: { version, note: text('note') } });
      return 'looked';
  }
}

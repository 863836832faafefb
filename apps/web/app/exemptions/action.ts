import type { ActionFunctionArgs } from 'react-router';
import { dayIn, problemOf, type Refused, signedInApi, yearOf } from '../ui/index.ts';

/** What was decided. */
export interface Decided {
  readonly done: 'accepted' | 'refused' | 'asked';
}

/** Accepts or refuses a claim, or asks about it. */
export async function action(args: ActionFunctionArgs): Promise<Decided | Refused> {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const step = (['accepted', 'refused'] as const).find((one) => one === text('step')) ?? 'asked';
  const words = text('words');
  const until = dayIn(text('until'));
  try {
    await signedInApi(args)('decideExemption', {
      params: { measure: text('measure'), year: yearOf(args.params) },
      body: {
        ...{ field: text('field') || null, grounds: text('grounds'), step },
        ...(words !== '' && { words }),
        ...(until !== '' && { until }),
      },
    });
    return { done: step };
  } catch (error) {
    return problemOf(error);
  }
}

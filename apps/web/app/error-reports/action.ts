import type { ErrorReportOutcome } from '@samblikk/contract/client';
import type { ActionFunctionArgs } from 'react-router';
import { problemOf, type Refused, signedInApi } from '../ui/index.ts';

export type Outcome = { readonly done: 'sent' } | { readonly done: 'discarded'; readonly count: number } | Refused;

/** Answers a report, as the form that was sent says. */
export async function answerReport(args: ActionFunctionArgs, form: FormData): Promise<Outcome> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  try {
    await signedInApi(args)('answerErrorReport', {
      params: { orgnr: text('orgnr'), report: text('report') },
      body: { outcome: text('outcome') as ErrorReportOutcome, text: text('text') },
    });
    return { done: 'sent' };
  } catch (error) {
    return problemOf(error);
  }
}

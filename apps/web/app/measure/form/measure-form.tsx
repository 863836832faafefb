import type { Draft } from '@samblikk/contract/client';
import {
  type Answers,
  askedQuestions,
  checkSubmission,
  type Edition,
  findQuestion,
  issueWords,
  partOf,
  type Text,
} from '@samblikk/questionnaire';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useLanguage } from '../../i18n/index.ts';
import type { FormValues } from '../fields/field-kind.ts';
import { readField, writeField } from '../fields/index.ts';
import { saveBeforeLeaving } from '../saving/before-leaving.ts';
import { makeSaving } from '../saving/make-saving.ts';
import type { SaveQueue } from '../saving/save-queue.ts';
import type { SaveState } from '../saving/save-state.ts';
import { askable, type MeasureForm, MeasureFormContext, useMeasureForm } from './measure-form-context.ts';

/** What the service has where the form shows something it has not got: see `SaveState.standing`. */
function useStanding(queue: SaveQueue): SaveState['standing'] {
  const read = () => queue.state().standing;
  return useSyncExternalStore(queue.subscribe, read, read);
}

function withStanding(valid: Answers, standing: SaveState['standing']): Answers {
  const answers = Object.entries({ ...valid, ...standing }).filter(([, answer]) => answer !== null);
  return Object.fromEntries(answers) as Answers;
}

/**
 * The form of one measure over all its sections: react-hook-form holds what is typed, the save queue sends it, and the
 * browser keeps it until it is acknowledged. Moving between sections keeps all three.
 */
export function MeasureFormProvider(props: {
  draft: Draft;
  editions: Readonly<Record<string, Edition>>;
  ministry: Text | undefined;
  personId: string;
  /** The person's own address, as the login gave it. */
  email?: string | null;
  children: ReactNode;
}) {
  const { personId, children } = props;
  const edition = props.editions[props.draft.edition];
  if (!edition) throw new Error(`This program does not know edition ${props.draft.edition}.`);
  const readOnly = !props.draft.open || !props.draft.mayWrite;

  const form = useForm<FormValues>({
    defaultValues: Object.fromEntries(askable(edition).map((q) => [q.id, writeField(q, props.draft.answers[q.id])])),
    mode: 'onTouched',
    reValidateMode: 'onChange',
    shouldFocusError: false,
    shouldUnregister: false,
  });
  const [valid, setValid] = useState<Answers>(props.draft.answers);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(
    () => new Set(Object.keys(props.draft.origins).filter((id) => props.draft.origins[id] === 'confirmed')),
  );
  const [saving] = useState(() => makeSaving({ draft: props.draft, personId, edition, form, setValid, setConfirmed }));
  const { queue } = saving;
  const standing = useStanding(queue);

  useEffect(() => {
    if (readOnly) return;
    const forget = form.subscribe({
      formState: { values: true },
      callback: ({ values, name, type }) => {
        if (type === 'change' && name) saving.typed(name, values[name] ?? '');
      },
    });
    saving.restore();
    const hidden = () => document.visibilityState === 'hidden' && queue.flush();
    const again = () => queue.flush();
    const stopAsking = saveBeforeLeaving(queue);
    addEventListener('online', again);
    addEventListener('focus', again);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      forget();
      queue.flush();
      queue.stop();
      stopAsking();
      removeEventListener('online', again);
      removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [form, saving, queue, readOnly]);

  const value = useMemo((): MeasureForm => {
    const { agency } = props.draft;
    const known = { [edition.roles.agency]: agency.orgnr, [edition.roles.ministry]: agency.ministry };
    const current = withStanding(valid, standing);
    const answers = { ...current, ...known };
    const previous = props.draft.previous?.answers;
    const part = partOf(edition, props.draft.sections);
    return {
      edition,
      editions: props.editions,
      draft: props.draft,
      answers,
      asked: askedQuestions(edition, answers),
      issues: checkSubmission(edition, current, { known, ...(previous && { previous }) }).filter((issue) =>
        props.draft.delegated ? part.tells(issue) : part.asks(issue.question),
      ),
      names: {
        agency: (orgnr) => (orgnr === agency.orgnr ? agency.name : undefined),
        ministry: (code) => (code === agency.ministry ? props.ministry : undefined),
      },
      readOnly,
      ownEmail: props.email ?? undefined,
      queue,
      confirmed,
      takeOver: saving.takeOver,
      giveReason: saving.giveReason,
    };
  }, [
    edition,
    props.editions,
    props.draft,
    props.ministry,
    props.email,
    valid,
    confirmed,
    standing,
    readOnly,
    queue,
    saving,
  ]);

  return (
    <MeasureFormContext value={value}>
      <FormProvider {...form}>{children}</FormProvider>
    </MeasureFormContext>
  );
}

/** The words of what is wrong with a value, without its label, or true: for react-hook-form. */
export function useValidation() {
  const { edition } = useMeasureForm();
  const language = useLanguage();
  return (id: string) =>
    (value: FormValues[string]): string | true => {
      const question = findQuestion(edition, id);
      if (!question) return true;
      const reading = readField(edition, question, value ?? '');
      if (!('issues' in reading)) return true;
      return reading.issues.map((issue) => issueWords(issue, edition, language)).join(' ');
    };
}

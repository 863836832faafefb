import type { Draft } from '@samblikk/contract/client';
import { type Answers, type AnswerValue, type Edition, findQuestion, partOf } from '@samblikk/questionnaire';
import type { UseFormReturn } from 'react-hook-form';
import { api } from '../../platform/index.ts';
import type { FormValues } from '../fields/field-kind.ts';
import { fieldOf, readField, writeField } from '../fields/index.ts';
import { reasonPrefix, wordPrefix } from './names.ts';
import { SaveQueue } from './save-queue.ts';
import { UnsentStore } from './unsent.ts';

/** A save that has not been answered after this long, in ms, is tried again. */
const longestSave = 30_000;

/** Ties form, queue and browser storage together, once per measure. */
export function makeSaving({
  draft,
  personId,
  edition,
  form,
  setValid,
  setConfirmed,
}: {
  draft: Draft;
  personId: string;
  edition: Edition;
  form: UseFormReturn<FormValues>;
  setValid: (change: (answers: Answers) => Answers) => void;
  setConfirmed: (change: (ids: ReadonlySet<string>) => ReadonlySet<string>) => void;
}) {
  const params = { measure: draft.id };
  const store = new UnsentStore({ personId, measure: draft.id, year: draft.year });

  const remember = (id: string, answer: AnswerValue | null, confirmed = false) => {
    setValid(({ [id]: _, ...others }) => (answer === null ? others : { ...others, [id]: answer }));
    setConfirmed((ids) => {
      if (ids.has(id) === confirmed) return ids;
      return new Set(confirmed ? [...ids, id] : [...ids].filter((other) => other !== id));
    });
  };

  const queue = new SaveQueue({
    draft,
    save: (request) =>
      api('saveDraft', {
        params: { ...params, edition: draft.edition },
        body: { year: draft.year, ...request },
        signal: AbortSignal.timeout(longestSave),
      }),
    reload: () => api('readDraft', { params: { ...params, year: draft.year } }),
    onTheirs: (answers, ids) => {
      for (const id of ids) {
        const question = findQuestion(edition, id);
        if (!question || question.known) continue;
        form.setValue(id, writeField(question, answers[id]), { shouldValidate: form.getFieldState(id).isTouched });
        remember(id, answers[id] ?? null);
      }
    },
    onSending: (id) => store.sending(id, queue.sentOf(id)),
    onSettled: (id) => store.forget(id),
    onReasonSettled: (key) => store.forget(reasonPrefix + key),
  });

  const typed = (id: string, value: FormValues[string], confirmed = false) => {
    const question = findQuestion(edition, id);
    if (id.startsWith(wordPrefix)) {
      if (value === '') store.forget(id);
      else store.keep(id, beside(String(value)));
    }
    if (!question) return;
    store.keep(id, { value, confirmed, basedOn: queue.baseOf(id), sent: queue.sentOf(id) });
    const reading = readField(edition, question, value);
    if ('issues' in reading) {
      queue.hold(id);
      return;
    }
    remember(id, reading.answer, confirmed);
    queue.change(id, reading.answer, confirmed ? 'atOnce' : fieldOf(question).saves, confirmed);
  };

  /** Puts a value in its field and sends it, as if it were typed. */
  const put = (id: string, value: FormValues[string], confirmed: boolean) => {
    form.setValue(id, value, { shouldTouch: true, shouldValidate: true, shouldDirty: true });
    typed(id, value, confirmed);
  };

  const giveReason = (key: string, text: string | null) => {
    store.keep(reasonPrefix + key, beside(text ?? ''));
    queue.giveReason(key, text);
  };

  return {
    queue,
    typed,
    giveReason,
    /** Puts back what an earlier visit did not get saved, and sends it on top of the version of that time. */
    async restore() {
      const { asks } = partOf(edition, draft.sections);
      queue.reading(true);
      for (const [id, unsent] of await store.takeUp()) {
        const { value, confirmed } = unsent;
        const question = findQuestion(edition, id);
        if (id.startsWith(reasonPrefix)) giveReason(id.slice(reasonPrefix.length), String(value) || null);
        else if (id.startsWith(wordPrefix)) form.setValue(id, value);
        else if (!question || question.known) store.forget(id);
        else if (asks(id)) {
          queue.restore(id, unsent);
          put(id, value, confirmed);
        }
      }
      queue.flush();
      queue.reading(false);
    },
    takeOver(answers: Answers) {
      for (const [id, answer] of Object.entries(answers)) {
        const question = findQuestion(edition, id);
        if (question) put(id, writeField(question, answer), true);
      }
    },
  };
}

/** Something that is kept as it stands, and is no answer. */
const beside = (value: string) => ({ value, confirmed: false, basedOn: 0, sent: [] });

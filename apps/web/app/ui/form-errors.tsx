import { type FormEvent, useState } from 'react';

/**
 * What is wrong in a small form, said at its fields in the language of the page: the browser's own bubbles are in its own
 * language and vanish. `check` gives the words by field name; the first field at fault takes the focus, and nothing is sent.
 */
export function useFieldErrors(check: (form: HTMLFormElement) => Readonly<Record<string, string | undefined>>) {
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const found = check(form);
    setErrors(found);
    const first = [...form.elements].find((field) => found[field.getAttribute('name') ?? ''] !== undefined);
    if (!first) return;
    event.preventDefault();
    // It is not sent, and what is around it hears of none that is.
    event.stopPropagation();
    (first as HTMLElement).focus();
  };
  return { errors, form: { noValidate: true, onSubmit } };
}

/** A field of a form that is no longer there is no fault. */
export const inputOf = (form: HTMLFormElement, name: string): HTMLInputElement | undefined => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : undefined;
};

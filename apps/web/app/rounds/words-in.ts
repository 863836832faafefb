/** Whether anything is written in a field of several lines. */
export function wordsIn(form: HTMLFormElement, name: string): boolean {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLTextAreaElement && field.value.trim() !== '';
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What stands in the fields that people have touched before the page's script took them over. */
const early = new Map<Field, string | boolean>();

const isSwitch = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';

function note({ target }: { target: EventTarget | null }): void {
  if (target instanceof HTMLInputElement && (target.type === 'file' || target.type === 'hidden')) return;
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    early.set(target, isSwitch(target) ? target.checked : target.value);
  }
}

/**
 * A page is shown before its script runs, and a person on a slow machine may already be typing. React puts its own values into
 * the fields when it takes them over, so what was typed is kept until then. Called before React starts.
 */
export function captureEarlyTyping(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // After a reload the browser may have filled in old values by itself: those are nobody's typing.
  if (navigation?.type === 'navigate') {
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'main :is(input, textarea)',
    )) {
      const changed = isSwitch(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
      if (changed) note({ target: field });
    }
  }
  document.addEventListener('input', note, true);
}

/** Puts it back, as if it were typed now. Called once React answers for the fields. */
export function restoreEarlyTyping(): void {
  document.removeEventListener('input', note, true);
  const fields = [...early];
  early.clear();
  for (const [field, given] of fields) {
    if (!field.isConnected) continue;
    // React only hears of changes: what it laid over the property to know what it has seen is told of another value first.
    if (isSwitch(field)) {
      if (field.type === 'radio' && given === false) continue;
      field.checked = !given;
      field.click();
    } else if (field instanceof HTMLSelectElement) {
      field.value = String(given);
      field.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      field.value = `${given} `;
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, given);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

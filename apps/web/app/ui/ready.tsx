import { useEffect } from 'react';
import { restoreEarlyTyping } from '../platform/index.ts';

/** Marks the page once its script runs, for styles and tests: until then nothing that is typed is saved, but it is kept. */
export function Ready() {
  useEffect(() => {
    restoreEarlyTyping();
    document.documentElement.dataset.ready = 'true';
  }, []);
  return null;
}

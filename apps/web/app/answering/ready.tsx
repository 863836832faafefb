import { useEffect } from 'react';

/** Marks the page once its script runs, for styles and tests: until then nothing that is typed is saved. */
export function Ready() {
  useEffect(() => {
    document.documentElement.dataset.ready = 'true';
  }, []);
  return null;
}

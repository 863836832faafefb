import type { SaveQueue } from './save-queue.ts';

/** How long a link waits for what is on its way, in ms. */
const longestWait = 4000;

/**
 * Before a link loads a page anew, another language say, what is typed is sent and waited for: the new page would else read
 * the answers as they were. Whoever leaves in other ways with something unsaved is asked. @returns what ends it
 */
export function saveBeforeLeaving(queue: SaveQueue): () => void {
  let letGo = false;
  const leaving = (event: BeforeUnloadEvent) => {
    if (queue.state().unsaved > 0 && !letGo) event.preventDefault();
  };
  const follow = async (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    // What the program itself takes care of is prevented by now.
    if (!link || event.defaultPrevented || elsewhere || link.target !== '' || link.hasAttribute('download')) return;
    const { origin, pathname, search, href } = link;
    if (origin !== location.origin || pathname + search === location.pathname + location.search) return;
    if (queue.state().unsaved === 0) return;
    event.preventDefault();
    queue.flush();
    await settled(queue, longestWait);
    // What is left must be mended by the person: it is kept in the browser, and stands there on the new page too.
    letGo = ['saved', 'held'].includes(queue.state().status);
    location.assign(href);
  };
  addEventListener('beforeunload', leaving);
  addEventListener('click', follow);
  return () => {
    removeEventListener('beforeunload', leaving);
    removeEventListener('click', follow);
  };
}

/** Waits until nothing is on its way that can arrive now, at most so long, in ms. */
export function settled(queue: Pick<SaveQueue, 'state' | 'subscribe'>, longest: number): Promise<void> {
  const done = () => queue.state().status !== 'saving';
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(end, longest);
    const forget = queue.subscribe(() => done() && end());
    if (done()) end();
  });
}

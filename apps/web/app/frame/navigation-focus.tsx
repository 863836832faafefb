import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * After a navigation in the browser the keyboard and the screen reader start at the new page's heading, as they would after
 * a page load. A change of the query or the hash alone moves nothing.
 */
export function FocusOnNavigation() {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading?.focus();
  }, [pathname]);
  return null;
}

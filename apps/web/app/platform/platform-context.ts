import type { Platform } from '@samblikk/contract/client';
import { createContext, useRouteLoaderData } from 'react-router';

export const platformContext = createContext<Platform>();

/** What of the platform every page may use, also in the browser: what the root route's loader answers. */
export type RootData = Omit<Platform, 'fetchApi' | 'nonce'>;

/** The root's data; undefined on an error page before it was read. */
export const useRootData = (): RootData | undefined => useRouteLoaderData('root');

import { createContext } from 'react-router';
import type { Platform } from '../server/entry.ts';

/** As `fetch`, for addresses of our own API: `/api/v1/…`. */
export type ApiFetch = (path: string, init?: RequestInit) => Promise<Response>;

export const platformContext = createContext<Platform>();

/** The login, and back to an address of ours afterwards. */
export const loginPath = (returnTo: string) => `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;

/** The login, and back to an address of ours afterwards. */
export const loginPath = (returnTo: string) => `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;

/** The login with its choice of whom to act for, also for someone who is signed in. */
export const switchPath = (returnTo: string) => `/auth/login?again=1&returnTo=${encodeURIComponent(returnTo)}`;

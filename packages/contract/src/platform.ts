/** As `fetch`, for addresses of our own API: `/api/v1/…`. Of the reply no more than is read of it. */
export type ApiFetch = (
  path: string,
  init?: RequestInit,
) => Promise<Pick<Response, 'ok' | 'status' | 'statusText' | 'text' | 'json'>>;

/** What the process that serves the web gives each request for a page. */
export interface Platform {
  /** Asks the API, without a network hop, as the one who made the request. */
  readonly fetchApi: ApiFetch;
  /** The nonce of this reply's content security policy. */
  readonly nonce: string;
  /** Where people reach the program, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether this is a demonstration, which every page then says. */
  readonly demo: boolean;
  /** Whom the public may write to. */
  readonly contactEmail?: string | undefined;
  /** The accessibility statement that the law asks for (uustatus.no). */
  readonly accessibilityUrl?: string | undefined;
  /** The status of a page that only says why there is none: the request never came so far that one could be made. */
  readonly failure?: number;
}

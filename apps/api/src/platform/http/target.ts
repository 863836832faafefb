import type { IncomingMessage } from 'node:http';

/**
 * Reads the first line of a request, for Fastify's `rewriteUrl`: gives path and query. A HEAD goes the way of the GET, so
 * that nothing about the two can differ: Node leaves the body out of its reply by itself.
 */
export function readTarget(request: Pick<IncomingMessage, 'method' | 'url'>): string {
  if (request.method === 'HEAD') request.method = 'GET';
  return pathOf(request.url ?? '/');
}

/**
 * Path and query of a request. A client may write a whole address (RFC 9112, 3.2.2), or something
 * that a browser or a URL parser would take for another host (`//evil.example`, `/\evil.example`, `@evil.example`): all are
 * paths here, and no link or redirect made from one leads out. A path that cannot be decoded stands for itself.
 */
function pathOf(target: string): string {
  const path = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/^[/\\]*/, '/');
  const end = path.search(/[?#]/);
  const [address, query] = end < 0 ? [path, ''] : [path.slice(0, end), path.slice(end)];
  return (isDecodable(address) ? address : address.replaceAll('%', '%25')) + query;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

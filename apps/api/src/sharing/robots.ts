import { profilePaths } from '@samblikk/contract';
import { languages, prefixes } from '@samblikk/text';

/** Where people sign in, or ask for letters: nothing to find there. */
const signedIn = ['/svar', '/oversikt', '/runder', '/katalog', '/revisjon', '/oppbevaring', '/varsle'];

/** Pages that are one for every choice of filters: endless, and all said elsewhere. */
const endless = [
  ...['/register?', '/register.atom?', '/tall/tabell?', '/varsle', '/embed/'],
  ...Object.values(profilePaths).map((path) => `/${path}?q=`),
];

/**
 * `robots.txt`. Robots may read measures, profiles, figures and editions; not the register by every combination of facets, files of
 * searches, or what is behind the login. The longest rule that fits counts (RFC 9309), so the API’s description stays open.
 */
export function robotsTxt(base: string): string {
  const closed = languages.flatMap((language) =>
    [...signedIn, ...endless].map((path) => `Disallow: ${prefixes[language]}${path}`),
  );
  return [
    'User-agent: *',
    ...closed,
    'Disallow: /auth/',
    'Disallow: /api/',
    'Allow: /api/docs',
    'Allow: /api/v1/openapi.json',
    '',
    `Sitemap: ${base}/sitemap.xml`,
    '',
  ].join('\n');
}

/**
 * Where to go after the login: an address of our own, or the front page. Whatever leads elsewhere, or back into the
 * login itself, is ignored: a link to our login must not be a way to another site.
 * @returns an absolute address
 */
export function returnAddress(asked: unknown, publicUrl: string): string {
  const home = `${publicUrl}/`;
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 2000) return home;
  const url = URL.parse(asked, home);
  if (url === null || url.origin !== new URL(home).origin) return home;
  // `/.//evil.example` is our own address, and becomes `//evil.example` for whoever takes its path alone.
  if (url.pathname.startsWith('//') || url.pathname.startsWith('/auth/')) return home;
  return url.href;
}

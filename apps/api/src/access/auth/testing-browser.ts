/** A browser, as far as a login needs one: it keeps cookies per site and does not follow by itself. */
export class TestBrowser {
  readonly jars = new Map<string, Map<string, string>>();
  readonly publicUrl: string;

  constructor(publicUrl: string) {
    this.publicUrl = publicUrl;
  }

  async go(address: string | URL, form?: Record<string, string>) {
    const url = new URL(address, this.publicUrl);
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'nb' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = reply.headers.get('location');
    return {
      status: reply.status,
      location: location === null ? '' : new URL(location, url).href,
      body: await reply.text(),
      url: url.href,
    };
  }

  /** Follows until an address that is not a redirect, or `stop`. */
  async follow(address: string | URL, stop: (address: string) => boolean = () => false) {
    let page = await this.go(address);
    while (page.location && !stop(page.location)) page = await this.go(page.location);
    return page;
  }

  /** From the login button to the answer, which is not yet given to us. */
  async toCallback(
    personId: string,
    returnTo = '/svar',
    login = `/auth/login?returnTo=${encodeURIComponent(returnTo)}`,
  ) {
    const picker = await this.follow(login);
    const picked = await this.go(picker.url, { person: personId });
    return (await this.follow(picked.location, (next) => next.startsWith(`${this.publicUrl}/auth/callback`))).location;
  }

  async signIn(personId: string, returnTo?: string, login?: string) {
    return this.go(await this.toCallback(personId, returnTo, login));
  }

  async me() {
    return JSON.parse((await this.go('/api/v1/session')).body);
  }
}

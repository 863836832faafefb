type Payload = Record<string, unknown>;

/** What a grant gives, and takes with it when it goes; a login under way knows of an earlier grant, and does not. */
const given = ['AccessToken:', 'AuthorizationCode:', 'RefreshToken:'];

/** Keeps what the provider must remember in memory: it starts empty, and forgets when it stops. */
export function memory() {
  const all = new Map<string, { payload: Payload; until: number }>();
  const find = (key: string) => {
    const entry = all.get(key);
    if (entry === undefined || entry.until > Date.now()) return entry?.payload;
    all.delete(key);
    return undefined;
  };
  const findBy = (model: string, field: string, value: string) =>
    [...all].find(
      ([key, { payload, until }]) => key.startsWith(`${model}:`) && payload[field] === value && until > Date.now(),
    )?.[1].payload;
  return (model: string) => ({
    async upsert(id: string, payload: Payload, expiresIn?: number) {
      all.set(`${model}:${id}`, {
        payload,
        until: expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000,
      });
    },
    async find(id: string) {
      return find(`${model}:${id}`);
    },
    async findByUid(uid: string) {
      return findBy(model, 'uid', uid);
    },
    async findByUserCode(userCode: string) {
      return findBy(model, 'userCode', userCode);
    },
    async consume(id: string) {
      const payload = find(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id: string) {
      all.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of all) {
        if (payload.grantId === grantId && given.some((kind) => key.startsWith(kind))) all.delete(key);
      }
    },
  });
}

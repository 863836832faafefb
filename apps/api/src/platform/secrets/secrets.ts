import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Config } from '../config/index.ts';

/** What is done with the one secret of the program. */
export interface Secrets {
  /** The lasting key of a person: the same for the same login, and of no use to anyone without the secret. */
  pseudonym(identity: string): string;
  /** Locks a text away, for what must be kept and holds a national identity number. */
  seal(text: string): Promise<string>;
  /** The text again; undefined when it was sealed with another secret, or changed. */
  open(sealed: string): Promise<string | undefined>;
}

/** The one secret of the program, where it is kept, and what tells it from another without giving it away. */
export interface KeptSecret {
  readonly secret: string;
  /** A `file` in DATA_DIR, or the `settings`, which whoever wrote them has. */
  readonly from: 'file' | 'settings';
  readonly fingerprint: string;
}

/** The secret itself, for a backup. */
export async function secretOf(config: Pick<Config, 'sessionSecret' | 'dataDir'>): Promise<KeptSecret> {
  const secret = config.sessionSecret ?? (await kept(config.dataDir));
  return { secret, from: config.sessionSecret === undefined ? 'file' : 'settings', fingerprint: fingerprintOf(secret) };
}

/** What tells a secret from another. */
export const fingerprintOf = (secret: string): string => keyOf(secret, 'fingerprint').toString('hex').slice(0, 32);

/** Puts the secret of a backup where the program finds it; another one that is there is kept beside it. */
export async function keepSecret(dataDir: string, secret: string): Promise<void> {
  const file = join(dataDir, 'session-secret');
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === secret) return;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (before !== undefined) await rename(file, `${file}.before-restore`);
  await writeFile(file, secret, { mode: 0o600 });
}

const keyOf = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `samblikk ${purpose}`, 32));

/** The secret of the settings; without one, that of DATA_DIR, made the first time. Asked for once, when first needed. */
export function secretsOf(config: Pick<Config, 'sessionSecret' | 'dataDir'>): () => Promise<Secrets> {
  let made: Promise<Secrets> | undefined;
  return () => {
    made ??= (config.sessionSecret === undefined ? kept(config.dataDir) : Promise.resolve(config.sessionSecret)).then(
      from,
    );
    made.catch(() => {
      made = undefined;
    });
    return made;
  };
}

function from(secret: string): Secrets {
  const [subject, token] = [keyOf(secret, 'person'), keyOf(secret, 'token')];
  return {
    pseudonym: (identity) => createHmac('sha256', subject).update(identity).digest('hex'),
    seal: (text) =>
      new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(token),
    open: (sealed) =>
      compactDecrypt(sealed, token).then(
        ({ plaintext }) => new TextDecoder().decode(plaintext),
        () => undefined,
      ),
  };
}

async function kept(dataDir: string): Promise<string> {
  const file = join(dataDir, 'session-secret');
  // `wx` makes one of two that start at once the maker; both read what it made.
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const secret = await readFile(file, 'utf8');
  if (secret.length < 32) throw new Error(`${file} is damaged: remove it, and everyone is asked to log in again.`);
  return secret;
}

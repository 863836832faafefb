import { health } from '@samblikk/contract';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../problem/index.ts';
import type { Deps } from './deps.ts';
import { serve } from './serve.ts';

export function healthRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, health, async () => {
    try {
      await db.execute(sql`select 1`);
    } catch {
      throw new ApiError('unavailable', { detail: 'databaseAway' });
    }
    return { status: 'ok' as const };
  });
}

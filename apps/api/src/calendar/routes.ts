import { dryRunCalendar, readCalendar } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, serve } from '../platform/http/index.ts';
import { roundOf } from '../rounds/index.ts';
import { dryRun } from './dry-run.ts';
import { calendarOf } from './run.ts';

export function calendarRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serve(app, readCalendar, async ({ params }) => calendarOf(db, await roundOf(db, params.year), clock()));
  serve(app, dryRunCalendar, async ({ params }) => dryRun(db, await roundOf(db, params.year), clock()));
}

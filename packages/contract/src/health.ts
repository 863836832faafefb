import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const health = endpoint('health', {
  summary: 'Whether the service is ready: 200 when the database answers, 503 otherwise',
  tag: 'health',
  action: 'public.read',
  reply: z.object({ status: z.literal('ok') }),
  errors: ['unavailable'],
});

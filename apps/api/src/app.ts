import accepts from '@fastify/accepts';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { loginRoutes } from './access/auth/login-routes.ts';
import type { LoginClient } from './access/auth/provider.ts';
import { noteRefusals } from './access/auth/refusals.ts';
import { sessions } from './access/auth/sessions.ts';
import { peopleRoutes } from './access/people/routes.ts';
import { delegationRoutes } from './collaboration/delegations/routes.ts';
import { presenceRoutes } from './collaboration/presence/routes.ts';
import { queryRoutes } from './collaboration/queries/routes.ts';
import { submissionRequestRoutes } from './collaboration/submission-requests/routes.ts';
import { directoryRoutes } from './directory/routes.ts';
import { editionRoutes } from './editions/routes.ts';
import { maskinportenRoutes } from './intake/agency-systems/routes.ts';
import { spreadsheetRoutes } from './intake/spreadsheet/routes.ts';
import { exchangeRoutes } from './intake/survey-file/routes.ts';
import { responseRoutes } from './pages/response/routes.ts';
import { sessionRoutes } from './pages/session/routes.ts';
import type { Config } from './platform/config/config.ts';
import type { Database } from './platform/db/connect.ts';
import { answerConditional, compressed } from './platform/http/cacheable.ts';
import type { Deps } from './platform/http/deps.ts';
import { describeApi } from './platform/http/describe.ts';
import { docsPages } from './platform/http/docs-page.ts';
import { answerErrors, answerProblem } from './platform/http/errors.ts';
import { healthRoutes } from './platform/http/health.ts';
import { discreet } from './platform/http/log.ts';
import { type Limits, security } from './platform/http/security.ts';
import { readTarget } from './platform/http/target.ts';
import { devMailPage } from './platform/mail/dev-page.ts';
import { ApiError } from './platform/problem/problem.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { registerRoutes } from './register/routes.ts';
import { releaseRoutes } from './releases/routes.ts';
import { reopeningRoutes } from './rounds/reopening/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import { statisticsRoutes } from './statistics/routes.ts';

export interface AppOptions extends Partial<Pick<Deps, 'readDb' | 'clock'>> {
  config: Config;
  db: Database;
  logger?: FastifyServerOptions['logger'];
  /** Requests a minute; `false` lifts the limits, for tests and measurements. */
  limits?: Limits | false;
  /** The local test login; otherwise the provider of the settings. */
  login?: LoginClient;
  /** Serves everything outside /api: the built web. Left out in API tests. */
  web?: (app: FastifyInstance, deps: Deps) => Promise<void>;
}

/** The composition root: every slice is registered here, by name, and nowhere else. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const deps: Deps = {
    config: options.config,
    db: options.db,
    readDb: options.readDb ?? options.db,
    clock: options.clock ?? (() => new Date()),
  };
  const app = Fastify({
    logger: discreet(options.logger),
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
    trustProxy: deps.config.trustProxy,
    forceCloseConnections: true,
    rewriteUrl: readTarget,
    exposeHeadRoutes: false,
    // What is too long for a part of an address names nothing.
    frameworkErrors: (_error, request, reply) => answerProblem(new ApiError('notFound'), request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(accepts);
  await compressed(app);
  await security(app, deps, options.limits);
  answerErrors(app);
  answerConditional(app);
  await sessions(app, deps);
  noteRefusals(app, deps);
  await describeApi(app);
  await docsPages(app);

  healthRoutes(app, deps);
  sessionRoutes(app, deps);
  await loginRoutes(app, deps, options.login ?? options.config.oidc);
  roundRoutes(app, deps);
  responseRoutes(app, deps);
  receiptRoutes(app, deps);
  reopeningRoutes(app, deps);
  submissionRequestRoutes(app, deps);
  await maskinportenRoutes(app, deps);
  peopleRoutes(app, deps);
  delegationRoutes(app, deps);
  presenceRoutes(app, deps);
  queryRoutes(app, deps);
  if (options.login && !deps.config.production) devMailPage(app, deps);
  directoryRoutes(app, deps);
  editionRoutes(app);
  await exchangeRoutes(app, deps);
  await spreadsheetRoutes(app, deps);
  releaseRoutes(app, deps);
  registerRoutes(app, deps);
  statisticsRoutes(app, deps);

  if (options.web) await options.web(app, deps);
  return app;
}

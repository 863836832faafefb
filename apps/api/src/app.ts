import accepts from '@fastify/accepts';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { auditRefusals, type LoginClient, loginRoutes, peopleRoutes, sessions } from './access/index.ts';
import { archiveRoutes } from './archive/index.ts';
import { calendarRoutes } from './calendar/index.ts';
import { catalogRoutes } from './catalog/index.ts';
import {
  correctionRoutes,
  delegationRoutes,
  delegations,
  presenceRoutes,
  queryRoutes,
  submissionRequestRoutes,
} from './collaboration/index.ts';
import { deliveryRoutes } from './deliveries/index.ts';
import { directoryLifeRoutes, directoryRoutes } from './directory/index.ts';
import { editionRoutes } from './editions/index.ts';
import { errorReportRoutes } from './error-reports/index.ts';
import { exemptionRoutes } from './exemptions/index.ts';
import { financingRoutes } from './financing/index.ts';
import {
  exchangeRoutes,
  maskinportenRoutes,
  populationFileRoutes,
  sourceRoutes,
  spreadsheetRoutes,
} from './intake/index.ts';
import { carryTexts, messageRoutes } from './messages/index.ts';
import { noteRoutes } from './notes/index.ts';
import {
  agencyFollowUpRoutes,
  declinationRoutes,
  draftRoutes,
  draftViews,
  followUpRoutes,
  freezeRoutes,
  populationRoutes,
  questionnaireRoutes,
  responseRoutes,
  sessionRoutes,
  startRoutes,
} from './pages/index.ts';
import { panelRoutes } from './panel/index.ts';
import { planRoutes } from './plans/index.ts';
import type { Config } from './platform/config/index.ts';
import type { Database } from './platform/db/index.ts';
import {
  answerConditional,
  answerProblem,
  compressed,
  type Deps,
  describeApi,
  docsPages,
  handleErrors,
  healthRoutes,
  type Limits,
  readTarget,
  redacting,
  security,
} from './platform/http/index.ts';
import { devMailPage } from './platform/mail/index.ts';
import { ApiError } from './platform/problem/index.ts';
import { portfolioRoutes } from './portfolio/index.ts';
import { publicationRoutes } from './publication/index.ts';
import { pxwebRoutes } from './pxweb/index.ts';
import { qualityRoutes } from './quality/index.ts';
import { receiptRoutes, sampleReceipt } from './receipts/index.ts';
import { registerRoutes } from './register/index.ts';
import { isPublished, releaseRoutes } from './releases/index.ts';
import { reportRoutes } from './report/index.ts';
import { responseQualityRoutes } from './response-quality/index.ts';
import { retentionRoutes } from './retention/index.ts';
import { askedRoutes, contactRoutes, reopeningRoutes, roundRoutes } from './rounds/index.ts';
import { sharingRoutes } from './sharing/index.ts';
import { seriesRoutes, statisticsRoutes } from './statistics/index.ts';
import { termsRoutes } from './terms/index.ts';
import { textCheckRoutes } from './text-check/index.ts';
import { trailRoutes } from './trail/index.ts';
import { alertRoutes, feedRoutes } from './watch/index.ts';

export interface AppOptions extends Partial<Pick<Deps, 'readDb' | 'clock' | 'wake'>> {
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
    wake: options.wake ?? (async () => undefined),
  };
  const app = Fastify({
    logger: redacting(options.logger),
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
  handleErrors(app);
  answerConditional(app);
  await sessions(app, deps, delegations);
  auditRefusals(app, deps);
  await describeApi(app);
  await docsPages(app);

  healthRoutes(app, deps);
  sessionRoutes(app, deps);
  await loginRoutes(app, deps, options.login ?? options.config.oidc, delegations);
  roundRoutes(app, deps, { isPublished, created: carryTexts });
  declinationRoutes(app, deps);
  followUpRoutes(app, deps);
  agencyFollowUpRoutes(app, deps);
  noteRoutes(app, deps);
  startRoutes(app, deps);
  populationRoutes(app, deps);
  askedRoutes(app, deps);
  populationFileRoutes(app, deps);
  questionnaireRoutes(app, deps);
  calendarRoutes(app, deps);
  messageRoutes(app, deps, sampleReceipt);
  freezeRoutes(app, deps);
  const drafts = draftViews(deps.db);
  responseRoutes(app, deps, drafts);
  draftRoutes(app, deps, drafts);
  receiptRoutes(app, deps);
  reopeningRoutes(app, deps);
  contactRoutes(app, deps);
  submissionRequestRoutes(app, deps);
  await maskinportenRoutes(app, deps);
  peopleRoutes(app, deps);
  delegationRoutes(app, deps);
  presenceRoutes(app, deps);
  queryRoutes(app, deps);
  correctionRoutes(app, deps);
  qualityRoutes(app, deps);
  if (options.login && !deps.config.production) devMailPage(app, deps);
  directoryRoutes(app, deps);
  directoryLifeRoutes(app, deps);
  editionRoutes(app, deps);
  await exchangeRoutes(app, deps);
  await spreadsheetRoutes(app, deps);
  await sourceRoutes(app, deps);
  exemptionRoutes(app, deps);
  releaseRoutes(app, deps);
  registerRoutes(app, deps);
  publicationRoutes(app, deps);
  statisticsRoutes(app, deps);
  reportRoutes(app, deps);
  portfolioRoutes(app, deps);
  await textCheckRoutes(app, deps);
  seriesRoutes(app, deps);
  panelRoutes(app, deps);
  financingRoutes(app, deps);
  planRoutes(app, deps);
  responseQualityRoutes(app, deps);
  pxwebRoutes(app, deps, options.limits);
  deliveryRoutes(app, deps);
  catalogRoutes(app, deps);
  sharingRoutes(app, deps);
  termsRoutes(app, deps, options.limits);
  feedRoutes(app, deps);
  await alertRoutes(app, deps);
  errorReportRoutes(app, deps);
  archiveRoutes(app, deps);
  trailRoutes(app, deps);
  retentionRoutes(app, deps);

  if (options.web) await options.web(app, deps);
  return app;
}

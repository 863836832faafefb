# Samblikk as one image: API and web in one process, on a PostgreSQL outside it (the embedded one is left out).

FROM node:24-bookworm-slim AS source
WORKDIR /app
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc tsconfig.base.json ./
COPY packages packages
COPY apps apps

FROM source AS build
# Keep in step with PNPM in scripts/setup.mjs.
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile --loglevel=warn
RUN cd apps/web && node_modules/.bin/react-router build

FROM source AS production
# The only optional dependencies outside the build are the embedded PostgreSQL's.
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile --prod --no-optional --loglevel=warn \
  && find packages apps -name '*.test.ts*' -not -path '*/node_modules/*' -delete \
  && rm -rf apps/web/app apps/web/e2e apps/api/bench
COPY --from=build /app/apps/web/build apps/web/build
COPY migrations migrations
COPY data data

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/samblikk
RUN mkdir -m 700 $DATA_DIR && chown node:node $DATA_DIR
WORKDIR /app
COPY --from=production /app .
USER node
EXPOSE 3000
VOLUME /var/lib/samblikk
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/v1/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "apps/api/src/server.ts"]

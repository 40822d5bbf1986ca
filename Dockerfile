# The product for a site that has Postgres and Redis: API or worker, one process each. See docker-compose.yml.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Optional packages bring Node and Postgres to a bare machine; here the image and the site have them.
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev --omit=optional

# The console is built with tools that the image does not keep.
FROM node:24-slim AS console
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
# The tools are programs for this platform, which npm counts as optional.
RUN npm ci --ignore-scripts --no-audit --no-fund --include=dev
COPY scripts scripts
COPY web web
RUN node scripts/build-console.mjs --now

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE* ./
COPY db db
COPY src src
COPY workflows workflows
# The pictures it serves, and the console.
COPY docs/workflows docs/workflows
COPY --from=console /app/web/dist web/dist
# Nothing in the image belongs to the user who runs it, so nothing in it can be changed by whoever breaks in.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main-api.ts"]

# One image for the gateway and for every member; the command says which.
FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --loglevel=error && npm cache clean --force

COPY LICENSE NOTICE ./
COPY scripts/install.js scripts/run.js scripts/healthy.js scripts/zellige.js scripts/
COPY scripts/zellige scripts/zellige
COPY scripts/kit scripts/kit
COPY schema schema
COPY gateway gateway
COPY subgraphs subgraphs

# What the gateway keeps: the key of its cursors.
RUN mkdir data && chown node:node data
USER node

ENV HOST=0.0.0.0 PORT=4000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD node scripts/healthy.js "http://127.0.0.1:${PORT}/health"
CMD ["npm", "run", "--silent", "gateway"]

# syntax=docker/dockerfile:1
# The program is compiled here, and sqlite3 for the C library of the last stage. None of the tools is in the image.
FROM node:22-alpine AS build
RUN apk add --no-cache python3 make g++
WORKDIR /source
COPY . .
RUN npm ci && npm run release-tarball -- /tmp
WORKDIR /hub
RUN tar -xzf /tmp/throughline-*.tgz --strip-components=1 \
	&& npm ci --omit=dev \
	&& node gateway/container/slim.js node_modules

FROM alpine:3.22
# Node alone, without npm: what runs is in /hub.
RUN apk add --no-cache libstdc++ \
	&& addgroup -g 1000 hub && adduser -D -u 1000 -G hub hub \
	&& install -d -m 0700 -o hub -g hub /data
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /hub /hub
WORKDIR /hub
ENV NODE_ENV=production NODE_OPTIONS=--disable-warning=ExperimentalWarning HUB_DATA_DIR=/data PORT=4000
USER hub
VOLUME /data
EXPOSE 4000
# Longer than HUB_STOP_GRACE_MS: docker stop --time 20.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
	CMD ["node", "gateway/container/healthy.js"]
CMD ["node", "gateway/main.js", "start"]

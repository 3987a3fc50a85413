# docker build -t chat-ticket .
# docker run -p 8787:8787 -v chat-ticket:/data -e AUTH_SECRET=… chat-ticket
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
ENV HUSKY=0
RUN npx -y pnpm@12 install --frozen-lockfile --filter '@chat-ticket/node...'
RUN npx -y pnpm@12 --filter @chat-ticket/node build
RUN cd apps/node/dist && npm install --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
COPY --from=build /src/apps/node/dist /opt/chat-ticket
RUN ln -s /opt/chat-ticket/chat-ticket.js /usr/local/bin/chat-ticket \
  && install -d -o node -g node -m 700 /data
# Without a secret or a key set the desk does not start on a public address.
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
USER node
WORKDIR /data
VOLUME /data
EXPOSE 8787
HEALTHCHECK CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 8787}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["chat-ticket"]
CMD ["serve"]

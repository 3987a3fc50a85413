import type { Routes, SettingsVersion } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';

export const listSettingsVersions: Handler<Routes['listSettingsVersions']> = async ({ send, query }) => {
  const { before = null, limit = 50 } = query;
  // One more than the page has, to know whether there are more.
  const { versions } = await send(storage.listSettingsVersions, { before, limit: limit + 1 });
  return {
    status: 200,
    body: { versions: versions.slice(0, limit).map(toVersion), hasMore: versions.length > limit },
  };
};

const toVersion = ({
  version,
  at,
  actorRole,
  actorId,
  changed,
}: storage.SettingsVersionRow): SettingsVersion => ({
  version,
  ...(at !== null && { timestamp: Math.floor(at / 1000) }),
  ...(actorRole !== null && actorId !== null && { actor: { role: actorRole, id: actorId } }),
  changed,
});

import { ApiError, hasMember, parseBody, parseJson } from '@chat-ticket/api';
import { Settings, SettingsDocument } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Send } from '@chat-ticket/storage';
import { parseConfig } from '../config/parse-config.ts';
import { withWorkspace } from '../database/with-workspace.ts';
import { readText } from './read-text.ts';

export async function getSettings({ workspace }: { workspace: string }): Promise<void> {
  const { settings, version } = await withWorkspace(parseConfig(process.env), workspace, (send) =>
    send(storage.getSettings, {}),
  );
  // Standard output has only the document, so that a file of it can be edited and put back.
  console.log(JSON.stringify(settings, null, 2));
  console.error(`version ${version}`);
}

export async function putSettings(
  file: string,
  { ifVersion = null, workspace }: { ifVersion?: number | null; workspace: string },
): Promise<void> {
  const config = parseConfig(process.env);
  const { settings, version: sentVersion = null } = readSettingsFile(file);
  const version = await withWorkspace(
    config,
    workspace,
    (send) => saveSettings(send, settings, ifVersion ?? sentVersion),
    { mayCreate: true },
  );
  console.log(`Saved the settings as version ${version}.`);
}

/** Saves the settings and returns their version. Throws if the present ones do not have the expected version. */
export async function saveSettings(send: Send, settings: Settings, expected: number | null): Promise<number> {
  const { outcome, version } = await send(storage.putSettings, {
    changeId: crypto.randomUUID(),
    now: Date.now(),
    actorRole: 'admin',
    actorId: 'cli',
    settings,
    ifVersion: expected === null ? null : [expected],
  });
  if (outcome === 'version_mismatch')
    throw new Error(
      `The settings are at version ${version}, not ${expected}. Get them again, then repeat your change.\nNothing was changed.`,
    );
  return version;
}

/** The settings of a file, and their version if the file is the response of GET /v1/settings. */
export function readSettingsFile(file: string): { settings: Settings; version?: number } {
  const text = readText(file);
  requireJson(file, text);
  return parseSettings(file, () => {
    const json = parseJson(text);
    return hasMember(json, 'settings')
      ? parseBody(SettingsDocument, json, Infinity)
      : { settings: parseBody(Settings, json, Infinity) };
  });
}

/** Returns what `parse` returns. Throws an error with a line for each fault that it finds. Each begins with `source`. */
export function parseSettings<Result>(source: string, parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const lines = error.occurrences.map(({ detail, source: place }) => {
      const pointer = place && 'pointer' in place ? place.pointer : '';
      return `${source}${pointer && ` ${pointer}`}: ${detail ?? error.code}`;
    });
    throw new Error([...lines, 'Nothing was changed.'].join('\n'), { cause: error });
  }
}

/** Throws the position of the fault if the text is not JSON. */
function requireJson(file: string, text: string): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

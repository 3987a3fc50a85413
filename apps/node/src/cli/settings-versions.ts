import { parseBody } from '@chat-ticket/api';
import { diffSettings, Settings, type SettingsChange } from '@chat-ticket/contract';
import {
  getSettings,
  getSettingsVersion,
  listSettingsVersions,
  type Send,
  type SettingsVersionRow,
} from '@chat-ticket/storage';
import { alignedTable, printable } from '@chat-ticket/text';
import { parseConfig } from '../config/parse-config.ts';
import { withWorkspace } from '../database/with-workspace.ts';
import { parseSettings, readSettingsFile, saveSettings } from './settings.ts';

type WorkspaceOption = { workspace: string };

/** Prints the stored versions of the settings, the newest first. */
export async function printVersions({
  limit,
  workspace,
}: WorkspaceOption & { limit: number }): Promise<void> {
  const { versions } = await withWorkspace(parseConfig(process.env), workspace, (send) =>
    send(listSettingsVersions, { before: null, limit }),
  );
  console.log(
    alignedTable(['version', 'saved at', 'by', 'changed'], versions.map(cellsOf), new Set(['version'])),
  );
}

const cellsOf = ({ version, at, actorRole, actorId, changed }: SettingsVersionRow): string[] => [
  String(version),
  at === null ? '' : new Date(at).toISOString(),
  actorRole === null ? '' : `${actorRole} ${actorId}`,
  changed.join(' '),
];

/** Prints how two settings differ. Each is a version number, `current`, or a file. */
export async function printDiff(from: string, to: string, { workspace }: WorkspaceOption): Promise<void> {
  const [before, after] = await withWorkspace(parseConfig(process.env), workspace, (send) =>
    Promise.all([from, to].map((name) => readSettings(send, name))),
  );
  const changes = diffSettings(before!, after!);
  console.log(changes.length === 0 ? 'The settings are the same.' : changes.map(describeChange).join('\n'));
}

const describeChange = ({ path, before, after }: SettingsChange): string =>
  [path, ...linesOf('-', before), ...linesOf('+', after)].join('\n');

const linesOf = (sign: string, value: unknown): string[] =>
  value === undefined ? [] : [`  ${sign} ${printable(JSON.stringify(value))}`];

/** Saves the settings of an earlier version as a new version. */
export async function revertSettings(version: number, { workspace }: WorkspaceOption): Promise<void> {
  const printed = await withWorkspace(parseConfig(process.env), workspace, async (send) => {
    const present = await send(getSettings, {});
    const stored = await readVersion(send, version);
    // What was valid in an earlier version of the desk may not be valid now.
    const settings = parseSettings(`version ${version}`, () => parseBody(Settings, stored, Infinity));
    const changes = diffSettings(present.settings, settings);
    if (changes.length === 0)
      return [`The settings are those of version ${version} already. Nothing was changed.`];
    const saved = await saveSettings(send, settings, present.version);
    return [...changes.map(describeChange), `Saved the settings of version ${version} as version ${saved}.`];
  });
  console.log(printed.join('\n'));
}

const readSettings = async (send: Send, name: string): Promise<Settings> => {
  if (name === 'current') return (await send(getSettings, {})).settings;
  return /^\d{1,15}$/.test(name) ? readVersion(send, Number(name)) : readSettingsFile(name).settings;
};

async function readVersion(send: Send, version: number): Promise<Settings> {
  const row = await send(getSettingsVersion, { version });
  if (!row)
    throw new Error(
      `Version ${version} of the settings is not stored. \`settings versions\` lists those that are.`,
    );
  return row.settings;
}

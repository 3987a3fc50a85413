import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { environmentVariables } from '../packages/api/src/index.ts';
import { QueueSetting, routes, Settings } from '../packages/contract/src/index.ts';
import { brokenLinks, namedPaths, namedScripts, namedTasks, readPages, readReferences } from './markdown.ts';

// Holds the documentation to the repository: what a page links to, names or runs exists.

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = readPages(root);
const pageAt = new Map(pages.map((page) => [page.path, page]));
const page = (path: string) => pageAt.get(path)!;

type Package = { name?: string; scripts?: Record<string, string> };
const packageAt = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Package;
const folders = ['.', 'bench', ...globSync('{packages,apps}/*', { cwd: root })].filter((folder) =>
  existsSync(join(root, folder, 'package.json')),
);
const packages = folders.map(packageAt);
const denoConfig = JSON.parse(readFileSync(join(root, 'deno.json'), 'utf8')) as {
  tasks: Record<string, string>;
};
const unwantedWords =
  /\b(anew|besides|whom|whoever|thereby|mend|tells of|told of|by itself|as it has it|outside of|inside of|be it|for good)\b/gi;
/** Whether `pnpm build` creates the path. */
const isBuilt = (path: string) => /(^|\/)dist(\/|$)/.test(path);
const pnpmCommands = new Set(['exec', 'install', 'add', 'pack', 'dlx']);

describe.each(pages)('$path', (own) => {
  it('links to files and headings that exist', () => {
    expect(brokenLinks(root, own, pageAt)).toEqual([]);
  });

  it('names paths that exist', () => {
    const written = namedPaths(own).filter((path) => !isBuilt(path));
    const missing = written.filter(
      // A test is named without its ending: `live-chaos` is `live-chaos.test.ts`.
      (path) => !existsSync(join(root, path)) && globSync(`${path}.*`, { cwd: root }).length === 0,
    );
    expect(missing).toEqual([]);
  });

  // CONTRIBUTING.md lists these words as those to avoid.
  it('follows the writing rules in its words', () => {
    const words = own.prose.match(unwantedWords) ?? [];
    expect(own.path === 'CONTRIBUTING.md' ? [] : words).toEqual([]);
  });

  it('runs scripts that exist', () => {
    const missing = namedScripts(own).filter(({ filter, script }) => {
      const owner = filter === undefined ? packages[0] : packages.find(({ name }) => name === filter);
      return owner?.scripts?.[script] === undefined && !pnpmCommands.has(script);
    });
    expect(missing).toEqual([]);
    expect(namedTasks(own).filter((task) => denoConfig.tasks[task] === undefined)).toEqual([]);
  });
});

describe('the comments of the code', () => {
  it('refer by @see to files and names that exist', () => {
    const sources = globSync('{packages,apps,bench}/**/*.ts', {
      cwd: root,
      exclude: ['**/node_modules/**', '**/dist/**'],
    });
    const broken = sources.flatMap((source) =>
      readReferences(readFileSync(join(root, source), 'utf8'))
        .filter(
          ({ path, name = '' }) =>
            !existsSync(join(root, path)) || !readFileSync(join(root, path), 'utf8').includes(name),
        )
        .map(({ path, name }) => ({ source, path, name })),
    );
    expect(broken).toEqual([]);
  });
});

describe('README.md', () => {
  it('shows the example that it runs', () => {
    const example = readFileSync(join(root, 'packages/client/examples/first-agent.ts'), 'utf8');
    expect(page('README.md').text).toContain(`\`\`\`ts\n${example}\`\`\``);
  });

  it('has at most 150 lines', () => {
    expect(page('README.md').text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });
});

describe('CONTRIBUTING.md', () => {
  it('lists every package', () => {
    const listed = [...page('CONTRIBUTING.md').text.matchAll(/^\| `((?:packages|apps)\/[\w-]+|bench)` /gm)];
    expect(listed.map(([, folder]) => folder).toSorted()).toEqual(folders.slice(1).toSorted());
  });
});

/** The cells of each row of the first table after a heading. */
const rowsAfter = (path: string, heading: string) => {
  const { text } = page(path);
  const [table = ''] = /^\|[^]*?(?=\n\n)/m.exec(text.slice(text.indexOf(heading))) ?? [];
  return table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()));
};

describe('packages/domain/README.md', () => {
  it('lists the rules that live twice by the names of CONTRIBUTING.md', () => {
    const specified = rowsAfter('CONTRIBUTING.md', '## Rules that live twice').filter(
      ([, , specification]) => specification !== 'none',
    );
    const listed = rowsAfter('packages/domain/README.md', '## Rules that specify SQL');
    expect(listed.map(([, rule]) => rule)).toEqual(specified.map(([, rule]) => rule));
  });
});

describe('docs/api.md', () => {
  it('lists every route with the method of the client', () => {
    const listed = [...page('docs/api.md').text.matchAll(/^\| ([A-Z]+) (\S+) +\| `(\w+)`/gm)].map(
      ([, method, path, id]) => `${method} ${path} ${id}`,
    );
    const promised = Object.entries(routes).map(
      ([id, { method, path }]) => `${method} ${path.replace('/cs-chat-ticket', '')} ${id}`,
    );
    expect(listed.toSorted()).toEqual([...promised, 'GET /v1/live live'].toSorted());
  });
});

describe('the reference pages', () => {
  it.each([
    ['docs/queues.md', Object.keys({ ...Settings.entries, ...QueueSetting.entries })],
    ['docs/operating.md', [...Object.keys(environmentVariables), 'HOST', 'PORT', 'DATA_DIR', 'LOG_LEVEL']],
    ['docs/api.md', ['X-Agent-ID', 'Idempotency-Key', 'If-Match', 'X-Request-Id', 'CORS_ORIGINS']],
  ])('%s describes each setting, variable or header', (path, names) => {
    const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(page(path).text));
    expect(missing).toEqual([]);
  });
});

describe('docs/decisions/README.md', () => {
  it('lists every record with its title, date and status', () => {
    const records = pages
      .filter(({ path }) => /^docs\/decisions\/\d{4}-/.test(path))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, text }) => {
        const [, number, title, date, status] = /^# (\d+)\. (.+)\n\n(\S+), (.+)\n/.exec(text) ?? [];
        return `[${number}](${path.slice('docs/decisions/'.length)}) | ${title} | ${date} | ${status}`;
      });
    const rows = [...page('docs/decisions/README.md').text.matchAll(/^\| (\[.*?) +\|$/gm)].map(([, row]) =>
      row!.replaceAll(/ +\| /g, ' | '),
    );
    expect(rows).toEqual(records);
  });
});

import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenLinksIn } from '../../../scripts/markdown.ts';
import rootManifest from '../../../package.json' with { type: 'json' };
import { packedPackage } from '../../../test/packed-packages.ts';
import { exampleCode, examplesPrelude, markdownCode, printedLines } from './documented-code.ts';
import { startLanguageServer } from './language-server.ts';
import { sourceFiles } from './source-files.ts';
import { freePort, sendJson, startServer } from './start-server.ts';

const root = join(import.meta.dirname, '../../..');
const binaries = join(root, 'node_modules/.bin');
const packages = ['contract', 'client'];
let project: string;

const readmeOf = (name: string) => join(root, 'packages', name, 'README.md');

/** Runs a command and returns its output. If the command fails, the error contains all output. */
function run(
  command: string,
  args: readonly string[],
  cwd = project,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    execFile(command, args, { cwd, env }, (error, stdout, stderr) => {
      if (error) reject(new Error([error.message, stdout, stderr].join('\n')));
      else resolve(stdout);
    });
  });
}

/** Starts a server that responds to the consumer’s requests as a desk does. */
function startDesk() {
  const ticket = { id: 'ticket-1', status: 'CREATED' };
  return startServer((response) => {
    const { method, url } = response.req;
    if (url === '/cs-chat-ticket/v1/tickets' && method === 'POST') return sendJson(response, 201, ticket);
    if (url === '/cs-chat-ticket/v1/tickets/ticket-1/close' && method === 'POST')
      return sendJson(response, 200, { ...ticket, status: 'CLOSED' });
    const error = { status: '404', title: 'not found', code: 'ticket_not_found', detail: '…', id: 'r' };
    return sendJson(response, 404, { errors: [error] });
  });
}

const settings = {
  nodenext: { module: 'nodenext', lib: ['ES2024'], types: ['node'] },
  bundler: { module: 'esnext', lib: ['ES2024', 'DOM', 'DOM.Iterable'], types: [] },
};

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'chat-ticket-published-'));
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const nodeTypes = `@types/node@${rootManifest.devDependencies['@types/node']}`;
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...quietly, ...packages.map(packedPackage), nodeTypes]);
  await copyFile(join(import.meta.dirname, 'consumer.ts'), join(project, 'consumer.ts'));
}, 180_000);

afterAll(() => rm(project, { recursive: true, force: true }));

describe.each(packages)('the %s package as published', (name) => {
  it('is well formed for every bundler and runtime', { timeout: 60_000 }, async () => {
    const tarball = packedPackage(name);

    await expect(run(join(binaries, 'publint'), [tarball, '--strict'])).resolves.toContain('All good');
    await expect(run(join(binaries, 'attw'), [tarball, '--profile', 'esm-only'])).resolves.toContain('🟢');
  });

  it('links to files that it contains, and names no page of the npm registry', async () => {
    const folder = join(project, 'node_modules/@chat-ticket', name);
    expect(brokenLinksIn(folder)).toEqual([]);
    expect(await readFile(join(folder, 'README.md'), 'utf8')).not.toContain('npmjs.com');
  });

  it('declares no any', async () => {
    const dist = join(project, 'node_modules/@chat-ticket', name, 'dist');
    const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.d.ts'));
    expect(files).toContain('index.d.ts');

    const withAny: string[] = [];
    for (const file of files) {
      const declarations = await readFile(join(dist, file), 'utf8');
      const code = declarations.replaceAll(/\/\*[^]*?\*\/|"[^"\n]*"|'[^'\n]*'|`[^`]*`/g, '');
      if (/\bany\b/.test(code)) withAny.push(file);
    }
    expect(withAny).toEqual([]);
  });
});

describe('a project that installs both packages', () => {
  it.each(['nodenext', 'bundler'] as const)('type-checks with module resolution %s', async (resolution) => {
    const compilerOptions = {
      ...settings[resolution],
      moduleResolution: resolution,
      target: 'ES2024',
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    const tsconfig = join(project, `tsconfig.${resolution}.json`);
    await writeFile(tsconfig, JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));

    await expect(run(join(binaries, 'tsc'), ['-p', tsconfig])).resolves.toBe('');
  });

  it('shows in an editor what a method and its fields are', async () => {
    const server = startLanguageServer(project);
    try {
      const file = join(project, 'consumer.ts');
      const { hover } = await server.open(file, await readFile(file, 'utf8'));
      expect(await hover('createTicket({')).toContain('`queue_closed` (409)');
      expect(await hover('idempotencyKey:')).toContain('Makes the request safe to repeat');
    } finally {
      server.stop();
    }
  });

  it('works against a desk', async () => {
    await using desk = await startDesk();
    const script = `
      import { handleChat } from './consumer.ts';
      console.log(JSON.stringify(await handleChat(...process.argv.slice(1))));`;
    const output = await run(process.execPath, ['--input-type=module', '--eval', script, desk.url, 'a.b.c']);

    expect(JSON.parse(output)).toEqual({
      taken: 201,
      closed: 'CLOSED',
      missing: 'ticket_not_found',
      missingIs: 404,
      documented: true,
    });
  });
});

describe('the documentation', () => {
  it('has examples that type-check', { timeout: 60_000 }, async () => {
    const markdown = [
      readmeOf('client'),
      readmeOf('contract'),
      join(root, 'README.md'),
      join(root, 'docs/live.md'),
    ];
    const code = await Promise.all([
      ...markdown.map(markdownCode),
      ...(await sourceFiles()).map(exampleCode),
    ]);
    const examples = code.flat();
    expect(examples.length).toBeGreaterThan(50);

    const folder = join(project, 'examples');
    await mkdir(folder);
    await writeFile(join(folder, 'prelude.ts'), examplesPrelude);
    for (const [i, example] of examples.entries())
      await writeFile(join(folder, `${i}.ts`), `// From ${example.from}\n${example.code}\nexport {};\n`);
    const compilerOptions = {
      ...settings.nodenext,
      moduleResolution: 'nodenext',
      target: 'ES2024',
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    await expect(run(join(binaries, 'tsc'), ['-p', folder])).resolves.toBe('');
  });

  it('of the contract prints what its comments say', async () => {
    const blocks = await markdownCode(readmeOf('contract'));
    const printing = blocks.filter(({ code }) => printedLines(code).length > 0);
    expect(printing.length).toBeGreaterThan(1);
    for (const { code } of printing) {
      const file = join(project, 'printing.ts');
      await writeFile(file, code);
      expect((await run(process.execPath, [file])).trim().split('\n')).toEqual(printedLines(code));
    }
  });

  it('of the client begins with an example that creates a ticket', { timeout: 60_000 }, async () => {
    const [quickStart] = await markdownCode(readmeOf('client'));
    const cli = join(root, 'apps/node/src/main.ts');
    const port = await freePort();
    const environment = {
      AUTH_SECRET: crypto.randomUUID(),
      DATA_DIR: join(project, 'data'),
      PORT: String(port),
    };
    const desk = spawn(process.execPath, [cli, 'serve'], {
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    });
    try {
      await expect
        .poll(
          () =>
            fetch(`http://127.0.0.1:${port}/readyz`).then(
              ({ ok }) => ok,
              () => false,
            ),
          { timeout: 20_000 },
        )
        .toBe(true);
      const token = await run(
        process.execPath,
        [cli, 'token', '--role', 'service', '--sub', 'backend'],
        root,
        environment,
      );
      const file = join(project, 'quick-start.ts');
      await writeFile(
        file,
        (quickStart?.code ?? '').replace('http://127.0.0.1:8787', `http://127.0.0.1:${port}`),
      );
      const printed = await run(process.execPath, [file], project, { CHAT_TICKET_TOKEN: token.trim() });
      expect(printed).toMatch(/^\S+ waits for an agent\n$/);
    } finally {
      desk.kill();
    }
  });
});

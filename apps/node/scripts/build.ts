// Writes `dist`: the npm package `chat-ticket`, which runs on plain Node. Its one dependency is the database engine,
// which is native; everything else is in one file, at the versions of pnpm-lock.yaml.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import storage from '../../../packages/storage/package.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };

const app = join(import.meta.dirname, '..');
const root = join(app, '../..');
const dist = join(app, 'dist');
const bin = 'chat-ticket.js';
const oldestNode = 22;
/** The pages of the repository for people who change or test the desk, or run it elsewhere. */
const otherPages = /^(libsql-endpoint|long-tests|reliability|simulate-validation.*|workers)\.md$/;
const pages = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md') && !otherPages.test(name))
  .map((name) => `docs/${name}`);
const packedFolders = ['deploy', 'docs/examples'];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const { metafile } = await build({
  entryPoints: [join(app, 'src/main.ts')],
  outfile: join(dist, bin),
  absWorkingDir: app,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: `node${oldestNode}`,
  external: ['libsql'],
  metafile: true,
  logLevel: 'error',
  banner: {
    // The bundled CommonJS packages call `require`.
    js: `#!/usr/bin/env node
import { createRequire } from 'node:module';
if (Number.parseInt(process.versions.node, 10) < ${oldestNode}) {
  console.error(\`chat-ticket needs Node ${oldestNode} or newer, and this is Node \${process.versions.node}.\`);
  process.exit(2);
}
const require = createRequire(import.meta.url);`,
  },
});

chmodSync(join(dist, bin), 0o755);

const published = {
  name: 'chat-ticket',
  version: manifest.version,
  description: 'A ticket desk for support chats: routing, chat rooms, deadlines and history.',
  license: manifest.license,
  type: manifest.type,
  bin: { 'chat-ticket': bin },
  engines: { node: `>=${oldestNode}` },
  dependencies: { libsql: storage.dependencies.libsql },
};
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
copyFileSync(join(app, 'README.md'), join(dist, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
for (const folder of packedFolders) cpSync(join(root, folder), join(dist, folder), { recursive: true });
for (const page of pages)
  writeFileSync(join(dist, page), withoutDeadLinks(page, readFileSync(join(root, page), 'utf8')));
writeFileSync(join(dist, 'THIRD_PARTY_LICENSES'), licences(Object.keys(metafile.inputs)));

/** The page with the text of a link instead of the link, if the package does not contain what it links to. */
function withoutDeadLinks(page: string, markdown: string): string {
  return markdown.replaceAll(
    /\[([^\]]*)\]\(([^)\s#]+)(?:#[^)]*)?\)/g,
    (link, text: string, target: string) => {
      const path = join(dirname(page), target);
      const isPacked =
        /^\w+:/.test(target) ||
        pages.includes(path) ||
        packedFolders.some((folder) => path.startsWith(`${folder}/`));
      return isPacked ? link : text;
    },
  );
}

/** The licence of each package that is in the bundle. Fails if one has none. */
function licences(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((input) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  const texts = Array.from(folders, (folder) => {
    const path = join(app, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
    if (license === undefined) throw new Error(`${name} names no licence. Do not bundle it.`);
    const text = file === undefined ? '' : `\n\n${readFileSync(join(path, file), 'utf8').trim()}`;
    return `${name} ${version}, ${license}${text}\n`;
  });
  return texts.toSorted().join(`\n${'-'.repeat(80)}\n\n`);
}

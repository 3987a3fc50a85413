// Replaces `npx -y pnpm@12` while the commands of the documentation run: it runs a script of package.json or a
// program, with the dependencies of this clone, and asks no registry.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const [yes, pnpm, ...rest] = process.argv.slice(2);
const isSilent = rest[0] === '--silent';
const [name = '', ...args] = isSilent ? rest.slice(1) : rest;
const command = name === 'exec' ? args.shift() : scripts[name];
if (yes !== '-y' || pnpm !== 'pnpm@12' || command === undefined) {
  throw new Error(`The documentation runs npx ${process.argv.slice(2).join(' ')}, which is not a script.`);
}
const { status } = spawnSync('sh', ['-c', `${command} "$@"`, 'sh', ...args], { stdio: 'inherit' });
process.exitCode = status ?? 1;

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { expectServes, packPackage } from './npm-package.ts';

// The oldest and the newest release of each line that the package supports.
it.each(['22.12.0', '22', '24', '25'])('serves from the packed tarball on Node %s', async (version) => {
  const folder = freshFolder();
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', `node@${version}`];
  await promisify(execFile)('npm', install);
  const node = join(folder, 'node_modules/node/bin/node');
  expect((await promisify(execFile)(node, ['--version'])).stdout).toMatch(`v${version}`);
  await expectServes(await packPackage(), node);
});

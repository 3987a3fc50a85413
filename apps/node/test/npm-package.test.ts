import { expect, it } from 'vitest';
import { expectServes, packPackage } from './npm-package.ts';

it('serves from the packed tarball, installed in an empty folder', { timeout: 180_000 }, async () => {
  await expectServes(await packPackage(), process.execPath);
  expect.assertions(12);
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,apps}/*/{src,test}/**/*.long.test.ts'],
    reporters: ['default'],
    testTimeout: 600_000,
    maxWorkers: 1,
  },
});

import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const all = ['{packages,apps}/*/{src,test}/**/*.test.ts', '{bench/src,scripts,test}/**/*.test.ts'];
const long = ['**/*.long.test.ts'];

/** Random cases, races and statistics: seconds each. */
const property = [
  '**/*.property.test.ts',
  '**/erlang.test.ts',
  '**/race/race.test.ts',
  '**/model/routing-model.test.ts',
];
/** The suites that every runtime runs, each in its own project. */
const runtime = ['apps/node/test/{conformance,live,live-stop,replay-runtimes,stop}.test.ts'];
const edge = ['apps/edge/test/**/*.test.ts'];
/** Whole programs as processes: the CLI, several desks on one database, a browser, packages, installs. */
const system = [
  'test/runtime-install.test.ts',
  'apps/node/test/**/*.test.ts',
  'bench/src/**/run.test.ts',
  '**/published.test.ts',
];

const project = (
  name: string,
  include: string[],
  exclude: string[] = [],
  provide: { runtime?: string } = {},
): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, include, exclude: [...configDefaults.exclude, ...long, ...exclude], provide },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', all, [...property, ...runtime, ...edge, ...system]),
      project('property', property),
      project('node', runtime, [], { runtime: 'node' }),
      project('bun', runtime, [], { runtime: 'bun' }),
      project('deno', runtime, [], { runtime: 'deno' }),
      project('edge', edge),
      project('system', system, runtime),
    ],
    reporters: [['default', { summary: false }], 'json'],
    outputFile: { json: 'test-results/vitest.json' },
    testTimeout: 20_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
  },
});

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
const runtime = ['apps/node/test/{conformance,fuzz,live,live-stop,replay-runtimes,sockets,stop}.test.ts'];
const edge = ['apps/edge/test/**/*.test.ts'];
/** Projects that install the packed packages. */
const published = ['**/published.test.ts', 'test/examples.test.ts'];
/** Whole programs as processes: the CLI, several desks on one database, a browser, fresh installs. */
const system = [
  'apps/node/test/**/*.test.ts',
  'bench/src/**/run.test.ts',
  'test/{docs-commands,runtime-install}.test.ts',
];

type Options = Omit<NonNullable<TestProjectInlineConfiguration['test']>, 'name'> & { include: string[] };

const project = (name: string, { exclude = [], ...options }: Options): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, ...options, exclude: [...configDefaults.exclude, ...long, ...exclude] },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', {
        include: all,
        exclude: [...property, ...runtime, ...edge, ...published, ...system],
        // These tests change nothing global. Loading each module once, not once a file, halves the time.
        isolate: false,
      }),
      project('property', { include: property }),
      project('node', { include: runtime, provide: { runtime: 'node' } }),
      project('bun', { include: runtime, provide: { runtime: 'bun' } }),
      project('deno', { include: runtime, provide: { runtime: 'deno' } }),
      project('edge', { include: edge }),
      project('published', { include: published, globalSetup: 'test/packed-packages.ts' }),
      project('system', { include: system, exclude: runtime }),
    ],
    reporters: [['default', { summary: false }], 'json'],
    outputFile: { json: 'test-results/vitest.json' },
    testTimeout: 60_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
  },
});

import { defineConfig, type DummyRuleMap } from 'oxlint';

const layers = [
  'contract',
  'domain',
  'storage',
  'api',
  'client',
  'text',
  'simulation',
  'testing',
  'local-secret',
  'libsql-endpoint',
  'replay',
  'node',
  'edge',
];

/** Data flows one way: apps -> api -> storage -> domain -> contract; client -> contract. */
const mayImport = (own: string, allowed: readonly string[]) =>
  layers
    .filter((layer) => layer !== own && !allowed.includes(layer))
    .map((layer) => ({
      group: [`@chat-ticket/${layer}`, `@chat-ticket/${layer}/*`],
      message: `packages/${own} may import ${allowed.join(', ') || 'no other package'} only: move the code down, or pass what you need as an argument.`,
    }));

const noRuntime = {
  regex: '^(node|cloudflare|bun|npm|jsr):',
  message:
    'A runtime is named in its app alone: take a port as an argument and let apps/node or apps/edge fill it.',
};

const noInternals = {
  group: ['@chat-ticket/*/src/*'],
  message: 'Import from the package’s root; export there what others need.',
};

const imports = (own: string, allowed: readonly string[], runtime = false): DummyRuleMap => ({
  'no-restricted-imports': [
    'error',
    { patterns: [...mayImport(own, allowed), noInternals, ...(runtime ? [] : [noRuntime])] },
  ],
});

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'vitest'],
  jsPlugins: ['eslint-plugin-regexp'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  ignorePatterns: ['**/dist/**', '**/*.d.ts'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-default-export': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'no-await-in-loop': 'off',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'vitest/no-focused-tests': 'error',
    'vitest/require-mock-type-parameters': 'off',
  },
  overrides: [
    {
      // Callers choose what many expressions read. Each must take a time that grows with the length of the text.
      files: ['packages/*/src/**', 'apps/*/src/**'],
      rules: {
        'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
        'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      },
    },
    { files: ['packages/contract/src/**'], rules: imports('contract', []) },
    { files: ['packages/client/src/**'], rules: imports('client', ['contract']) },
    { files: ['packages/domain/src/**'], rules: imports('domain', ['contract']) },
    { files: ['packages/storage/src/**'], rules: imports('storage', ['domain', 'contract']) },
    { files: ['packages/storage/src/node/**'], rules: imports('storage', ['domain', 'contract'], true) },
    { files: ['packages/api/src/**'], rules: imports('api', ['storage', 'domain', 'contract']) },
    { files: ['packages/text/src/**'], rules: imports('text', []) },
    {
      files: ['packages/simulation/src/**'],
      rules: imports('simulation', ['domain', 'contract', 'text']),
    },
    {
      files: ['packages/simulation/src/desk/**'],
      rules: imports('simulation', ['api', 'client', 'storage', 'domain', 'contract'], true),
    },
    { files: ['packages/testing/src/**'], rules: imports('testing', ['client', 'contract'], true) },
    { files: ['packages/local-secret/src/**'], rules: imports('local-secret', [], true) },
    { files: ['packages/libsql-endpoint/src/**'], rules: imports('libsql-endpoint', [], true) },
    { files: ['packages/replay/src/**'], rules: imports('replay', ['client', 'contract', 'text'], true) },
    {
      files: ['apps/node/src/**'],
      rules: imports(
        'node',
        ['simulation', 'replay', 'api', 'storage', 'domain', 'client', 'contract', 'text', 'local-secret'],
        true,
      ),
    },
    { files: ['apps/edge/src/**'], rules: imports('edge', ['api', 'storage', 'contract'], true) },
    {
      files: ['**/*.test.ts', '**/*.fixture.ts', '**/test/**', '**/scripts/**'],
      rules: {
        'no-restricted-imports': 'off',
        'regexp/no-super-linear-backtracking': 'off',
        'regexp/no-super-linear-move': 'off',
      },
    },
    {
      // The conformance suite asserts through a client that checks every response against the contract.
      files: ['packages/testing/src/**'],
      rules: {
        'vitest/expect-expect': [
          'error',
          {
            assertFunctionNames: [
              'expect',
              'expectRefusal',
              'expectAccepted',
              'fc.assert',
              '*.ok',
              '*.refused',
              '*.expectEventually',
              '*.expectClose',
            ],
          },
        ],
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
      },
    },
    {
      files: ['*.config.ts', '**/*.config.ts', 'apps/edge/src/worker.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
  ],
});

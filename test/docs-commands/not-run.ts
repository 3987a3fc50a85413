/** The blocks that this test does not run, by page and first line, and what runs them or why nothing does. */
export const notRun: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CONTRIBUTING.md': {
    'npx -y pnpm@12 check': 'CI runs check and test. scripts/docs.test.ts checks that the scripts exist.',
  },
  'README.md': {
    'npx -y pnpm@12 chat-ticket replay':
      'apps/node/test/replay.test.ts replays this file; it takes a minute.',
    'npx -y pnpm@12 test': 'It is the run that contains this test.',
  },
  'apps/node/README.md': { 'npx chat-ticket': 'apps/node/test/npm-package.test.ts runs the packed package.' },
  'docs/cli.md': {
    '$ chat-ticket replay': 'apps/node/test/replay.test.ts replays this file; it takes a minute.',
  },
  'docs/finishing.md': {
    'curl -H': 'packages/testing/src/conformance/ticket/closing-code.ts sends these calls on every runtime.',
    'curl -X PUT':
      'packages/testing/src/conformance/ticket/closing-code.ts sends these calls on every runtime.',
    'curl -X POST':
      'packages/testing/src/conformance/ticket/closing-code.ts sends these calls on every runtime.',
  },
  'docs/installing.md': {
    'npx -y pnpm@12 build': 'apps/node/test/npm-package.test.ts builds and packs the package.',
    'npm install --prefix': 'apps/node/test/npm-package.test.ts installs the package.',
    'package=/opt': 'It needs systemd as process 1. apps/node/test/npm-package.test.ts runs the script.',
    'chat-ticket agents import': 'apps/node/test/npm-package.test.ts imports agents by the script.',
    'docker build': 'It needs Docker. The steps of the Dockerfile were run in a chroot.',
    'npx -y pnpm@12 start':
      'README.md starts the desk; test/runtime-install.test.ts installs with Bun and Deno.',
  },
  'docs/long-tests.md': { 'npx -y pnpm@12 test:long': 'It takes most of an hour.' },
  'docs/operating.md': {
    'npx -y pnpm@12 start':
      'README.md starts the desk; test/runtime-install.test.ts installs with Bun and Deno.',
  },
  'docs/reporting.md': {
    'curl -G': 'packages/testing/src/conformance/report/reports.ts sends these requests.',
  },
  'docs/simulate.md': { 'npx -y pnpm@12 test:long': 'It is a long test.' },
  'docs/workers.md': { 'npx -y pnpm@12 dev:edge': 'The edge project starts wrangler in the same way.' },
  'examples/README.md': {
    'export AUTH_SECRET=': 'test/examples.test.ts runs the examples from the packed packages.',
    'cd ../backend': 'test/examples.test.ts runs the examples from the packed packages.',
  },
  'packages/client/README.md': {
    'npx -y pnpm@12 examples:pack': 'packages/client/test/published.test.ts packs and installs the packages.',
  },
  'packages/contract/README.md': {
    'npx -y pnpm@12 examples:pack': 'packages/client/test/published.test.ts packs and installs the packages.',
  },
  'packages/libsql-endpoint/README.md': {
    'npx -y pnpm@12 exec node': 'docs/libsql-endpoint.md starts the endpoint.',
  },
};

import { runTasks } from './run-tasks.ts';

const { ok, report } = await runTasks([
  { name: 'format', command: 'oxfmt --check .', fix: 'Run `pnpm format:write`.' },
  {
    name: 'lint',
    command: 'oxlint --deny-warnings',
    fix: 'Run `pnpm lint:fix`, then correct by hand what it leaves.',
  },
  {
    name: 'types',
    command: 'turbo run types --continue --output-logs=errors-only',
    fix: 'Correct the errors above. `pnpm --filter PACKAGE types` checks one package.',
  },
  {
    name: 'migrations',
    command: 'node packages/storage/scripts/check-migrations.ts',
    fix: 'Run `pnpm --filter @chat-ticket/storage migrations`, and commit the migration that it writes.',
  },
]);
console.log(report);
process.exitCode = ok ? 0 : 1;

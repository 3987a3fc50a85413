import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const inModules = (path: string) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The command line of each runtime. It names the Deno binary, because Deno’s wrapper forwards no signals. */
export const runtimes = {
  node: [process.execPath, main],
  bun: [inModules('.bin/bun'), 'run', main],
  deno: [inModules('deno/deno'), 'run', '--allow-all', '--node-modules-dir=manual', main],
} as const;
export type Runtime = keyof typeof runtimes;
export const allRuntimes = Object.keys(runtimes) as Runtime[];

declare module 'vitest' {
  interface ProvidedContext {
    /** The one runtime that a vitest project tests. */
    runtime?: Runtime;
  }
}

/** The runtime of the vitest project (`node`, `bun`, `deno`); all of them in other projects. */
export function testedRuntimes(): Runtime[] {
  const runtime = inject('runtime');
  return runtime ? [runtime] : allRuntimes;
}

const deskVariables =
  /^(HOST|PORT|DATA_DIR|LOG_LEVEL|KEEP_ALIVE_SECONDS|MAX_CONNECTIONS|CORS_ORIGINS|DATABASE_\w+|AUTH_\w+)$/;

/** The environment of this process with these variables, and without other variables of the desk. */
export const environmentWith = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !deskVariables.test(name))),
  DENO_NO_UPDATE_CHECK: '1',
  ...variables,
});

import { exitCodeOf } from './cli/exit-code.ts';
import { createProgram } from './cli/program.ts';

try {
  await createProgram().parseAsync();
  process.exit(0);
} catch (error) {
  process.exit(exitCodeOf(error));
}

import { exitCodeOf } from './command/exit-code.ts';
import { createProgram } from './command/program.ts';

try {
  await createProgram().parseAsync();
  process.exit(0);
} catch (error) {
  process.exit(exitCodeOf(error));
}

import { exitCodeOf } from './cli/exit-code.ts';
import { createProgram } from './cli/program.ts';

try {
  const args = process.argv.slice(2);
  await createProgram().parseAsync(args.length > 0 ? args : ['serve'], { from: 'user' });
  process.exit(0);
} catch (error) {
  process.exit(exitCodeOf(error));
}

import { ConfigError } from '@chat-ticket/api';
import { Command } from 'commander';
import { serve } from './command/serve.ts';


const program = new Command('chat-ticket')
  .description('The ticket desk behind a support chat.')
  .showHelpAfterError();

program.command('serve').description('run the desk; settings come from the environment').action(serve);

try {
  await program.parseAsync();
  process.exit(0);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

import { Identifier, Role, TokenClaims } from '@chat-ticket/contract';
import { Command, Option } from 'commander';
import { importAgents } from './import-agents.ts';
import { migrate } from './migrate.ts';
import { deskUrl, parsedBy, seconds, speed, version } from './option.ts';
import { replay } from './replay.ts';
import { serve } from './serve.ts';
import { getSettings, putSettings } from './settings.ts';
import { engines, simulate } from './simulate.ts';
import { token } from './token.ts';
import { why } from './why.ts';

const { sub, workspace, email, name, room } = TokenClaims.entries;

const workspaceOption = () =>
  new Option('--workspace <name>', 'whose desk').argParser(parsedBy(workspace)).default('default');

/** The command line. Errors in it are thrown as `CommanderError`, printed as one line. */
export function createProgram(): Command {
  const program = new Command('chat-ticket')
    .description(
      'The ticket desk behind a support chat. Settings come from the environment: see docs/operating.md.',
    )
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${text.trim().replaceAll('\n', ' ')}\n`) });

  program.command('serve').description('run the desk').action(serve);

  program
    .command('migrate')
    .description('bring a workspace’s database up to this version, and make it if it is an embedded one')
    .addOption(workspaceOption())
    .action(migrate);

  program
    .command('token')
    .description('print a bearer token for the desk')
    .addOption(new Option('--role <role>', 'whom it speaks for').choices(Role.options).makeOptionMandatory())
    .requiredOption('--sub <id>', 'the caller’s id; for an agent, the agent id', parsedBy(sub))
    .addOption(workspaceOption())
    .option('--email <email>', 'the caller’s email', parsedBy(email))
    .option('--name <name>', 'the caller’s name', parsedBy(name))
    .option('--room <id>', 'the one room that a customer’s token opens', parsedBy(room))
    .option('--expires <seconds>', 'how long it is good for', parsedBy(seconds), 3600)
    .action(token);

  program
    .command('agents')
    .description('keep the agents’ records')
    .command('import')
    .description('make or replace agents from a CSV file: id,email,name,capacity,skills')
    .argument('<file>', 'UTF-8, with a header row; skills are separated by ;')
    .addOption(workspaceOption())
    .action(importAgents);

  program
    .command('why')
    .description('tell why a ticket waits, or has its agent')
    .argument('<ticket>', 'its id', parsedBy(Identifier))
    .addOption(workspaceOption())
    .action(why);

  const settings = program.command('settings').description('read and replace the workspace’s settings');
  settings
    .command('get')
    .description('print the settings as JSON')
    .addOption(workspaceOption())
    .action(getSettings);
  settings
    .command('put')
    .description('replace the settings by those of a JSON file')
    .argument('<file>', 'what is left out falls back to its default')
    .option('--if-version <number>', 'only if they are at this version', parsedBy(version))
    .addOption(workspaceOption())
    .action(putSettings);

  program
    .command('replay')
    .description('play the chats of a file at a running desk, as a backend, the customers and agents would')
    .argument('<file>', 'conversations in the format of the ABCD data set')
    .option('--url <url>', 'the desk; by default the one of HOST and PORT', parsedBy(deskUrl))
    .option(
      '--speed <times>',
      'how many times as fast as people write, or max: without pauses',
      parsedBy(speed),
      10,
    )
    .option('--plain', 'every chat is simply picked: none is declined, missed or transferred')
    .option('--patience <seconds>', 'how long an offer may stay unpicked to be missed', parsedBy(seconds), 75)
    .addOption(workspaceOption())
    .action(replay);

  program
    .command('simulate')
    .description('simulate a day of a desk and print how long its customers wait')
    .argument('<file>', 'a scenario in JSON, see docs/simulate.md')
    .option(
      '--settings <file>',
      'replace the settings of the scenario; give it twice to compare two settings',
      (file: string, others: string[] = []) => [...others, file],
    )
    .option('--json', 'print all figures as JSON')
    .addOption(
      new Option('--engine <engine>', 'rule: the routing rules alone; sql: the real desk with a database')
        .choices(Object.keys(engines))
        .default('rule'),
    )
    .action(simulate);

  return program;
}

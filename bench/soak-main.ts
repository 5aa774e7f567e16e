// `npm run soak -- [--minutes N] [--clients N] [--json]`: the gateway under load over members that flap; ends with 1 where a bound is broken.
import { Command } from 'commander';
import { machineOf, versionsOf } from './machine.ts';
import { soak, verdictsOf } from './soak/index.ts';
import { readableVerdicts } from './verdict.ts';

type Options = { readonly minutes: number; readonly clients: number; readonly json?: boolean };

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const above = (name: string) => (text: string) => {
  const number = Number(text);
  if (number > 0) return number;
  throw new Error(`${name}: expected a number above 0, got ${text}.`);
};

async function run({ minutes, clients, json }: Options): Promise<void> {
  const figures = await soak({ minutes, clients, tell });
  const verdicts = verdictsOf(figures);
  const machine = machineOf({ kind: 'shared', why: 'all processes run anywhere' });
  const report = {
    figures,
    verdicts,
    machine,
    versions: versionsOf(),
    at: new Date().toISOString(),
  };
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : readableVerdicts(verdicts));
  if (!json) for (const each of figures.said) tell(each);
  process.exitCode = verdicts.every(({ holds }) => holds) ? 0 : 1;
}

const command = new Command('soak')
  .description('Keeps the gateway under load over members that flap, and tells what it holds.')
  .option('--minutes <number>', 'how long', above('--minutes'), 30)
  .option('--clients <number>', 'how many ask at once', above('--clients'), 8)
  .option('--json', 'print JSON and nothing else')
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

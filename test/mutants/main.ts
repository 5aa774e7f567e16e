// `npm run test:mutants [-- --only TEXT] [--at-once N]`: plants small faults in our own engine, one at a time, and expects the named tests to see each.

import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { occurrences } from './mutant.ts';
import { type Played, playAll, playNone } from './play.ts';
import { MUTANTS } from './tables/index.ts';

type Options = { readonly only?: string; readonly atOnce: string };

async function run({ only = '', atOnce }: Options): Promise<void> {
  const mutants = MUTANTS.filter(({ name, file }) => `${file} ${name}`.includes(only));
  const stale = mutants.filter(
    (each) => occurrences(readFileSync(each.file, 'utf8'), each.find) !== 1,
  );
  for (const { file, name } of stale)
    console.log(`STALE     ${file}: ${name}: its text does not stand there exactly once.`);
  const startedMs = performance.now();
  const sound = await playNone(mutants);
  if (sound.kind !== 'passed')
    throw new Error(`Expected the tests to pass without a fault: ${JSON.stringify(sound)}`);
  console.log(`Without a fault ${sound.tests} tests pass. ${mutants.length} faults follow.`);
  const fresh = mutants.filter((each) => !stale.includes(each));
  const played = await playAll({ mutants: fresh, atOnce: Number(atOnce), tell });
  const survived = played.filter((each) => !isCaught(each));
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log(
    `${played.length - survived.length} caught, ${survived.length} survived, in ${seconds} s`,
  );
  process.exitCode = survived.length + stale.length > 0 ? 1 : 0;
}

const isCaught = ({ verdict }: Played): boolean =>
  verdict.kind === 'failed' || verdict.kind === 'hung';

function tell({ mutant, verdict, tookMs }: Played): void {
  const seconds = (tookMs / 1000).toFixed(1).padStart(5);
  const outcome = isCaught({ mutant, verdict, tookMs }) ? 'caught  ' : 'SURVIVED';
  console.log(`${outcome} ${seconds} s  ${mutant.file}: ${mutant.name}${seenBy(verdict)}`);
}

function seenBy(verdict: Played['verdict']): string {
  if (verdict.kind === 'failed') return ` <- ${verdict.by}`;
  if (verdict.kind === 'hung') return ' <- its tests do not end';
  return verdict.kind === 'broken' ? `: ${verdict.says}` : '';
}

await new Command('test:mutants')
  .description('Plants small faults in a copy of the engine, and expects the tests to see each.')
  .option('--only <text>', 'those whose file or name has this text', '')
  .option('--at-once <count>', 'how many copies work side by side', '2')
  .action(run)
  .parseAsync();

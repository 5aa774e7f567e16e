import { InvalidArgumentError } from 'commander';
import { type CommonOptions, memberCode, type Subcommand, withCommonOptions } from '../command.ts';
import { askRegistry } from '../registry.ts';
import { showPublished } from '../show-published.ts';

/** `zellige rollback CODE N`: what publication N said holds again, as a publication of its own. */
export const rollback: Subcommand = (program, end) => {
  withCommonOptions(program.command('rollback'))
    .description('publish again what an earlier publication said')
    .argument('<code>', 'code of the member, as in KE', memberCode)
    .argument('<number>', 'number of that publication, as `zellige history` tells', wholeNumber)
    .action(async (code: string, number: number, options: CommonOptions) => {
      const path = `/registry/members/${code}/rollbacks`;
      const says = showPublished(`${code} is as in publication ${number} again`);
      end(await askRegistry(options, { method: 'POST', path, body: { number } }, says), options);
    });
};

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected the number of a publication, as in 12.');
}

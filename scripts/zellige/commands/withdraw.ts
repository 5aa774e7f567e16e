import { type CommonOptions, memberCode, type Subcommand, withCommonOptions } from '../command.ts';
import { askRegistry } from '../registry.ts';
import { showPublished } from '../show-published.ts';

/** `zellige withdraw CODE`: the member is asked no more, and coverage says so. */
export const withdraw: Subcommand = (program, end) => {
  withCommonOptions(program.command('withdraw'))
    .description('take a member out, until it publishes again')
    .argument('<code>', 'code of the member, as in KE', memberCode)
    .action(async (code: string, options: CommonOptions) => {
      const path = `/registry/members/${code}/withdrawals`;
      const says = showPublished(`${code} is withdrawn`);
      end(await askRegistry(options, { method: 'POST', path }, says), options);
    });
};

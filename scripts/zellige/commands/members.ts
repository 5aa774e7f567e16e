import { type CommonOptions, type Subcommand, withCommonOptions } from '../command.ts';
import { askRegistry } from '../registry.ts';
import { showRows } from '../show.ts';

/** `zellige members`: who is published. */
export const members: Subcommand = (program, end) => {
  withCommonOptions(program.command('members'))
    .description('list who is published')
    .action(async (options: CommonOptions) => {
      end(
        await askRegistry(options, { method: 'GET', path: '/registry/members' }, MEMBERS),
        options,
      );
    });
};

const MEMBERS = showRows('members', ['code', 'number', 'url', 'modules', 'contractVersion']);

import { type CommonOptions, memberCode, type Subcommand, withCommonOptions } from '../command.ts';
import { askRegistry } from '../registry.ts';
import { showRows } from '../show.ts';

/** `zellige history CODE`: all that a member has published, newest first. */
export const history: Subcommand = (program, end) => {
  withCommonOptions(program.command('history'))
    .description('list what a member has published')
    .argument('<code>', 'code of the member, as in KE', memberCode)
    .action(async (code: string, options: CommonOptions) => {
      const path = `/registry/members/${code}/publications`;
      end(await askRegistry(options, { method: 'GET', path }, HISTORY), options);
    });
};

const HISTORY = showRows('publications', ['number', 'kind', 'url', 'modules', 'who', 'when']);

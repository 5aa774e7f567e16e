import { candidatesIn, readContract } from '../../../schema/index.ts';
import { type CommonOptions, type Subcommand, withCommonOptions } from '../command.ts';
import type { Outcome } from '../outcome.ts';
import { askRegistry } from '../registry.ts';
import { parseRows, showRows } from '../show.ts';

type Asked = CommonOptions & { readonly candidates?: boolean };

/** `zellige members`: who is published, or what several of them publish alike. */
export const members: Subcommand = (program, end) => {
  withCommonOptions(program.command('members'))
    .description('list who is published')
    .option(
      '--candidates',
      'list what several members publish alike: candidates for the next contract version',
    )
    .action(async (options: Asked) => {
      const show = options.candidates ? showCandidates : MEMBERS;
      end(await askRegistry(options, { method: 'GET', path: '/registry/members' }, show), options);
    });
};

const MEMBERS = showRows('members', ['code', 'number', 'url', 'modules', 'contractVersion']);
const CANDIDATES = showRows('candidates', ['place', 'type', 'members']);

function showCandidates(value: unknown): Outcome {
  const extensions = parseRows(value, 'members').flatMap(({ code, extension }) =>
    typeof code === 'string' && typeof extension === 'string'
      ? [{ member: code, sdl: extension }]
      : [],
  );
  return CANDIDATES({ candidates: candidatesIn(extensions, readContract()) });
}

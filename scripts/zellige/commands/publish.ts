import {
  type CommonOptions,
  memberCode,
  named,
  type Subcommand,
  withCommonOptions,
} from '../command.ts';
import type { Outcome } from '../outcome.ts';
import { readText } from '../read-text.ts';
import { askRegistry } from '../registry.ts';
import { showPublished } from '../show-published.ts';

type Asked = CommonOptions & {
  readonly url: string;
  readonly extension?: string;
  readonly modules?: readonly string[];
  readonly breaking?: boolean;
};

/** `zellige publish CODE --url URL`: a member joins, moves, or changes its extension. */
export const publish: Subcommand = (program, end) => {
  withCommonOptions(program.command('publish'))
    .description('publish a member: its address, its modules, its extension')
    .argument('<code>', 'code of the member, as in KE', memberCode)
    .requiredOption('--url <url>', 'address at which the member answers')
    .option('--extension <file>', 'the SDL of its extension; without it the member has none')
    .option('--modules <modules>', 'what it offers, as in MINERALS,POLICIES', named)
    .option('--breaking', 'though somebody asks for what this takes away')
    .action(async (code: string, options: Asked) => end(await published(code, options), options));
};

async function published(code: string, options: Asked): Promise<Outcome> {
  const sdl = options.extension === undefined ? undefined : readText(options.extension);
  if (sdl && sdl.kind !== 'read') return sdl;
  const { url, modules, breaking } = options;
  const body = {
    url,
    ...(modules && { modules }),
    ...(sdl && { extension: sdl.text }),
    ...(breaking && { breaking }),
  };
  const path = `/registry/members/${code}/publications`;
  return await askRegistry(
    options,
    { method: 'POST', path, body },
    showPublished(`${code} is published`),
  );
}

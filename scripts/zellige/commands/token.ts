import { type CommonOptions, memberCode, type Subcommand, withCommonOptions } from '../command.ts';
import { askRegistry } from '../registry.ts';
import { showDone, showRows } from '../show.ts';

/** `zellige token create|list|revoke`: who may publish for a member. The operator alone may. */
export const token: Subcommand = (program, end) => {
  const group = program.command('token').description('make, list and revoke tokens of members');
  withCommonOptions(group.command('create'))
    .description('make a token for a member; it is shown once')
    .argument('<code>', 'code of the member, as in KE', memberCode)
    .action(async (member: string, options: CommonOptions) => {
      const ask = { method: 'POST', path: '/registry/tokens', body: { member } } as const;
      end(await askRegistry(options, ask, CREATED), options);
    });
  withCommonOptions(group.command('list'))
    .description('list the tokens that there are, without their secrets')
    .action(async (options: CommonOptions) => {
      const ask = { method: 'GET', path: '/registry/tokens' } as const;
      end(await askRegistry(options, ask, TOKENS), options);
    });
  withCommonOptions(group.command('revoke'))
    .description('end a token')
    .argument('<id>', 'its id, as `zellige token list` tells')
    .action(async (id: string, options: CommonOptions) => {
      const ask = { method: 'DELETE', path: `/registry/tokens/${encodeURIComponent(id)}` } as const;
      const says = showDone(() => `Token ${id} is revoked.`);
      end(await askRegistry(options, ask, says), options);
    });
};

const CREATED = showDone(
  ({ id, member, token: secret }) =>
    `${secret}\nThis is the token of ${member} (id ${id}); it is not shown again.`,
);
const TOKENS = showRows('tokens', ['id', 'member', 'created', 'revoked']);

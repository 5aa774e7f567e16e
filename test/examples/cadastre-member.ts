import { pino } from 'pino';
import { parseMemberCode } from '../../schema/index.ts';
import {
  buildMemberSchema,
  type MemberDefinition,
  type RunningMember,
  startMember,
} from '../../subgraphs/kit/index.ts';

/** Burkina Faso on the views of a cadastre, by the kit, as a project of `zellige init` starts it with `DATABASE_READS_ONLY=true`. */
export const startCadastre = (database: string): Promise<RunningMember> =>
  startMember(definition(), {
    database,
    readsOnly: true,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
  });

function definition(): MemberDefinition {
  const code = parseMemberCode('BF');
  if (!code) throw new Error('Expected the code of a member.');
  return {
    profile: {
      code,
      operator: { fr: 'Cadastre minier', originalLanguage: 'FR' },
      modules: ['MINERALS'],
      licence: 'US-PD',
      contact: null,
    },
    seeds: () => [],
    open: () => Promise.resolve({ schema: buildMemberSchema(), close: () => Promise.resolve() }),
  };
}

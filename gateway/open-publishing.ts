import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { verify } from '../schema/audits/index.ts';
import type { Config } from './config.ts';
import type { Delivered } from './delivered.ts';
import { LIMITS } from './limits/index.ts';
import { type OpenWire, openWire } from './members/index.ts';
import {
  type Audit,
  openRegistry,
  type Registry,
  type RegistryState,
  routeRegistry,
  type Served,
  type Telling,
} from './registry/index.ts';
import type { Accompany, Companion } from './server/index.ts';

type Replace = (state: RegistryState) => Promise<Served>;

/** The registry as the gateway has it: members of the settings are in it, and who publishes is audited. */
export type Publishing = {
  readonly state: () => RegistryState;
  readonly telling: Telling;
  readonly routes: (app: FastifyInstance) => void;
  /** Tells the registry what is asked, so that nobody takes it away. */
  readonly remembers: Accompany<unknown>;
  /** From now on what is published is served; what was published before waits for this. */
  readonly servedBy: (replace: Replace) => void;
  readonly close: () => Promise<void>;
};

export async function openPublishing(
  config: Config,
  logger: Logger,
  { contract, extend, extensions }: Delivered,
): Promise<Publishing> {
  const wire = openWire({
    allowsPrivate: config.allowPrivateMembers,
    answerBytesMax: LIMITS.memberAnswerBytesMax,
    waitMsMax: LIMITS.auditWaitMsMax,
  });
  let servedBy: (replace: Replace) => void = () => undefined;
  const serving = new Promise<Replace>((resolve) => {
    servedBy = resolve;
  });
  const registry = await openRegistry({
    contract,
    extend,
    database: config.registryDatabase,
    dataDir: config.dataDir,
    allowsPrivate: config.allowPrivateMembers,
    audit: auditOver(wire.send),
    onChange: async (state) => (await serving)(state),
    onFault: (err) => logger.error({ err }, 'The registry could not do what is due now and then.'),
  });
  await registry.adopt({ members: config.members, extensions });
  return {
    state: registry.state,
    telling: registry.telling,
    routes: (app) => routeRegistry(app, registry),
    remembers: remembering(registry),
    servedBy,
    close: async () => {
      await registry.close();
      await wire.close();
    },
  };
}

const auditOver =
  (send: OpenWire['send']): Audit =>
  async ({ url, modules, due }) => {
    const signal = AbortSignal.timeout(LIMITS.auditMsMax);
    const only = modules.length > 0 && { modules };
    const verified = await verify({ url, send }, { due, signal, ...only });
    return verified.kind === 'verified' ? { kind: 'verified', report: verified.report } : verified;
  };

/** Only what is executed has passed every check. */
const remembering = (registry: Registry): Accompany<unknown> => {
  const companion: Companion = {
    executes: ({ queryHash: textHash, document }) => registry.see({ textHash, document }),
  };
  return () => companion;
};

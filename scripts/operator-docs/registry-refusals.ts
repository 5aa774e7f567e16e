import { REGISTRY_REFUSALS } from '../../gateway/index.ts';
import { code, table } from '../contract-docs/index.ts';

/** What who publishes may be told, beside the codes of the rules of extensions. */
export const registryRefusals = (): readonly string[] =>
  table(
    ['code', 'status', 'what who publishes is told'],
    Object.entries(REGISTRY_REFUSALS).map(([name, { status, says }]) => [
      code(name),
      String(status),
      says,
    ]),
  );

import type { Write } from '../../../subgraphs/kit/repository.ts';
import { type GeneratedWorld, worldOf } from '../../oracle/rows/generate-world.ts';

type GeneratedMember = GeneratedWorld['members'][number];
const MODULES = ['MINERALS', 'POLICIES', 'EVENTS'] as const;

/** A generated member with records of every kind, that offers everything and keeps the contract. */
export function auditedMember(): GeneratedMember {
  const others = ['CD', 'ZM'].map((code) => ({ code, modules: MODULES }));
  const [generated] = worldOf('audited', others, 40).members;
  if (!generated) throw new Error('Expected a member in the generated world.');
  return { ...generated, writes: generated.writes.map(withholdingOwnFields) };
}

/** Generated records of all types withhold fields that sites alone have, which no claim lets pass. */
function withholdingOwnFields(write: Write): Write {
  if (!('put' in write) || write.type === 'Site' || write.put.governance === null) return write;
  const governance = { ...write.put.governance, redactions: [] };
  return { ...write, put: { ...write.put, governance } } as Write;
}

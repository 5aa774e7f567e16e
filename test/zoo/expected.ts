import type { ClientAnswer, ClientError } from '../oracle/client.ts';
import type { Seen } from './fault.ts';
import type { MatrixQuestion } from './questions.ts';

/** Who committed a fault, and what must be seen of it. */
export type Injected = { readonly codes: readonly string[]; readonly seen: Seen };

type Row = Readonly<Record<string, unknown>> & { readonly home: string };
type Missing = { readonly member: string; readonly part: string | null };
type List = {
  readonly edges: readonly { readonly node: Row }[];
  readonly coverage: { readonly missing: readonly Missing[] };
};

/** What one database answers when the owners of these rows have given their heads and fell silent before their details. */
export function withoutDetails(
  answer: ClientAnswer,
  { details }: MatrixQuestion,
  { codes, seen }: Injected,
): ClientAnswer {
  const { list } = answer.data as unknown as { readonly list: List };
  const isLost = ({ home }: Row) => codes.includes(home);
  const nothing = Object.fromEntries(details.map((name) => [name, null]));
  const edges = list.edges.map((edge) =>
    isLost(edge.node) ? { ...edge, node: { ...edge.node, ...nothing } } : edge,
  );
  const errors = list.edges.flatMap(({ node }, place): readonly ClientError[] =>
    isLost(node) ? [lostAt(['list', 'edges', place, 'node'], node.home, seen)] : [],
  );
  const { reason } = seen as { readonly reason?: string };
  if (reason === undefined) return { data: { list: { ...list, edges } }, errors };
  const lost = codes.map((member) => ({ member, reason, part: 'DETAILS', missedRange: null }));
  const missing = [...list.coverage.missing, ...lost];
  const coverage = { ...list.coverage, complete: false, missing };
  return { data: { list: { ...list, edges, coverage } }, errors };
}

function lostAt(path: readonly (string | number)[], member: string, seen: Seen): ClientError {
  if (seen.as !== 'MISSING')
    return { message: '', path, extensions: { code: 'MEMBER_ERROR', member } };
  const extensions = { code: 'MEMBER_UNAVAILABLE', member, reason: seen.reason };
  return { message: '', path, extensions };
}

/** The error of a field that nobody answered. */
export function nobodyAt(field: string, { codes, seen }: Injected): ClientError {
  const { reason = '' } = seen as { readonly reason?: string };
  const missing = [...codes].sort().map((member) => ({ member, reason }));
  return { message: '', path: [field], extensions: { code: 'MEMBER_UNAVAILABLE', missing } };
}

/** Errors by what they say to a program, in one order: their sentences are for people. */
export const told = (errors: readonly ClientError[] = []): readonly string[] =>
  errors.map(({ path, extensions = {} }) => JSON.stringify([path, kept(extensions)])).toSorted();

const kept = ({ code, member, reason, missing }: Readonly<Record<string, unknown>>) => ({
  code,
  member,
  reason,
  missing,
});

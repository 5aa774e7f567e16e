import type { Run, SubgraphError } from '../execute/index.ts';
import type { Fault, Written } from '../shape/index.ts';
import { explainedBy } from './explained-by.ts';
import { clientName } from './rename-aliases.ts';

/** An answer as the client is to have it: its text, and errors at places of the client's names. */
export type Executed = {
  /** Of the data; a long one as bytes. */
  readonly json: string | Buffer;
  readonly errors: readonly SubgraphError[];
};

/** What writing found is added to what subgraphs said, but for nulls that a subgraph has explained already. */
export function finished({ errors }: Pick<Run, 'errors'>, { json, faults }: Written): Executed {
  if (errors.length === 0 && faults.length === 0) return { json, errors };
  const told = errors.map(inClientsNames);
  const isExplained = explainedBy(told);
  const found = faults.filter((each) => !each.isOfNull || !isExplained(each.path));
  return { json, errors: [...told, ...found.map(errorOf)] };
}

const inClientsNames = ({ path, ...error }: SubgraphError): SubgraphError => ({
  ...error,
  ...(path && { path: path.map((each) => (typeof each === 'string' ? clientName(each) : each)) }),
});

const errorOf = ({ message, path }: Fault): SubgraphError => ({
  message,
  path,
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
});

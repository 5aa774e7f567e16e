import type { Run, SubgraphError } from '../execute/index.ts';
import type { Fault, Written } from '../shape/index.ts';
import { clientName } from './rename-aliases.ts';

/** An answer as the client is to have it: its text, and errors at places of the client's names. */
export type Executed = {
  /** JSON of the data. */
  readonly text: string;
  readonly errors: readonly SubgraphError[];
};

/** What writing found is added to what subgraphs said, but for nulls that a subgraph has explained already. */
export function finished({ errors }: Run, { text, faults }: Written): Executed {
  if (errors.length === 0 && faults.length === 0) return { text, errors };
  const told = errors.map(inClientsNames);
  const found = faults.filter((each) => !each.isOfNull || !isExplained(each, told));
  return { text, errors: [...told, ...found.map(errorOf)] };
}

const inClientsNames = ({ path, ...error }: SubgraphError): SubgraphError => ({
  ...error,
  ...(path && { path: path.map((each) => (typeof each === 'string' ? clientName(each) : each)) }),
});

/** An error without a path may be the reason of any null; another one is where it stands above or below. */
const isExplained = (fault: Fault, errors: readonly SubgraphError[]): boolean =>
  errors.some(({ path }) => path === undefined || isOnOneLine(path, fault.path));

function isOnOneLine(one: Fault['path'], other: Fault['path']): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((each, place) => each === other[place]);
}

const errorOf = ({ message, path }: Fault): SubgraphError => ({
  message,
  path,
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
});

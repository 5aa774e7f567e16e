import type { SubgraphError } from '../execute/index.ts';
import type { Fault } from '../shape/index.ts';

type Path = Fault['path'];
/** Places of errors, step by step. */
type Places = { isError: boolean; readonly below: Map<string | number, Places> };

/**
 * Whether an error may be the reason of a null at a place: one without a place of any, another one of those above and below it. There may be
 * ten thousand of both, so none is held against each of the others.
 */
export function explainedBy(errors: readonly SubgraphError[]): (path: Path) => boolean {
  const root: Places = { isError: false, below: new Map() };
  for (const { path = [] } of errors) placeAt(root, path).isError = true;
  return (path) => {
    let at: Places | undefined = root;
    for (const step of path) {
      if (at === undefined || at.isError) break;
      at = at.below.get(step);
    }
    return at !== undefined;
  };
}

function placeAt(root: Places, path: Path): Places {
  let at = root;
  for (const step of path) {
    const next = at.below.get(step) ?? { isError: false, below: new Map() };
    at.below.set(step, next);
    at = next;
  }
  return at;
}

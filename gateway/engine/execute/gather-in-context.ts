import {
  type Context,
  type ContextArgument,
  contextWith,
  NO_CONTEXT,
} from './context-arguments.ts';
import type { Gathered } from './gather.ts';
import type { Path } from './places.ts';
import type { Represent } from './represent.ts';
import type { IsOfType } from './rewrites.ts';
import type { Run } from './run.ts';
import { isValues, type Values } from './values.ts';

/** Entities that have the same arguments from above, and these. */
export type InContext = Gathered & Pick<Context, 'variables'>;

export type Gathering = {
  readonly path: Path;
  readonly represent: Represent;
  readonly contexts: readonly ContextArgument[];
  readonly isOfType: IsOfType;
};

/**
 * The entities at a path, apart where their arguments differ. What stands in several places is made as many as it has contexts, all the way
 * from the object that gives the argument, for what comes is another thing in each.
 */
export function gatherInContext(run: Run, gathering: Gathering): ReadonlyMap<string, InContext> {
  const found = openFound(gathering.represent);
  const levels = levelsOf(gathering);
  const owned = openOwners(run);
  const visit = (value: unknown, depth: number, known: Context): unknown => {
    const level = levels[depth];
    if (!level || value === null || typeof value !== 'object') return value;
    const context = contextAt(value as Node, known, level);
    const own = owned(value as Node, context.text);
    if (!level.seen.has(own)) goFrom(own, level, context);
    return own;
  };
  const goFrom = (node: Node, { seen, step, depth }: Level, context: Context): void => {
    seen.add(node);
    if (step === undefined) found.add(node, context);
    else
      for (const place of placesIn(node, step))
        node[place] = visit(node[place], depth + 1, context);
  };
  visit(run.data, 0, NO_CONTEXT);
  return found.groups();
}

/** One step of the path, and what is taken of the objects from which it leads on. At the last there is none. */
type Level = {
  readonly depth: number;
  readonly step: string | undefined;
  readonly taken: readonly ContextArgument[];
  readonly isOfType: IsOfType;
  readonly seen: Set<object>;
};

const levelsOf = ({ path, contexts, isOfType }: Gathering): readonly Level[] =>
  [...path, undefined].map((step, depth) => {
    const taken = contexts.filter((each) => each.depth === depth);
    return { depth, step, taken, isOfType, seen: new Set() };
  });

const contextAt = (node: Node, known: Context, level: Level): Context =>
  level.taken.length > 0 && isValues(node) ? contextWith(known, node, level) : known;

/** An object or a list. */
type Node = { [place: string | number]: unknown };

function placesIn(node: Node, step: string): Iterable<string | number> {
  if (step === '@') return Array.isArray(node) ? node.keys() : [];
  return isValues(node) && Object.hasOwn(node, step) ? [step] : [];
}

/** The first context that meets a node has it; each other one has a copy of its own. */
function openOwners(run: Run): (node: Node, context: string) => Node {
  const owners = new Map<Node, string>();
  const copies = new Map<string, Map<Node, Node>>();
  return (node, context) => {
    const owner = owners.get(node);
    if (owner === undefined) owners.set(node, context);
    if (owner === undefined || owner === context) return node;
    const known = copies.get(context) ?? new Map<Node, Node>();
    const copy = known.get(node) ?? ((Array.isArray(node) ? [...node] : { ...node }) as Node);
    copies.set(context, known.set(node, copy));
    owners.set(copy, context);
    run.copies += 1;
    return copy;
  };
}

type Group = { readonly variables: Context['variables']; readonly alike: Map<string, Values[]> };

function openFound(represent: Represent) {
  const groups = new Map<string, Group>();
  const groupOf = ({ text, variables }: Context): Group => {
    const group = groups.get(text) ?? { variables, alike: new Map() };
    groups.set(text, group);
    return group;
  };
  const add = (entity: Node, context: Context): void => {
    if (!context.isWhole || !isValues(entity)) return;
    const representation = represent.textOf(entity);
    if (representation === undefined) return;
    const { alike } = groupOf(context);
    const before = alike.get(representation);
    if (before) before.push(entity);
    else alike.set(representation, [entity]);
  };
  return { add, groups: () => new Map([...groups].map(([text, group]) => [text, within(group)])) };
}

const within = ({ variables, alike }: Group): InContext => ({
  variables,
  representations: [...alike.keys()],
  targets: [...alike.values()],
});

import type { GraphQLSchema } from 'graphql';
import type { Executor, ServersGateway } from '../engine/index.ts';
import type { JsonObject } from '../members/index.ts';
import { openBuildingQueue, type Replaced, swapped } from './building-queue.ts';
import { type Busiest, type BusiestLimits, openBusiest } from './busiest.ts';
import { type DrainLimits, Generation } from './generation.ts';
import {
  type Base,
  type GenerationState,
  type PublishedState,
  stateOver,
} from './generation-state.ts';
import { type Serves, warm } from './warm.ts';

export type Built<Gateway> =
  | { readonly kind: 'built'; readonly gateway: Gateway }
  | { readonly kind: 'refused'; readonly says: string };

export type GenerationLimits = DrainLimits &
  BusiestLimits & { readonly plansWarmedMax: number; readonly warmMsMax: number };

export type GenerationParts<Gateway extends Serves> = {
  readonly base: Base;
  readonly published: PublishedState;
  /** Makes what serves a state, whole; what is wrong with the state is a value. */
  readonly build: (state: GenerationState) => Promise<Built<Gateway>>;
  /** Told just before the first request of a generation. */
  readonly onSwap: (next: GenerationState) => void;
  /** Told when nothing of a generation is under way any more. */
  readonly onDrained: (drained: Drained) => void;
  /** Told why a generation was not built. */
  readonly onRefused: (says: string) => void;
  readonly limits: GenerationLimits;
};
export type Drained = { readonly ended: GenerationState; readonly now: GenerationState };

/** What serves now, and what served a moment ago: at most two at a time, the one that is being built among them. */
export type Generations<Gateway> = {
  readonly current: () => Generation<Gateway>;
  /** What serves the requests that are read with this schema. */
  readonly of: (schema: GraphQLSchema) => Gateway;
  readonly lease: (schema: GraphQLSchema, hurry: () => void) => () => void;
  /**
   * Builds the next generation whole, and swaps. States that come while there is no room for a third are served together, by the newest:
   * each holds all that was published before it. If building fails, the current one goes on.
   */
  readonly replace: (published: PublishedState) => Promise<Replaced>;
  /** How many live. */
  readonly alive: () => number;
  /** What Apollo Server takes as its gateway. */
  readonly engine: ServersGateway;
};

/**
 * Starts with what was published. Where that cannot be built as a whole any more, under a later contract perhaps, it starts without
 * extensions: a start must not hang on one agency.
 */
export async function openGenerations<Gateway extends Serves>(
  parts: GenerationParts<Gateway>,
): Promise<Generations<Gateway>> {
  const whole = stateOver(parts.base, parts.published);
  const first = await buildOne(parts, whole);
  if (first.kind === 'built') return run(parts, new Generation(whole, first.gateway));
  parts.onRefused(first.says);
  const bare = { ...whole, extensions: [] };
  const second = await buildOne(parts, bare);
  if (second.kind === 'refused') throw new Error(second.says);
  return run(parts, new Generation(bare, second.gateway));
}

async function buildOne<Gateway extends Serves>(
  { build }: GenerationParts<Gateway>,
  state: GenerationState,
): Promise<Built<Gateway>> {
  try {
    return await build(state);
  } catch (error) {
    return { kind: 'refused', says: notBuilt(error) };
  }
}

type OnSchema = Parameters<ServersGateway['onSchemaLoadOrUpdate']>[0];

function run<Gateway extends Serves>(
  parts: GenerationParts<Gateway>,
  first: Generation<Gateway>,
): Generations<Gateway> {
  const busiest = openBusiest(parts.limits);
  const bySchema = new WeakMap([[first.gateway.schema, first]]);
  const listeners = new Set<OnSchema>();
  let current = first;
  let draining: Promise<void> | undefined;
  const of = (schema: GraphQLSchema) => bySchema.get(schema) ?? current;

  /** In one turn: nobody sees half of it. Apollo Server looks the schema over once more, and may throw while nothing has changed yet. */
  const swapTo = (next: Generation<Gateway>) => {
    const before = current;
    bySchema.set(next.gateway.schema, next);
    for (const listener of listeners) next.gateway.engine.onSchemaLoadOrUpdate(listener);
    parts.onSwap(next.state);
    current = next;
    draining = drain(before, parts, () => current.state).finally(() => {
      draining = undefined;
    });
  };
  const queue = openBuildingQueue(parts.published, {
    roomFor: async () => await draining,
    build: async (published) => {
      const next = await buildNext(parts, published, busiest);
      const replaced = next.kind === 'built' ? trying(() => swapTo(next.gateway), published) : next;
      if (replaced.kind === 'refused') parts.onRefused(replaced.says);
      return replaced;
    },
  });
  return {
    current: () => current,
    of: (schema) => of(schema).gateway,
    lease: (schema, hurry) => of(schema).lease(hurry),
    replace: queue.add,
    alive: () => 1 + (draining === undefined ? 0 : 1) + (queue.isBuilding() ? 1 : 0),
    engine: {
      load: () => Promise.resolve({ executor: executing(of, busiest) }),
      onSchemaLoadOrUpdate: (listener) => {
        listeners.add(listener);
        current.gateway.engine.onSchemaLoadOrUpdate(listener);
        return () => void listeners.delete(listener);
      },
      stop: async () => {
        queue.close();
        await current.gateway.engine.stop();
      },
    },
  };
}

async function buildNext<Gateway extends Serves>(
  parts: GenerationParts<Gateway>,
  published: PublishedState,
  busiest: Busiest,
): Promise<Built<Generation<Gateway>>> {
  const state = stateOver(parts.base, published);
  const built = await buildOne(parts, state);
  if (built.kind === 'refused') return built;
  const { plansWarmedMax, warmMsMax } = parts.limits;
  const endsAt = performance.now() + warmMsMax;
  await warm(built.gateway, busiest.list(plansWarmedMax), () => performance.now() >= endsAt);
  return { kind: 'built', gateway: new Generation(state, built.gateway) };
}

function trying(swap: () => void, published: PublishedState): Replaced {
  try {
    swap();
    return swapped(published);
  } catch (error) {
    return { kind: 'refused', says: notBuilt(error) };
  }
}

const notBuilt = (error: unknown) => `The next generation could not be built: ${String(error)}`;

/** A request is answered by the generation that it was read with, from its beginning to its end. */
const executing =
  <Gateway extends Serves>(
    of: (schema: GraphQLSchema) => Generation<Gateway>,
    busiest: Busiest,
  ): Executor =>
  (asked) => {
    const { queryHash, source, request, schema } = asked;
    const { operationName, variables } = request;
    busiest.note({
      queryHash,
      query: source,
      operationName,
      variables: (variables ?? {}) as JsonObject,
    });
    return of(schema).gateway.engine.executor(asked);
  };

async function drain<Gateway extends Serves>(
  ended: Generation<Gateway>,
  { limits, onDrained }: GenerationParts<Gateway>,
  now: () => GenerationState,
): Promise<void> {
  await ended.drain(limits);
  await ended.gateway.engine.stop();
  onDrained({ ended: ended.state, now: now() });
}

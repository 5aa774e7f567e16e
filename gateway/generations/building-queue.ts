import type { PublishedState } from './generation-state.ts';

export type Replaced =
  | { readonly kind: 'swapped'; readonly number: number; readonly says: string }
  | { readonly kind: 'refused'; readonly says: string };

export type Building = {
  readonly build: (published: PublishedState) => Promise<Replaced>;
  /** Ends when there is room for another generation. */
  readonly roomFor: () => Promise<void>;
};

export type BuildingQueue = {
  readonly add: (published: PublishedState) => Promise<Replaced>;
  readonly isBuilding: () => boolean;
  readonly close: () => void;
};

/**
 * One generation is built at a time. Whoever comes while others wait joins them, and the newest state is built for all: each state holds what
 * was published before it.
 */
export function openBuildingQueue(
  first: PublishedState,
  { build, roomFor }: Building,
): BuildingQueue {
  let served = first;
  let newest = first;
  let waiting: Promise<Replaced> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isBuilding = false;
  let isClosed = false;
  const buildNewest = async (): Promise<Replaced> => {
    await roomFor();
    waiting = undefined; // who comes from now on waits for the next
    if (isClosed) return { kind: 'refused', says: 'The gateway is stopping.' };
    const mine = newest;
    if (mine === served) return swapped(served);
    isBuilding = true;
    const replaced = await build(mine).finally(() => {
      isBuilding = false;
    });
    if (replaced.kind === 'swapped') served = mine;
    else if (newest === mine) newest = served; // so that nothing later is taken for older than what was refused
    return replaced;
  };
  return {
    isBuilding: () => isBuilding,
    add: (published) => {
      if (published.number >= newest.number) newest = published;
      waiting ??= last.then(buildNewest);
      last = waiting;
      return waiting;
    },
    close: () => {
      isClosed = true;
    },
  };
}

export const swapped = ({ number }: PublishedState): Replaced => ({
  kind: 'swapped',
  number,
  says: `Publication ${number} is served.`,
});

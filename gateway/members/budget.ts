/** How many more requests one question may make to members. It is counted here, whatever was foreseen. */
export type AskBudget = {
  /** Takes one; false where none is left. */
  readonly take: () => boolean;
  /** Whether one was wanted that was not left: the answer lacks what it would have brought. */
  readonly isOverdrawn: () => boolean;
};

export function openBudget(requestsMax: number): AskBudget {
  let taken = 0;
  return {
    take: () => {
      taken += 1;
      return taken <= requestsMax;
    },
    isOverdrawn: () => taken > requestsMax,
  };
}

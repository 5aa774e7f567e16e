import type { Cores } from '../processes/index.ts';
import type { Entrant, Pace } from '../rounds.ts';
import type { Trick } from './trick.ts';

/** The gateway without a trick; or as it is, where none is named. */
export type Player = Entrant & {
  readonly trick: Trick | undefined;
  readonly isAskedAlone: boolean;
};

export type TricksPlaying = {
  readonly tricks: readonly Trick[];
  /** A copy of the sources without the trick. */
  readonly copied: (trick: Trick | undefined) => string;
  readonly pace: Pace;
  readonly cores: Cores;
  readonly tell: (line: string) => void;
};

/** The gateway as it is plays in every way that a trick is looked at; each without a trick in the way of that trick. */
export async function playersFrom(
  tricks: readonly Trick[],
  enter: (trick: Trick | undefined) => Promise<Entrant>,
): Promise<readonly Player[]> {
  const whole = await enter(undefined);
  const ways = [...new Set(tricks.map(({ isAskedAlone }) => isAskedAlone))];
  const players: Player[] = ways.map((isAskedAlone) => ({
    ...whole,
    ...{ trick: undefined, isAskedAlone, called: isAskedAlone ? 'whole' : 'whole, to a crowd' },
  }));
  for (const trick of tricks) {
    const { isAskedAlone, name } = trick;
    players.push({ ...(await enter(trick)), trick, isAskedAlone, called: `without: ${name}` });
  }
  return players;
}

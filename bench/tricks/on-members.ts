import { onContinent } from '../continent.ts';
import { playRounds, type Rounds } from '../rounds.ts';
import { type Player, playersFrom, type TricksPlaying } from './player.ts';

/** Over 54 members of 10 rows, with the question of scatter. */
export const onMembers = (playing: TricksPlaying): Promise<Rounds<Player>> =>
  onContinent({ members: 54, rowsEach: 10, cores: playing.cores }, async (continent) => {
    const players = await playersFrom(playing.tricks, (trick) =>
      continent.enter('zellige', playing.copied(trick)),
    );
    return await playRounds(players, { ...continent, ...playing });
  });

import { onContinent } from '../continent.ts';
import { questionsApart } from '../question.ts';
import { playRounds, type Rounds } from '../rounds.ts';
import { type Player, playersFrom, type TricksPlaying } from './player.ts';

/** Over 54 members of 10 rows, with the question of scatter from clients that share no answer. */
export const onMembers = (playing: TricksPlaying): Promise<Rounds<Player>> =>
  onContinent({ members: 54, rowsEach: 10, cores: playing.cores }, async (continent) => {
    const bodies = questionsApart(playing.pace.connections);
    const players = await playersFrom(playing.tricks, async (trick) => ({
      ...(await continent.enter('zellige', playing.copied(trick))),
      bodies,
    }));
    return await playRounds(players, { ...continent, ...playing });
  });

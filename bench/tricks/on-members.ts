import { onContinent } from '../continent.ts';
import { questionsApart } from '../question.ts';
import { playRounds, type Rounds } from '../rounds.ts';
import { type Player, playersFrom, type TricksPlaying } from './player.ts';

/** Over 54 members of 50 rows, of which most are not shown, with the question of scatter. */
export const onMembers = (playing: TricksPlaying): Promise<Rounds<Player>> =>
  onContinent({ members: 54, rowsEach: 50, cores: playing.cores }, async (continent) => {
    const apart = { bodies: questionsApart(playing.pace.connections) };
    const players = await playersFrom(playing.tricks, (trick) =>
      continent.enter('zellige', playing.copied(trick)),
    );
    const asking = players.map((each) => ({ ...each, ...(each.isAskedAlone && apart) }));
    return await playRounds(asking, { ...continent, ...playing });
  });

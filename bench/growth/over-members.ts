import { onContinent } from '../continent.ts';
import { questionsApart } from '../question.ts';
import { playRounds, type Round } from '../rounds.ts';
import { type GrowthAsk, type Measured, paceOf } from './growing.ts';

const MEMBERS = [5, 18, 54, 162];
const ROWS_EACH = 10;

/** The question of scatter, over so many members: each count with a gateway of its own, for members are given at its start. No client shares an answer with another. */
export async function overMembers(asked: GrowthAsk): Promise<Measured> {
  const sized: (readonly [size: number, rounds: readonly Round[]])[] = [];
  for (const size of MEMBERS) sized.push([size, await roundsOver(size, asked)]);
  return { of: 'members', sized };
}

const roundsOver = (members: number, asked: GrowthAsk): Promise<readonly Round[]> =>
  onContinent({ members, rowsEach: ROWS_EACH, cores: asked.cores }, async (continent) => {
    const pace = paceOf(asked.isQuick, 20);
    const bodies = questionsApart(pace.connections);
    const entered = await continent.enter('zellige');
    const entrant = { ...entered, bodies, called: `${members} members` };
    const rounds = await playRounds([entrant], { ...continent, pace, tell: asked.tell });
    return [...rounds.values()].flat();
  });

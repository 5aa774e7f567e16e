import { REFUSALS } from '../schema/index.ts';
import { type RequestCoverage, requestCoverage } from './members/index.ts';
import type { RequestWithOptions } from './request.ts';
import type { Accompany, Answer } from './server/index.ts';
import { tell } from './tell.ts';

type SilentSince = (member: string) => string | null;

/** Every answer says who answered, and who did not; what was refused asked nobody. Only now, with all hops behind it, is that known. */
export const tellsCoverage =
  (silentSince: SilentSince): Accompany<RequestWithOptions> =>
  ({ context }) => ({
    answers: (answer) => {
      if (answer.data === undefined) return answer;
      const coverage = coverageOf(context, silentSince);
      if (!coverage) return answer;
      const told = tell(answer, { coverage });
      return asksToFail(context) && coverage.missing.length > 0 ? failed(told) : told;
    },
  });

const coverageOf = (
  { calling: { account } }: RequestWithOptions,
  silentSince: SilentSince,
): RequestCoverage | undefined => account && requestCoverage(account.hops(), silentSince);

const asksToFail = ({ reading }: RequestWithOptions): boolean =>
  reading.kind === 'read' && reading.options.onMissing === 'FAIL';

/** All or nothing: what came is not shown beside what did not. */
function failed(answer: Answer): Answer {
  const { status, says } = REFUSALS.INCOMPLETE;
  const errors = [{ message: says, extensions: { code: 'INCOMPLETE' } }];
  return { ...answer, status, data: null, errors };
}

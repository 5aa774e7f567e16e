import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { REFUSALS } from '../schema/index.ts';
import { type RequestCoverage, requestCoverage } from './members/index.ts';
import type { RequestWithOptions } from './request.ts';
import { tell } from './tell.ts';

type SilentSince = (member: string) => string | null;

/** Every answer says who answered, and who did not; what was refused asked nobody. Only now, with all hops behind it, is that known. */
export const tellsCoverage = (
  silentSince: SilentSince,
): ApolloServerPlugin<RequestWithOptions> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue, response }) => {
        const coverage = coverageOf(contextValue, silentSince);
        if (!isAnswer(response) || !coverage) return Promise.resolve();
        tell(response, { coverage });
        if (asksToFail(contextValue) && coverage.missing.length > 0) failWhole(response);
        return Promise.resolve();
      },
    }),
});

const coverageOf = (
  { calling: { account } }: RequestWithOptions,
  silentSince: SilentSince,
): RequestCoverage | undefined => account && requestCoverage(account.hops(), silentSince);

const isAnswer = ({ body }: GraphQLResponse): boolean =>
  body.kind === 'single' && body.singleResult.data !== undefined;

const asksToFail = ({ reading }: RequestWithOptions): boolean =>
  reading.kind === 'read' && reading.options.onMissing === 'FAIL';

/** All or nothing: what came is not shown beside what did not. */
function failWhole({ body, http }: GraphQLResponse): void {
  const { status, says } = REFUSALS.INCOMPLETE;
  http.status = status;
  if (body.kind !== 'single') return;
  body.singleResult.data = null;
  body.singleResult.errors = [{ message: says, extensions: { code: 'INCOMPLETE' } }];
}

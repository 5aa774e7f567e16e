import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './engine/index.ts';
import { requestCoverage } from './members/index.ts';
import { tell } from './tell.ts';

type SilentSince = (member: string) => string | null;

/** Every answer says who answered, and who did not; what was refused asked nobody. */
export const tellsCoverage = (silentSince: SilentSince): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue, response }) => {
        const { body } = response;
        const { account } = contextValue.calling;
        if (account && body.kind === 'single' && body.singleResult.data !== undefined)
          tell(response, { coverage: requestCoverage(account.hops(), silentSince) });
        return Promise.resolve();
      },
    }),
});

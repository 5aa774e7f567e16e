import { afterAll, beforeAll, describe } from '@jest/globals';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../../mariadb.ts';
import { everyMemberKeepsTheContract } from './every-member.ts';

const onMariaDb = HAS_MARIADB ? describe : describe.skip;
const need = HAS_MARIADB ? '' : ' [needs MariaDB]';
onMariaDb(`on MariaDB${need}`, () => {
  let server: MariaDb;
  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.close());
  everyMemberKeepsTheContract((code) => server.create(code.toLowerCase()));
});

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningMember } from '../../../subgraphs/index.ts';
import { temporaryFolder } from '../../subgraphs/temporary.ts';
import { startOn, verified } from './verified.ts';

const folder = temporaryFolder();
/** As fast as the member answers. */
const RATE = 2_000;

/** Those that have more than a profile; all the others are in every-member.ts. */
describe.each(['MA', 'AMSG'])('%s', (code) => {
  let member: RunningMember;
  beforeAll(async () => {
    member = await startOn(code, `sqlite:${join(folder, `${code}.db`)}`);
  });
  afterAll(() => member.close());

  test('keeps the contract, and is asked within the limits', async () => {
    const { broken, seconds, requests, kept, ...others } = await verified(member.url, {
      rate: RATE,
    });
    expect({ broken, ...others }).toEqual({ broken: [], member: code });
    expect(kept).toBeGreaterThan(60);
    expect(requests).toBeLessThanOrEqual(2_000);
    expect(seconds).toBeLessThan(45);
  });

  test('is asked at most 20 times when an extension is published', async () => {
    const { broken, requests } = await verified(member.url, { rate: RATE, due: 'PUBLISH' });
    expect(broken).toEqual([]);
    expect(requests).toBeLessThanOrEqual(20);
  });
});

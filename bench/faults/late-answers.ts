import { median, type Result } from '../result.ts';
import { type Faulty, HANGING } from './faulty.ts';
import { isWithin, oneHopMsMax, p99Of, twoHopsMsMax } from './lateness.ts';
import { ask, ONE_HOP, TWO_HOPS } from './questions.ts';

/** How late answers are while a member hangs and is not yet spared. */
export async function lateness(faulty: Faulty): Promise<readonly Result[]> {
  const one = await askOver(faulty, ONE_HOP);
  const oneHop = resultOf('hangs, one hop', one.hung, oneHopMsMax);
  const healthyTwo = await askOver(faulty, TWO_HOPS);
  const second = Math.max(0, p99Of(healthyTwo.healthy) - median(one.healthy));
  return [oneHop, resultOf('hangs, two hops', healthyTwo.hung, twoHopsMsMax(second))];
}

/** An answer of the member closes its breaker: so each question finds it as if it had never hung. */
async function askOver({ asks, canned, gateway, tell }: Faulty, question: string) {
  const hung: number[] = [];
  const healthy: number[] = [];
  for (let number = 0; number < asks; number += 1) {
    await canned.ask('hangs', null);
    const whole = await ask(gateway.url, question);
    if (!whole.text.includes('"complete":true'))
      throw new Error(`Expected a complete answer, got ${whole.text.slice(-400)}`);
    await canned.ask('hangs', HANGING);
    const { tookMs, text } = await ask(gateway.url, question);
    if (!text.includes(`"member":"${HANGING}"`))
      throw new Error(`Expected ${HANGING} to be named, got ${text.slice(-400)}`);
    hung.push(tookMs);
    healthy.push(whole.tookMs);
  }
  await canned.ask('hangs', null);
  tell(`${asks} asked while ${HANGING} hangs: ${p99Of(hung).toFixed(0)} ms at p99`);
  return { hung, healthy };
}

const resultOf = (what: string, hung: readonly number[], bound: number): Result => ({
  bench: 'faults',
  gateway: 'stock',
  what,
  cpuMsPerRequest: null,
  rps: null,
  p50Ms: Math.round(median(hung)),
  p99Ms: Math.round(p99Of(hung)),
  peakRssMb: 0,
  boundMs: Math.round(bound),
  within: isWithin(bound, p99Of(hung)),
  namesMissing: 'yes',
});

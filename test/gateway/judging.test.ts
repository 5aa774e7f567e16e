import { expect, test } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { judgingOnce } from '../../gateway/judging.ts';
import type { ClientQuestion, Member } from '../../gateway/members/index.ts';
import type { MemberCode } from '../../schema/index.ts';

const memberOf = (code: string): Member => ({ code: code as MemberCode, url: '', modules: [] });
const [MA, ZM] = [memberOf('MA'), memberOf('ZM')];
const gateway = { members: (): readonly Member[] => [MA, ZM] };
const COST = { cost: 1, requests: 1, workMs: 1, dearest: 'sites' };
const QUESTION = { document: parse('query A { a } query B { a }'), variables: { first: 1 } };

/** Counts how often is judged. */
function openJudge(fault?: GraphQLError) {
  const judged = { times: 0 };
  const judge = judgingOnce((_: typeof gateway) => {
    judged.times += 1;
    return fault ? { kind: 'bad', fault } : { kind: 'good', cost: COST };
  });
  return { judge, judged };
}

test('who asks again what was good is not judged again', () => {
  const { judge, judged } = openJudge();
  const first = judge(gateway, QUESTION);
  expect(first).toEqual({ kind: 'good', cost: COST });
  expect(judge(gateway, { ...QUESTION, variables: { first: 1 } })).toBe(first);
  expect(judged.times).toBe(1);
});

test.each<[string, readonly Member[], ClientQuestion]>([
  ['what is asked of a member of whom something new is known', [MA, { ...ZM }], QUESTION],
  ['what is asked of a member more', [MA, ZM, memberOf('CD')], QUESTION],
  ['what is asked of a member less', [MA], QUESTION],
  ['other variables', [MA, ZM], { ...QUESTION, variables: { first: 2 } }],
  ['another operation', [MA, ZM], { ...QUESTION, operationName: 'B' }],
  ['another document', [MA, ZM], { ...QUESTION, document: parse('{ a }') }],
])('%s is judged anew', (_, membersThen, question) => {
  const { judge, judged } = openJudge();
  let members: readonly Member[] = [MA, ZM];
  const changing = { members: () => members };
  judge(changing, QUESTION);
  members = membersThen;
  judge(changing, question);
  expect(judged.times).toBe(2);
});

test('what another gateway is asked is judged anew', () => {
  const { judge, judged } = openJudge();
  judge(gateway, QUESTION);
  judge({ ...gateway }, QUESTION);
  expect(judged.times).toBe(2);
});

test('what was bad is judged each time', () => {
  const fault = new GraphQLError('no');
  const { judge, judged } = openJudge(fault);
  judge(gateway, QUESTION);
  expect(judge(gateway, QUESTION)).toEqual({ kind: 'bad', fault });
  expect(judged.times).toBe(2);
});

test('a question with long variables is kept for nobody', () => {
  const { judge, judged } = openJudge();
  const long = { ...QUESTION, variables: { first: 1, text: 'x'.repeat(2_000) } };
  judge(gateway, long);
  judge(gateway, long);
  expect(judged.times).toBe(2);
});

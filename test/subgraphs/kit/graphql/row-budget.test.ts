import { expect, test } from '@jest/globals';
import { ANSWER_ROWS_MOST, rowBudget } from '../../../../subgraphs/kit/graphql/row-budget.ts';
import { askedMember } from '../asked-member.ts';
import { site } from '../rows.ts';

test('an answer holds so many rows and not one more', () => {
  const spend = rowBudget();
  spend(ANSWER_ROWS_MOST);
  expect(() => spend(0)).not.toThrow();
  for (const count of [1, 0])
    expect(() => spend(count)).toThrow('The query costs more than its limit');
});

test('all lists of an answer spend from one budget', async () => {
  const operatorId = 'ZM:org:1';
  const Site = Array.from({ length: 500 }, (_, n) => site(`ZM:site:${n}`, { operatorId }));
  const member = await askedMember({ Site });
  const pages = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `p${n}: sites(first: 500) { pageInfo { hasNextPage } }`,
    );
  const refused = async (...fields: readonly string[]) =>
    (await member.ask(`{ ${fields.join(' ')} }`)).errors?.map(([path, code]) => [path, code]);
  const whole = ANSWER_ROWS_MOST / 500;
  expect(await refused(...pages(whole))).toBeUndefined();
  expect(await refused(...pages(whole + 1))).toEqual([[`p${whole}`, 'COST_EXCEEDED']]);
  await member.close();
});

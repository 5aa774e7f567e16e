import { expect, test } from '@jest/globals';
import { cannedMember, memberSchema } from '../../bench/programs/canned-answers.ts';
import { MEMBER_QUESTION } from '../../bench/question.ts';

const schema = memberSchema();
const zambia = { code: 'ZM', rows: 2 };
const asked = async (query: string, variables = {}) => {
  const member = cannedMember(schema, zambia, () => {});
  return JSON.parse((await member(JSON.stringify({ query, variables }))).toString());
};

test('a canned member answers what the gateway asks of a real one', async () => {
  const { query } = JSON.parse(MEMBER_QUESTION);
  expect(await asked(query)).toEqual({
    data: {
      sites: {
        zlg_edges: [
          { cursor: '["ZM:site:b0001"]', node: { id: 'ZM:site:b0001' } },
          { cursor: '["ZM:site:b0002"]', node: { id: 'ZM:site:b0002' } },
        ],
        zlg_page: { hasNextPage: false },
        zlg_total: { count: 2, precision: 'EXACT' },
        edges: [
          {
            node: {
              id: 'ZM:site:b0001',
              type: 'PROCESSING_PLANT',
              status: 'NOT_OPERATING',
              commodityCodes: ['cobalt', 'gold'],
            },
          },
          {
            node: {
              id: 'ZM:site:b0002',
              type: 'SMELTER',
              status: 'CONSTRUCTION',
              commodityCodes: ['gold', 'manganese', 'phosphate-rock'],
            },
          },
        ],
      },
    },
  });
});

test('a canned member pages in any order of the contract and marks its rows as made up', async () => {
  const query = `query ($after: Position) {
    sites(first: 1, after: $after, orderBy: [{ field: TYPE, direction: DESC }]) {
      edges { cursor node { id provenance { synthetic } } }
      pageInfo { hasNextPage }
    }
  }`;
  const page = (cursor: string, id: string, hasNextPage: boolean) => ({
    data: {
      sites: {
        edges: [{ cursor, node: { id, provenance: { synthetic: true } } }],
        pageInfo: { hasNextPage },
      },
    },
  });
  const first = '["SMELTER","ZM:site:b0002"]';
  expect(await asked(query)).toEqual(page(first, 'ZM:site:b0002', true));
  expect(await asked(query, { after: first })).toEqual(
    page('["PROCESSING_PLANT","ZM:site:b0001"]', 'ZM:site:b0001', false),
  );
});

test('a canned member says of itself what makes a gateway ask it', async () => {
  expect(await asked('{ members { list { code contractVersion modules } } }')).toEqual({
    data: {
      members: {
        list: [{ code: 'ZM', contractVersion: '1.0', modules: ['MINERALS', 'POLICIES', 'EVENTS'] }],
      },
    },
  });
});

test('a canned member executes a question once and gives the same bytes ever after', async () => {
  const asked: string[] = [];
  const member = cannedMember(schema, zambia, (body) => asked.push(body));
  const answers = [await member(MEMBER_QUESTION), await member(MEMBER_QUESTION)];
  expect(answers[1]).toBe(answers[0]);
  expect(asked).toEqual([MEMBER_QUESTION]);
});

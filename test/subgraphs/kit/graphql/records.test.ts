import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AskedMember, askedMember } from '../asked-member.ts';
import { deposit, estimate, organisation, production, site } from '../rows.ts';

let zambia: AskedMember;
beforeAll(async () => {
  zambia = await askedMember({
    Organisation: [
      organisation('ZM:org:1', {
        name: { en: null, fr: null, ar: 'شركة', pt: 'Companhia', originalLanguage: 'pt' },
      }),
    ],
    Deposit: [deposit('ZM:deposit:1')],
    Site: ['1', '2', '3'].map((n) =>
      site(`ZM:site:${n}`, { operatorId: 'ZM:org:1', depositId: 'ZM:deposit:1' }),
    ),
    ProductionRecord: [
      production('ZM:production:a', { siteId: 'ZM:site:1', year: 2023 }),
      production('ZM:production:b', { siteId: 'ZM:site:1', year: 2025 }),
      production('ZM:production:c', { siteId: 'ZM:site:1', year: 2024 }),
    ],
    ResourceEstimate: [estimate('ZM:estimate:1', { depositId: 'ZM:deposit:1' })],
  });
});
afterAll(() => zambia.close());

test("a record's own list is a page, newest first, that goes on by the last record's id", async () => {
  const query = `query ($after: ID) { record(id: "ZM:site:1") { site {
    production(first: 2, after: $after) { nodes { id year } hasMore total { count precision } }
  } } }`;
  const page = (nodes: readonly object[], hasMore: boolean) => ({
    data: {
      record: {
        site: { production: { nodes, hasMore, total: { count: 3, precision: 'EXACT' } } },
      },
    },
  });
  expect(await zambia.ask(query)).toEqual(
    page(
      [
        { id: 'ZM:production:b', year: 2025 },
        { id: 'ZM:production:c', year: 2024 },
      ],
      true,
    ),
  );
  expect(await zambia.ask(query, { after: 'ZM:production:c' })).toEqual(
    page([{ id: 'ZM:production:a', year: 2023 }], false),
  );
});

test.each(['0', '501'])("a page of %s of a record's own list is refused", async (first) => {
  const { errors } = await zambia.ask(
    `{ record(id: "ZM:org:1") { organisation { sites(first: ${first}) { hasMore } } } }`,
  );
  expect(errors?.map(([path, code]) => [path, code])).toEqual([
    ['record.organisation.sites', 'PAGE_SIZE'],
  ]);
});

test('records lead to one another within their member', async () => {
  const query = `{ record(id: "ZM:estimate:1") { estimate { deposit {
    estimates { nodes { id } } sites(first: 1) { hasMore nodes { operator { id } deposit { id } } }
  } } } }`;
  expect(await zambia.ask(query)).toEqual({
    data: {
      record: {
        estimate: {
          deposit: {
            estimates: { nodes: [{ id: 'ZM:estimate:1' }] },
            sites: {
              hasMore: true,
              nodes: [{ operator: { id: 'ZM:org:1' }, deposit: { id: 'ZM:deposit:1' } }],
            },
          },
        },
      },
    },
  });
});

test('a text falls back to English, French, Portuguese, Arabic', async () => {
  const query = `{ record(id: "ZM:org:1") { organisation { name {
    none: value english: value(lang: EN) arabic: value(lang: AR) nothing: value(lang: null) en originalLanguage
  } } } }`;
  expect(await zambia.ask(query)).toEqual({
    data: {
      record: {
        organisation: {
          name: {
            none: 'Companhia',
            english: 'Companhia',
            arabic: 'شركة',
            nothing: 'Companhia',
            en: null,
            originalLanguage: 'pt',
          },
        },
      },
    },
  });
});

test('a quantity is converted within its dimension only', async () => {
  const query = `{ record(id: "ZM:production:a") { production { quantity {
    value unit tonnes: in(unit: TONNE) carats: in(unit: CARAT)
  } } } }`;
  expect(await zambia.ask(query)).toEqual({
    data: {
      record: {
        production: {
          quantity: { value: '12.5', unit: 'KILOTONNE', tonnes: '12500', carats: null },
        },
      },
    },
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ask,
  ENGINES,
  type EngineName,
  isInvalid,
  type Opened,
  open,
  type Told,
} from './asking.ts';
import { type Ask, type Case, fed, written } from './case.ts';
import { CASES } from './cases/index.ts';
import { differencesOf, refuses } from './differences.ts';

const onOneLine = (query: string) => query.replaceAll(/\s+/g, ' ').trim();
const keyOf = ({ says }: Case, [query]: Ask): string => `${says}: ${onOneLine(query)}`;

describe.each(Object.keys(ENGINES) as EngineName[])('%s', (name) => {
  const [refused, served] = [true, false].map((is) =>
    CASES.filter((each) => refuses(name, each) === is),
  );
  for (const each of refused ?? [])
    test(`it serves no supergraph where ${each.says}`, async () => {
      await expect(opening(each, name)).rejects.toThrow('checks failed');
    });

  describe.each(served ?? [])('$says', (each) => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await open(each, name);
    });
    afterAll(() => opened.engine.stop());

    test.each(each.asks.map((asks) => [onOneLine(asks[0]), asks] as const))(
      '%s',
      async (_, asks) => {
        const [query, , { variables } = {}] = asks;
        opened.asked.splice(0);
        const told = await ask(opened.engine, query, variables);
        const isWrong = differencesOf(name).includes(keyOf(each, asks));
        const [came, due] = [cameOf(told, opened), dueOf(asks, opened)];
        if (isWrong) expect(came).not.toEqual(due);
        else expect(came).toEqual(due);
      },
    );

    for (const query of each.invalid ?? [])
      test(`nobody can ask ${onOneLine(query)}`, () => {
        expect(isInvalid(opened.engine, query)).toBe(true);
      });
  });
});

test('every difference that is listed is one of a question that is asked', () => {
  const asked = CASES.flatMap((each) => each.asks.map((asks) => keyOf(each, asks)));
  expect(differencesOf('apollo').filter((key) => !asked.includes(key))).toEqual([]);
});

test.each(Object.keys(ENGINES) as EngineName[])(
  '%s serves no supergraph that asks for a protection it does not have',
  async (name) => {
    for (const directive of [
      '@authenticated',
      '@requiresScopes(scopes: [["read"]])',
      '@policy(policies: [["may"]])',
    ]) {
      const subgraphs = { a: { sdl: fed(`type Query { a: Int ${directive} }`) } };
      await expect(opening({ says: '', subgraphs, asks: [] }, name)).rejects.toThrow(
        'checks failed',
      );
    }
  },
);

/** An engine may throw before it promises anything. */
const opening = async (each: Case, name: EngineName): Promise<Opened> => open(each, name);

/** Data as text, for its fields have an order. Messages are no part of the comparison, and tell most where it fails. */
const cameOf = ({ data, errors, messages }: Told, opened: Opened) => ({
  data: JSON.stringify(data),
  errors,
  asked: namesIn(opened),
  messages,
});

const dueOf = ([, answer, { errors = [], unasked = [] } = {}]: Ask, opened: Opened) => ({
  data: JSON.stringify(written(answer)),
  errors: [...errors].sort(),
  asked: namesIn(opened).filter((each) => !unasked.includes(each)),
  messages: expect.anything(),
});

const namesIn = ({ asked }: Opened): readonly string[] =>
  [...new Set(asked.map(({ subgraph }) => subgraph))].sort();

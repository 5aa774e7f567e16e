import { composeServices } from '@apollo/composition';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { logicalSubgraphs } from '../../../gateway/supergraph/index.ts';
import { checkExtension, EXTENSION_RULES, readContract, sdlFile } from '../../../schema/index.ts';
import { cases } from '../../oracle/config.ts';
import { HOSTILE } from './hostile.ts';

const contract = readContract();
const codesOf = (sdl: string, member = 'MA') =>
  checkExtension(sdl, member, contract).map(({ code }) => code);

test.each(HOSTILE)('an extension that $does is refused: $code', ({ code, sdl }) => {
  expect(codesOf(sdl)).toContain(code);
});

/** What stock composition says of it beside the contract's faces. */
function composes(sdl: string): boolean {
  try {
    const services = Object.entries(logicalSubgraphs(contract, sdl)).map(([name, text]) => ({
      name,
      url: `http://${name}.invalid`,
      typeDefs: parse(text),
    }));
    return composeServices(services).supergraphSdl !== undefined;
  } catch {
    return false;
  }
}

test.each(HOSTILE.filter((_, place) => place % cases(4, 1) === 0))(
  "Apollo's composition lets an extension through that $does: $composes",
  ({ sdl, ...hostile }) => {
    expect(composes(sdl)).toBe(hostile.composes);
  },
);

test('there are at least thirty hostile extensions, and at least ten of them compose', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(30);
  expect(HOSTILE.filter((each) => each.composes).length).toBeGreaterThanOrEqual(10);
});

test('every rule refuses one of them', () => {
  const codes = new Set(HOSTILE.map(({ code }) => code));
  expect(EXTENSION_RULES.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([]);
});

test("Morocco's extension breaks no rule", () => {
  expect(checkExtension(sdlFile('../subgraphs/morocco/extension.graphql'), 'MA', contract)).toEqual(
    [],
  );
});

test("Morocco's extension is not Zambia's", () => {
  expect(codesOf(sdlFile('../subgraphs/morocco/extension.graphql'), 'ZM')).toEqual([
    'TYPE_NOT_PREFIXED',
    'FIELD_NOT_PREFIXED',
    'FIELD_NOT_PREFIXED',
    'FIELD_NOT_PREFIXED',
  ]);
});

test('a finding says where and what to write instead', () => {
  const sdl = HOSTILE.find(({ does }) => does === 'adds a required field')?.sdl ?? '';
  expect(checkExtension(sdl, 'MA', contract)).toEqual([
    {
      code: 'FIELD_REQUIRED',
      place: 'Site.ma_x',
      says: 'Make it nullable: your silence must not sink a row or a whole answer.',
    },
  ]);
});

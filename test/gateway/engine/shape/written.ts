import { buildSchema } from 'graphql';
import {
  type Fault,
  type WriteOptions,
  writeData,
} from '../../../../gateway/engine/shape/index.ts';
import { shapeOf } from './shape-of.ts';

export const SCHEMA = buildSchema(`
  interface Place { id: ID! rank: Int }
  type Mine implements Place { id: ID! rank: Int! name: String depth: Int! port: Port! ports: [Port!]! found: Found }
  type Port implements Place { id: ID! rank: Int draught: Float deep: Boolean! mine: Mine }
  type Lists { a: [Int] b: [Int!] c: [Int]! d: [Int!]! e: [[Int!]!] f: [[Int!]!]! }
  union Found = Mine | Port
  union Rock = Mine | Lists
  type Query { mine: Mine must: Mine! mines: [Mine] mustAll: [Mine!]! places: [Place] found: Found lists: Lists
    text: String count: Int! }`);

const OPTIONS: WriteOptions = { shares: false, charactersMax: 100_000_000 };

/** The text of an answer, and what is wrong with it as sentences. */
export function written(query: string, data: object, options: Partial<WriteOptions> = {}) {
  const { json: text, faults } = writeData(shapeOf(SCHEMA, { query }), data, {
    ...OPTIONS,
    ...options,
  });
  return { text: String(text), faults: faults.map(told) };
}

/** Only a null may have been explained by who gave it; what is of a wrong type has a star here. */
const told = ({ message, path, isOfNull }: Fault) =>
  `${path.join('.')}: ${message}${isOfNull ? '' : ' *'}`;
export const nullIn = (place: string) => `Cannot return null for non-nullable field ${place}.`;
export const NULL_IN_LIST = 'Cannot return null in a list of values that are never null.';

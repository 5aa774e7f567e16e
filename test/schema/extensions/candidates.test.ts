import { expect, test } from '@jest/globals';
import { candidatesIn, readContract } from '../../../schema/index.ts';

const CONTRACT = readContract();

const gradeOf = (prefix: string, type: string) => `
  type Site @key(fields: "id") { id: ID! ${prefix}_grade: ${type}Grade ${prefix}_depth: Float }
  type ${type}Grade { value: Decimal }
  type Query { ${prefix}_grades(first: Int): [${type}Grade!] }`;
const depthOf = (prefix: string, type: string) =>
  `type Site @key(fields: "id") { id: ID! ${prefix}_depth: ${type} }`;

test('what several members publish alike is a candidate, those of most members first', () => {
  const extensions = [
    { member: 'ZM', sdl: gradeOf('zm', 'Zm') },
    { member: 'MA', sdl: gradeOf('ma', 'Ma') },
    { member: 'AMSG', sdl: depthOf('amsg', 'Float') },
  ];
  expect(candidatesIn(extensions, CONTRACT)).toEqual([
    { place: 'Site.depth', type: 'Float', members: ['AMSG', 'MA', 'ZM'] },
    { place: 'Grade', type: null, members: ['MA', 'ZM'] },
    { place: 'Grade.value', type: 'Decimal', members: ['MA', 'ZM'] },
    { place: 'Query.grades', type: '[Grade!]', members: ['MA', 'ZM'] },
    { place: 'Site.grade', type: 'Grade', members: ['MA', 'ZM'] },
  ]);
});

test('one name of two types is no candidate, nor is what one member publishes', () => {
  const extensions = [
    { member: 'MA', sdl: depthOf('ma', 'Float') },
    { member: 'ZM', sdl: depthOf('zm', 'Int') },
  ];
  expect(candidatesIn(extensions, CONTRACT)).toEqual([]);
});

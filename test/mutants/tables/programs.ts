import type { Mutant } from '../mutant.ts';

const IN = 'gateway/engine';
const test = (name: string) => [`test/gateway/engine/${name}.test.ts`];
const PLAN = `${IN}/compile/compile-plan.ts`;
const BY_ASSIGNMENT = `${IN}/compile/by-assignment.ts`;
const FINISHED = `${IN}/compile/finished.ts`;
const ZELLIGE = `${IN}/zellige.ts`;

/** Faults of what is made of a question once: a plan that is another’s, a name that nobody asked for, a request that is not looked at. */
export const PROGRAMS = [
  {
    name: 'a place within a place is the inner alone',
    file: PLAN,
    find: '[...path, ...node.path.map(String)]',
    replace: 'node.path.map(String)',
    caughtBy: test('compile/compile-plan'),
  },
  {
    name: 'a field that requires something is asked for before that is known',
    file: `${IN}/compile/premature.ts`,
    find: 'if (isNeeded && !brings(required, place, fetch)) {',
    replace: 'if (isNeeded && place.isEntity && !brings(required, place, fetch)) {',
    caughtBy: test('compile/in-due-order'),
  },
  {
    name: 'an error is told at a field that only other types have',
    file: `${IN}/shape/is-of-others.ts`,
    find: 'return isKnown && isForSome(at, String(step), answered);',
    replace: 'return false;',
    caughtBy: ['test/federation/federation.test.ts'],
  },
  {
    name: 'fetches of other fields are one',
    file: PLAN,
    find: "operation.replace(/^(query|mutation) \\w+/, '$1')",
    replace: 'operation.slice(0, 5)',
    caughtBy: test('compile/compile-plan'),
  },
  {
    name: 'one shape serves all conditions',
    file: BY_ASSIGNMENT,
    find: "const key = names.map((name) => Number(conditions[name])).join('');",
    replace: "const key = names.join('');",
    caughtBy: test('compile/shapes'),
  },
  {
    name: 'a wrong value is explained by any error',
    file: FINISHED,
    find: '!each.isOfNull || ',
    replace: '',
    caughtBy: test('compile/finished'),
  },
  {
    name: 'an error beside a null explains it',
    file: `${IN}/compile/explained-by.ts`,
    find: 'if (at === undefined || at.isError) break;',
    replace: 'if (at === undefined || at.isError || at.below.size === 1) break;',
    caughtBy: test('compile/finished'),
  },
  {
    name: 'operations of one document share a program',
    file: ZELLIGE,
    find: "{operationName ?? ''} ",
    replace: '{queryHash} ',
    caughtBy: test('zellige'),
  },
  {
    name: 'a request with wrong variables is executed',
    file: ZELLIGE,
    find: 'if (faults.length > 0) return { errors: [...faults] };',
    replace: '',
    caughtBy: test('zellige'),
  },
  {
    name: 'who only plans asks as well',
    file: ZELLIGE,
    find: 'if (context.plansOnly) return { data: null };',
    replace: '',
    caughtBy: test('zellige'),
  },
  {
    name: 'the client’s variables are left out beside entities',
    file: `${IN}/subgraph-request.ts`,
    find: "text === '{}' ?",
    replace: "text !== '' ?",
    caughtBy: test('subgraph-request'),
  },
] satisfies readonly Mutant[];

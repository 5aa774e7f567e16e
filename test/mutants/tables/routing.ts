import type { Mutant } from '../mutant.ts';

const ROUTE = 'gateway/members/route.ts';
const ENTITIES = 'gateway/members/route-entities.ts';
const FIT = 'gateway/members/fit.ts';
const CHECKING = 'gateway/members/checking.ts';
const CHECK_CURSORS = 'gateway/members/check-cursors.ts';
const ROUTE_TEST = ['test/gateway/members/route.test.ts'];
const ROUTED_TEST = ['test/gateway/members/routed.test.ts'];
const CHECKING_TEST = ['test/gateway/members/checking.test.ts'];

/** Faults of asking: somebody who holds rows left out, an answer put in the place of another or believed unseen. */
export const ROUTING = [
  {
    name: 'countries prune types whose country is not their owner',
    file: ROUTE,
    find: 'if (atHome && !mayHoldAtHome(',
    replace: 'if (!mayHoldAtHome(',
    caughtBy: ROUTE_TEST,
  },
  {
    name: 'countries prune nobody',
    file: ROUTE,
    find: 'if (atHome && !mayHoldAtHome(member, filter.countries, ask.parent)) return PRUNED;',
    replace: '',
    caughtBy: ROUTE_TEST,
  },
  {
    name: 'owners prune nobody',
    file: ROUTE,
    find: 'if (!includes(owners, member.code)) return PRUNED;',
    replace: '',
    caughtBy: ROUTE_TEST,
  },
  {
    name: 'a country is asked of every state',
    file: ROUTE,
    find: "return parent?.__typename !== 'Country' || parent.code === member.code;",
    replace: 'return parent?.code !== null;',
    caughtBy: ROUTE_TEST,
  },
  {
    name: 'who does not offer the module is asked',
    file: ROUTE,
    find: 'if (module && !member.modules.includes(module))',
    replace: 'if (module && member.modules.length === 0)',
    caughtBy: ROUTE_TEST,
  },
  {
    name: 'bodies are asked for what is at home in states',
    file: ROUTE,
    find: 'if (!isState(member.code) || ',
    replace: 'if (',
    caughtBy: ROUTE_TEST,
  },
  {
    name: 'details come back in the order of the members',
    file: ENTITIES,
    find: 'for (const [i, place] of batch.places.entries()) entities[place] = placed.entities[i] ?? null;',
    replace:
      'for (const [i, place] of batch.places.entries()) entities[i] = (place < 0 ? null : placed.entities[i]) ?? null;',
    caughtBy: ROUTED_TEST,
  },
  {
    name: 'the id of a record given is not held against the one asked',
    file: ENTITIES,
    find: 'entity === null || id === undefined || (entity as JsonObject).zlg_id === id;',
    replace: 'entity === null || id === undefined || (entity as JsonObject).zlg_id !== undefined;',
    caughtBy: ROUTED_TEST,
  },
  {
    name: 'fewer records than asked are believed',
    file: ENTITIES,
    find: 'if (found.length !== asked.length)',
    replace: 'if (found.length > asked.length)',
    caughtBy: ROUTED_TEST,
  },
  {
    name: 'a silent owner leaves no error',
    file: ENTITIES,
    find: "unavailable(member.code, ['_entities', place], answer.reason),\n    );\n    return { entities: [], errors };",
    replace:
      "unavailable(member.code, ['_entities', place], answer.reason),\n    );\n    return { entities: [], errors: errors.slice(errors.length) };",
    caughtBy: ROUTED_TEST,
  },
  {
    name: 'errors stay where the member put them',
    file: ENTITIES,
    find: 'return [{ ...error, path: [entities, place, ...rest] }];',
    replace: 'return place < 0 ? [] : [{ ...error, path: [entities, Number(index), ...rest] }];',
    caughtBy: ROUTED_TEST,
  },
  {
    name: 'a value that the contract does not know goes on',
    file: FIT,
    find: "typeof value === 'string' && holds.has(value)",
    replace: "typeof value === 'string' && holds.size > 0",
    caughtBy: CHECKING_TEST,
  },
  {
    name: 'a count beyond 32 bits goes on',
    file: FIT,
    find: 'Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647,',
    replace: 'Number.isInteger(value),',
    caughtBy: CHECKING_TEST,
  },
  {
    name: 'null goes on where a value is due',
    file: FIT,
    find: 'if (value === null && !fit.isRequired) return undefined;',
    replace: 'if (value === null) return undefined;',
    caughtBy: CHECKING_TEST,
  },
  {
    name: 'fields that were not asked go on',
    file: FIT,
    find: 'if (Object.keys(row).length !== fields.length)',
    replace: 'if (Object.keys(row).length < fields.length)',
    caughtBy: CHECKING_TEST,
  },
  {
    name: "a record with another's id goes on",
    file: FIT,
    find: "return owns === 'member' ? key === member : ownerOf(key) === member;",
    replace: "return owns === 'member' ? key === member : key !== member;",
    caughtBy: CHECKING_TEST,
  },
  {
    name: 'a member shows another member',
    file: FIT,
    find: "return owns === 'member' ? key === member : ownerOf(key) === member;",
    replace: "return owns === 'member' || ownerOf(key) === member;",
    caughtBy: CHECKING_TEST,
  },
  {
    name: 'the key of a record given is not held against the one asked',
    file: FIT,
    find: 'const stranger = own.keys.find((name) => (entity as JsonObject)[name] !== key);',
    replace: 'const stranger = own.keys.find((name) => name === key);',
    caughtBy: CHECKING_TEST,
  },
  {
    name: 'a member says that its records are at home elsewhere',
    file: FIT,
    find: '(value: Json, member: string) => value === member,',
    replace: '(value: Json, member: string) => String(value).length === member.length,',
    caughtBy: CHECKING_TEST,
  },
  {
    name: 'an answer that is not what was asked goes on',
    file: CHECKING,
    find: 'if (fault === undefined) return answer;',
    replace: "if (fault !== 'none') return answer;",
    caughtBy: CHECKING_TEST,
  },
  {
    name: 'a cursor is not checked before members are asked',
    file: CHECK_CURSORS,
    find: 'return isBad(check, field.name, args) ? [responseNameOf(node)] : [];',
    replace: 'return isBad(check, field.name, {}) ? [responseNameOf(node)] : [];',
    caughtBy: ['test/gateway/members/check-cursors.test.ts'],
  },
] as const satisfies readonly Mutant[];

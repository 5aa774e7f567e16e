import type { Mutant } from '../mutant.ts';

const IN = 'gateway/engine';
const test = (name: string) => [`test/gateway/engine/${name}.test.ts`];
const MERGING = `${IN}/execute/merge.ts`;
const ENTITY_FETCH = `${IN}/execute/entity-fetch.ts`;
const ENTITY_ASKS = `${IN}/execute/entity-asks.ts`;
const JOINING = `${IN}/joining.ts`;
const ERRORS = `${IN}/execute/errors.ts`;
const REPRESENT = `${IN}/execute/represent.ts`;
const REWRITES = `${IN}/execute/rewrites.ts`;

/** Faults of how a plan is carried out: an entity that is given to another, a field that is lost on the way, an error that nobody sees. */
export const EXECUTION = [
  {
    name: 'a null takes back what another subgraph gave',
    file: MERGING,
    find: '? (known ?? given)',
    replace: '? (given ?? null)',
    caughtBy: test('execute/merge'),
  },
  {
    name: 'an object is given other ancestors',
    file: MERGING,
    find: "if (name === '__proto__') continue;",
    replace: '',
    caughtBy: test('execute/merge'),
  },
  {
    name: 'the name of an interface takes the place of the type’s',
    file: MERGING,
    find: 'merging.isObjectType(given) ? given : known',
    replace: '(given ?? known)',
    caughtBy: test('execute/merge'),
  },
  {
    name: 'what comes to one place comes to all that share its objects',
    file: MERGING,
    find: 'merging.run.shares ? copied(known, merging) : known',
    replace: 'known',
    caughtBy: test('execute/merge'),
  },
  {
    name: 'an object is copied under a fetch that is under way',
    file: MERGING,
    find: '  run.copies += 1;\n',
    replace: '',
    caughtBy: test('execute/entity-fetch'),
  },
  {
    name: 'entities are looked for where they stood',
    file: ENTITY_FETCH,
    find: 'run.copies !== copies',
    replace: 'run.copies < copies',
    caughtBy: test('execute/entity-fetch'),
  },
  {
    name: 'nobody tells that an object stands in two places',
    file: ENTITY_FETCH,
    find: 'if (targets.length > 1) merging.run.shares = true;',
    replace: '',
    caughtBy: test('execute/entity-fetch'),
  },
  {
    name: 'one entity too many is taken',
    file: ENTITY_ASKS,
    find: 'entities.length !== asked',
    replace: 'entities.length < asked',
    caughtBy: test('execute/entity-fetch'),
  },
  {
    name: 'what a mutation read before is not read again',
    file: ENTITY_ASKS,
    find: 'if (isReading && isLasting(answer))',
    replace: 'if (isLasting(answer))',
    caughtBy: test('execute/entity-asks'),
  },
  {
    name: 'who shares a request shares its objects',
    file: ENTITY_ASKS,
    find: 'places.map((place) => copyOf(entities[place]))',
    replace: 'places.map((place) => entities[place])',
    caughtBy: test('execute/entity-asks'),
  },
  {
    name: 'variables make no difference to entities',
    file: ENTITY_ASKS,
    find: 'for (const _ in variables) return',
    replace: 'for (const _ in {}) return',
    caughtBy: test('execute/entity-asks'),
  },
  {
    name: 'what was joined in vain is lost',
    file: JOINING,
    find: 'if (answer.data !== null) return partsOf(answer.data,',
    replace: 'if (answer) return partsOf(answer.data ?? {},',
    caughtBy: test('joining'),
  },
  {
    name: 'an error of one part is told of another',
    file: JOINING,
    find: 'const part = parts.get(String(first));',
    replace: "const part = String(first).startsWith('zlg_') ? told[0] : undefined;",
    caughtBy: test('joining'),
  },
  {
    name: 'a face is asked for two lists at once',
    file: JOINING,
    find: '|| !mayJoin(service)',
    replace: '',
    caughtBy: test('joining'),
  },
  {
    name: 'a fragment of one question takes the place of another’s',
    file: `${IN}/joined-query.ts`,
    find: '    FragmentDefinition: inPart,\n    FragmentSpread: inPart,\n',
    replace: '',
    caughtBy: test('joined-query'),
  },
  {
    name: 'an error stands at the first place of its entity alone',
    file: ERRORS,
    find: 'at.map((each) => within(error, each, rest))',
    replace: 'at.slice(0, 1).map((each) => within(error, each, rest))',
    caughtBy: test('execute/errors'),
  },
  {
    name: 'an error of an entity that stands nowhere is lost',
    file: ERRORS,
    find: ': [withoutPath(error)];\n}',
    replace: ': [];\n}',
    caughtBy: test('execute/errors'),
  },
  {
    name: 'an entity without any key is asked for',
    file: REPRESENT,
    find: '|| !hasKey(entity, keys)',
    replace: '',
    caughtBy: test('execute/represent'),
  },
  {
    name: 'an entity of which a required field is missing is asked for',
    file: REPRESENT,
    find: '    if (part === undefined) return undefined;\n    text += label',
    replace: '    if (part === undefined) continue;\n    text += label',
    caughtBy: test('execute/represent'),
  },
  {
    name: 'a subgraph with an interface object is told the type',
    file: REPRESENT,
    find: 'return JSON.stringify({ ...value, __typename: sent });',
    replace: 'return JSON.stringify(value);',
    caughtBy: test('execute/represent'),
  },
  {
    name: 'a null of one type takes the place of another’s field',
    file: REWRITES,
    find: 'Object.hasOwn(value, name) && value[name] !== null',
    replace: 'Object.hasOwn(value, name)',
    caughtBy: test('execute/rewrites'),
  },
  {
    name: 'a source that throws spoils the answer',
    file: `${IN}/execute/telling-failures.ts`,
    find: 'return failed(ask, error instanceof Error ? error : new Error(String(error)));',
    replace: 'throw error;',
    caughtBy: test('zellige'),
  },
  {
    name: 'the client is told what was thrown',
    file: `${IN}/execute/telling-failures.ts`,
    find: 'could not be asked.`,',
    replace: 'could not be asked.` + originalError.message,',
    caughtBy: test('execute/telling-failures'),
  },
  {
    name: 'an error of a later part stands at an entity of the first',
    file: `${IN}/execute/fetch-in-parts.ts`,
    find: 'place + start',
    replace: 'place',
    caughtBy: test('execute/fetch-in-parts'),
  },
] satisfies readonly Mutant[];

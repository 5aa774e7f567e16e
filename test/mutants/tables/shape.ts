import type { Mutant } from '../mutant.ts';

const IN = 'gateway/engine';
const test = (name: string) => [`test/gateway/engine/${name}.test.ts`];
const WRITE = `${IN}/shape/write.ts`;
const LEAF = `${IN}/shape/leaf.ts`;
const COLLECT = `${IN}/shape/collect-fields.ts`;
const COMPILE_SHAPE = `${IN}/shape/compile-shape.ts`;
const CONDITIONS = `${IN}/shape/conditions.ts`;
const NULLS = test('shape/write-nulls');
const SHARED = test('shape/write-shared');
const WRITTEN = test('shape/write');

/** Faults of how an answer is written: a null that stops too early, a place that is told wrongly, a text without end. */
export const SHAPE = [
  {
    name: 'a null stands where none may',
    file: WRITE,
    find: '  return nullIn(place, faults, writing);',
    replace: "  nullIn(place, faults, writing);\n  return 'null';",
    caughtBy: NULLS,
  },
  {
    name: 'a null in a list without nulls stays in it',
    file: WRITE,
    find: '  return nullIn(null, faults, writing);',
    replace: "  nullIn(null, faults, writing);\n  return 'null';",
    caughtBy: NULLS,
  },
  {
    name: 'a null is told again at each level that it takes',
    file: WRITE,
    find: 'if (writing.faults.length > faults) return undefined;',
    replace: '',
    caughtBy: NULLS,
  },
  {
    name: 'an error has the path of whatever was written last',
    file: WRITE,
    find: 'path: [...path], isOfNull }',
    replace: 'path, isOfNull }',
    caughtBy: NULLS,
  },
  {
    name: 'a method of all objects is a value',
    file: WRITE,
    find: "typeof value === 'function' ? undefined : value",
    replace: 'value',
    caughtBy: WRITTEN,
  },
  {
    name: 'what is wrong with a shared object is told once',
    file: WRITE,
    find: 'if (writing.faults.length === faults) texts.set(value, text);',
    replace: 'texts.set(value, text);',
    caughtBy: SHARED,
  },
  {
    name: 'a shared object has one text for all selections',
    file: WRITE,
    find: '  texts.set(shape, known);\n',
    replace: '  texts.set(shape, known);\n  for (const each of texts.values()) return each;\n',
    caughtBy: SHARED,
  },
  {
    name: 'faults are told without end',
    file: WRITE,
    find: 'if (faults.length < FAULTS_MAX) faults.push',
    replace: 'faults.push',
    caughtBy: SHARED,
  },
  {
    name: 'a text may be one letter too long',
    file: WRITE,
    find: 'if (text.length >= writing.charactersMax)',
    replace: 'if (text.length > writing.charactersMax)',
    caughtBy: SHARED,
  },
  {
    name: 'a number of more than 32 bits is an Int',
    file: LEAF,
    find: '(value | 0) === value',
    replace: 'Number.isInteger(value)',
    caughtBy: test('shape/leaf'),
  },
  {
    name: 'a name that an enum does not have is written',
    file: LEAF,
    find: 'return (value) => texts.get(value);',
    replace: 'return (value) => texts.get(value) ?? writeText(value);',
    caughtBy: test('shape/leaf'),
  },
  {
    name: 'fields follow the order in which they were selected last',
    file: COLLECT,
    find: '  fields.set(name, [...',
    replace:
      '  const before = fields.get(name);\n  fields.delete(name);\n  fields.set(name, [...(before ?? []), ...',
    caughtBy: test('shape/collect-fields'),
  },
  {
    name: 'what is selected of an interface is not of its types',
    file: COLLECT,
    find: 'isAbstractType(abstract) && schema.isSubType(abstract, type)',
    replace: 'isAbstractType(abstract) && !schema.isSubType(abstract, type)',
    caughtBy: test('shape/collect-fields'),
  },
  {
    name: 'an object may say that it is of any type',
    file: COMPILE_SHAPE,
    find: 'isObjectType(object) && schema.isSubType(type, object)',
    replace: 'isObjectType(object) && (schema.isSubType(type, object) || true)',
    caughtBy: test('shape/compile-shape'),
  },
  {
    name: 'introspection is looked up by the planner’s name',
    file: COMPILE_SHAPE,
    find: 'parts.own.get(name)',
    replace: 'parts.own.get(nodes[0]?.alias?.value ?? field)',
    caughtBy: test('shape/compile-shape'),
  },
  {
    name: 'a condition that is not given is false whatever its default',
    file: CONDITIONS,
    find: "byDefault?.kind === 'BooleanValue' && byDefault.value",
    replace: "byDefault?.kind === 'NullValue'",
    caughtBy: test('shape/conditions'),
  },
  {
    name: 'what is skipped is included',
    file: CONDITIONS,
    find: "(name === 'include')",
    replace: "(name === 'include' || name === 'skip')",
    caughtBy: test('shape/conditions'),
  },
] satisfies readonly Mutant[];

import type { Mutant } from '../mutant.ts';

const WITHIN = 'gateway/members/within-version.ts';
const NEWER = 'gateway/members/newer.ts';
const FILL = 'gateway/members/fill.ts';
const WITHIN_TEST = ['test/gateway/members/within-version.test.ts'];
const SKEW_TEST = ['test/skew/skew.test.ts'];

/** Faults of speaking with members of other versions of the contract. */
export const SKEW = [
  {
    name: 'everybody is asked as if it served the version of the gateway',
    file: WITHIN,
    find: 'if (newer.size === 0) return send(member, request, calling);',
    replace: 'if (newer.size < 99) return send(member, request, calling);',
    caughtBy: WITHIN_TEST,
  },
  {
    name: 'a filter that a member lacks does not leave it out',
    file: 'gateway/members/route.ts',
    find: 'return newer.size === 0 || !field || !isNewer(contract, newer, { ...field, args });',
    replace: 'return newer.size === 0 || !field || args !== null;',
    caughtBy: ['test/gateway/members/route.test.ts'],
  },
  {
    name: 'a filter within an input is not looked at',
    file: NEWER,
    find: 'return isNew || holdsNewer(contract, newer, baseName(each.type), value);',
    replace: 'return isNew;',
    caughtBy: SKEW_TEST,
  },
  {
    name: 'an argument that is null counts as asked for',
    file: NEWER,
    find: 'if (given === null) return false;',
    replace: '',
    caughtBy: SKEW_TEST,
  },
  {
    name: 'a member that is older by a longer version is taken for newer',
    file: 'schema/since.ts',
    find: '(own[place] ?? -1) < (other[place] ?? -1)',
    replace: '(own[place] ?? 99) < (other[place] ?? -1)',
    caughtBy: ['test/schema/since.test.ts'],
  },
  {
    name: 'what a member lacks is null, and nobody is told',
    file: FILL,
    find: 'filling.lacks(record ?? path.slice(0, -1));',
    replace: '',
    caughtBy: SKEW_TEST,
  },
  {
    name: 'records of a type that a member lacks take the places of others',
    file: FILL,
    find: 'const entity = left.has(place) ? (found.shift() ?? null) : null;',
    replace: 'const entity = found.shift() ?? null;',
    caughtBy: WITHIN_TEST,
  },
  {
    name: 'a client is told an error where coverage says it already',
    file: 'gateway/members/missing-details.ts',
    find: "extensions.code === 'FIELD_NOT_OFFERED' && 'member' in extensions;",
    replace: "extensions.code === 'FIELD_NOT_OFFERED' && 'nobody' in extensions;",
    caughtBy: SKEW_TEST,
  },
  {
    name: 'words that came after the gateway make a newer member none',
    file: 'gateway/members/without-newer-values.ts',
    find: 'if (version === contract.version || !isOlder(contract.version, version)) return answer;',
    replace: 'if (version !== null) return answer;',
    caughtBy: SKEW_TEST,
  },
] satisfies readonly Mutant[];

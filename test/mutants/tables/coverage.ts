import type { Mutant } from '../mutant.ts';

const COVERAGE_FILE = 'gateway/members/coverage.ts';
const GATHER = 'gateway/members/gather.ts';
const MERGE_FIELD = 'gateway/members/merge-field.ts';
const DETAILS = 'gateway/members/missing-details.ts';
const ACCOUNT = 'gateway/members/account.ts';
const REQUEST = 'gateway/members/request-coverage.ts';
const CONTINENTAL_TEST = ['test/gateway/members/continental.test.ts'];
const DETAILS_TEST = ['test/gateway/members/missing-details.test.ts'];
const ACCOUNT_TEST = ['test/gateway/members/account.test.ts'];
const REQUEST_TEST = ['test/gateway/members/request-coverage.test.ts'];

/** Faults of telling who is missing: the rows are right, and the reader believes too much of them. */
export const COVERAGE = [
  {
    name: 'an answer is complete whoever is missing',
    file: COVERAGE_FILE,
    find: 'complete: missing.length === 0,',
    replace: 'complete: answered.length > 0,',
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'all silent is an empty list',
    file: MERGE_FIELD,
    find: 'if (isSilence(merged.coverage)) return silence(field, merged.coverage);',
    replace: '',
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'all silent is an error only where all are to blame',
    file: MERGE_FIELD,
    find: "answered.length === 0 && missing.some((each) => each.reason !== 'MODULE_NOT_OFFERED');",
    replace:
      "answered.length === 0 && missing.every((each) => each.reason !== 'MODULE_NOT_OFFERED');",
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'sums forget who is missing',
    file: MERGE_FIELD,
    find: '  const coverage = coverageOfField(parts, held);\n  const rows = held.flatMap',
    replace:
      "  const coverage = coverageOfField(parts, held.filter((each) => each.kind === 'given'));\n  const rows = held.flatMap",
    caughtBy: ['test/gateway/members/merged-fields.test.ts'],
  },
  {
    name: 'lists of members forget who is missing',
    file: MERGE_FIELD,
    find: '  const coverage = coverageOfField(parts, held);\n  const fields',
    replace:
      "  const coverage = coverageOfField(parts, held.filter((each) => each.kind === 'given'));\n  const fields",
    caughtBy: ['test/gateway/members/merged-fields.test.ts'],
  },
  {
    name: 'a member that adds nonsense is added',
    file: MERGE_FIELD,
    find: 'withoutFault(merging, each, ({ rows }) => faultInRows(each.member, rows, atHome)),',
    replace:
      'each.kind === "given" && atHome === undefined ? withoutFault(merging, each, ({ rows }) => faultInRows(each.member, rows, atHome)) : each,',
    caughtBy: ['test/gateway/members/merged-fields.test.ts'],
  },
  {
    name: 'a member speaks for others',
    file: MERGE_FIELD,
    find: 'if (Array.isArray(list) && isOwn(list[0]) && lists.every((each) => each.length === 1))',
    replace:
      'if (Array.isArray(list) && lists.every((each) => each.length === 1) && isOwn({ code: member }))',
    caughtBy: ['test/gateway/members/merged-fields.test.ts'],
  },
  {
    name: 'the hop is not told who is missing',
    file: MERGE_FIELD,
    find: '  tellHop(merged.coverage, merging.request.calling);\n',
    replace: '',
    caughtBy: ['test/gateway/members/told-hop.test.ts'],
  },
  {
    name: 'a silent member gave an empty answer',
    file: GATHER,
    find: "if (stands.kind === 'asked') return [givenBy(parts, each, where(each))];",
    replace:
      "if (stands.kind === 'asked') return each.answer?.kind === 'silent' ? [] : [givenBy(parts, each, where(each))];",
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'who does not offer the module is not named',
    file: GATHER,
    find: "return [{ kind: 'missing', member: each.member.code, reason: stands.reason }];",
    replace:
      "return stands.reason === 'MODULE_NOT_OFFERED' ? [] : [{ kind: 'missing', member: each.member.code, reason: stands.reason }];",
    caughtBy: ['test/gateway/members/merged-fields.test.ts'],
  },
  {
    name: 'an owner without details is not named',
    file: DETAILS,
    find: "if (nodes[0]?.name.value !== 'missing' || !inner) continue;",
    replace: "if (nodes[0]?.name.value !== 'lacking' || !inner) continue;",
    caughtBy: DETAILS_TEST,
  },
  {
    name: 'an answer without details is complete',
    file: DETAILS,
    find: "if (nodes[0]?.name.value === 'complete') coverage[name] = false;",
    replace: '',
    caughtBy: DETAILS_TEST,
  },
  {
    name: 'an owner is named once for each of its rows',
    file: DETAILS,
    find: 'return [...new Map(inTurn.map((each) => [each.member, each])).values()];',
    replace: 'return rows;',
    caughtBy: DETAILS_TEST,
  },
  {
    name: 'what a row refers to is taken for its details',
    file: DETAILS,
    find: 'return rest.length === 0 && ofEdge',
    replace: 'return ofEdge',
    caughtBy: DETAILS_TEST,
  },
  {
    name: 'a list names the silence of another',
    file: DETAILS,
    find: 'first === step ? [{ ...rest, path }] : [],',
    replace: 'first !== undefined && step !== undefined ? [{ ...rest, path }] : [],',
    caughtBy: DETAILS_TEST,
  },
  {
    name: 'a member silent once in a hop has answered it',
    file: ACCOUNT,
    find: 'before === undefined || weight(now) > weight(before) ? now : before;',
    replace: 'before === undefined || weight(now) < weight(before) ? now : before;',
    caughtBy: ACCOUNT_TEST,
  },
  {
    name: 'the second silence of a hop is named',
    file: ACCOUNT,
    find: 'before === undefined || weight(now) > weight(before) ? now : before;',
    replace: 'before === undefined || weight(now) >= weight(before) ? now : before;',
    caughtBy: ACCOUNT_TEST,
  },
  {
    name: 'pages missed before are no part of the request',
    file: ACCOUNT,
    find: 'if (ask) asks.set(member, { ...ask, missed });',
    replace: 'if (ask && !missed) asks.set(member, { ...ask, missed });',
    caughtBy: ACCOUNT_TEST,
  },
  {
    name: 'who is missing has answered too',
    file: REQUEST,
    find: 'named.has(member) ? [] : [member]',
    replace: "named.has('') ? [] : [member]",
    caughtBy: REQUEST_TEST,
  },
  {
    name: 'a request is complete whoever is missing',
    file: REQUEST,
    find: 'complete: named.size === 0,',
    replace: 'complete: named.size <= hops.length,',
    caughtBy: REQUEST_TEST,
  },
  {
    name: 'who does not offer a module was asked',
    file: REQUEST,
    find: 'tookMs !== null || !NOT_ASKED.includes(outcome),',
    replace: 'tookMs !== null || outcome !== "ANSWERED" || !NOT_ASKED.includes(outcome),',
    caughtBy: REQUEST_TEST,
  },
] as const satisfies readonly Mutant[];

import type { Mutant } from '../mutant.ts';

const VERIFY = 'schema/audits/verify.ts';
const PACE = 'schema/audits/pace.ts';
const VERSIONS = 'schema/audits/versions.ts';
const DIFFERENCES = 'schema/audits/differences.ts';
const HOLDER = 'gateway/registry/holder.ts';
const BREAKS = 'gateway/registry/checks/breaks-no-known-operation.ts';
const AUDITED = 'gateway/registry/checks/keeps-its-audits.ts';
const VALUES = 'gateway/registry/operations/without-values.ts';
const VERIFY_TEST = ['test/schema/audits/verify.test.ts'];
const PACE_TEST = ['test/schema/audits/pace.test.ts'];
const VERSIONS_TEST = ['test/skew/audits.test.ts'];
const DIFFERENCES_TEST = ['test/schema/audits/differences.test.ts'];
const CHECKS_TEST = ['test/gateway/registry/checks.test.ts'];
const OPERATIONS_TEST = ['test/gateway/registry/operations.test.ts'];
const EXTENSIONS_TEST = ['test/schema/extensions/check-extension.test.ts'];

/** Faults of what agencies are judged by: the audits, the registry's checks, the rules of extensions. */
export const AGENCIES = [
  {
    name: 'an audit makes more requests than it may',
    file: VERIFY,
    find: 'if (requests >= REQUESTS_MOST)',
    replace: 'if (requests > REQUESTS_MOST)',
    caughtBy: VERIFY_TEST,
  },
  {
    name: 'one who is silent is asked on and on',
    file: VERIFY,
    find: "if (wire.kind === 'silent') silences += 1;",
    replace: '',
    caughtBy: VERIFY_TEST,
  },
  {
    name: 'claims of a module that is not offered are looked at',
    file: VERIFY,
    find: 'if (module !== null && !asking.member.modules.includes(module))',
    replace: 'if (module === null && !asking.member.modules.includes(module ?? ""))',
    caughtBy: VERIFY_TEST,
  },
  {
    name: 'a publication of an extension is audited in everything',
    file: VERIFY,
    find: "due === 'JOIN' || claim.due === 'PUBLISH'",
    replace: "due !== 'JOIN' || claim.due === 'PUBLISH'",
    caughtBy: VERIFY_TEST,
  },
  {
    name: 'a second sees one request more than the rate',
    file: PACE,
    find: 'sent.length < rate',
    replace: 'sent.length <= rate',
    caughtBy: PACE_TEST,
  },
  {
    name: 'five requests run at once',
    file: PACE,
    find: 'const AT_ONCE = 4;',
    replace: 'const AT_ONCE = 5;',
    caughtBy: PACE_TEST,
  },
  {
    name: 'what is not asked takes a turn',
    file: PACE,
    find: 'if (other !== undefined) return other;',
    replace: '',
    caughtBy: PACE_TEST,
  },
  {
    name: 'an older member is judged by what came later',
    file: VERSIONS,
    find: '? contractAsOf(known, version) : known;',
    replace: '? known : known;',
    caughtBy: VERSIONS_TEST,
  },
  {
    name: 'what is no version of ours excuses a member',
    file: VERSIONS,
    find: 'isVersion(version) && majorOf(version) === majorOf(known);',
    replace: 'version.length + known.length > 0;',
    caughtBy: VERSIONS_TEST,
  },
  {
    name: 'what a newer member has beyond is held against it',
    file: VERSIONS,
    find: "return asking.isNewer && found.outcome === 'BROKEN'",
    replace: "return asking.isNewer && found.outcome === 'KEPT'",
    caughtBy: VERSIONS_TEST,
  },
  {
    name: 'a field that may never be null passes for one that may',
    file: DIFFERENCES,
    find: "...(marks.includes(1) ? [{ kind: 'FIELD_TOO_STRICT', says } as const] : []),",
    replace: '',
    caughtBy: DIFFERENCES_TEST,
  },
  {
    name: 'a word that the contract has not is no difference',
    file: DIFFERENCES,
    find: '.filter((each) => !wanted.includes(each))',
    replace: '.filter((each) => !got.includes(each))',
    caughtBy: DIFFERENCES_TEST,
  },
  {
    name: 'a member publishes for another',
    file: 'gateway/registry/checks/is-entitled.ts',
    find: 'return holder.member === member\n',
    replace: 'return holder.member !== undefined\n',
    caughtBy: ['test/gateway/registry/routes.test.ts'],
  },
  {
    name: 'a token that was revoked is good',
    file: HOLDER,
    find: 'if (!token || token.revoked !== null)',
    replace: 'if (!token)',
    caughtBy: ['test/gateway/registry/routes.test.ts'],
  },
  {
    name: 'the secret itself is kept',
    file: HOLDER,
    find: "createHash('sha256').update(secret).digest('hex');",
    replace: "createHash('sha256').update('').digest('hex') && secret;",
    caughtBy: ['test/gateway/registry/routes.test.ts'],
  },
  {
    name: "a member's token makes tokens",
    file: 'gateway/registry/tokens.ts',
    find: "if (holder.kind === 'operator') return undefined;",
    replace: "if (holder.kind === 'operator' || holder.kind === 'member') return undefined;",
    caughtBy: ['test/gateway/registry/routes.test.ts'],
  },
  {
    name: 'what somebody asks for may go',
    file: BREAKS,
    find: 'if (!first || isAllowed)',
    replace: 'if (!first || first)',
    caughtBy: OPERATIONS_TEST,
  },
  {
    name: 'who knows what it breaks may not break it',
    file: BREAKS,
    find: "draft.isBreaking || draft.kind === 'WITHDRAW'",
    replace: "draft.kind === 'WITHDRAW'",
    caughtBy: OPERATIONS_TEST,
  },
  {
    name: 'what is looked for is kept with a question',
    file: VALUES,
    find: "StringValue: () => ({ kind: Kind.STRING, value: '' }),",
    replace: '',
    caughtBy: OPERATIONS_TEST,
  },
  {
    name: 'a broken SHOULD keeps a member out',
    file: AUDITED,
    find: "level === 'MUST' && outcome === 'BROKEN'",
    replace: "outcome === 'BROKEN'",
    caughtBy: CHECKS_TEST,
  },
  {
    name: "another member's server is published as one's own",
    file: AUDITED,
    find: 'if (report.member !== draft.member)',
    replace: "if (report.member === '')",
    caughtBy: CHECKS_TEST,
  },
  {
    name: 'a member that moves is audited in its extension alone',
    file: AUDITED,
    find: 'before?.url === content.url &&',
    replace: '',
    caughtBy: CHECKS_TEST,
  },
  {
    name: "another member's prefix is one's own",
    file: 'schema/extensions/field-not-prefixed.ts',
    find: 'name.startsWith(prefix) &&',
    replace: 'name.includes("_") &&',
    caughtBy: EXTENSIONS_TEST,
  },
  {
    name: 'I and l do not look alike',
    file: 'schema/extensions/names-look-alike.ts',
    find: 'replaceAll(/[lI1]/g,',
    replace: 'replaceAll(/[1]/g,',
    caughtBy: EXTENSIONS_TEST,
  },
  {
    name: 'an extension may have a field that is never null',
    file: 'schema/extensions/field-required.ts',
    find: 'isRequired(field.type) ? [name] : []',
    replace: 'isRequired(field.type) ? [] : []',
    caughtBy: EXTENSIONS_TEST,
  },
] satisfies readonly Mutant[];

import { describe, expect, test } from '@jest/globals';
import type { MemberRequest } from '../../gateway/members/index.ts';
import {
  brokenClaims,
  CLAIMS,
  type Report,
  type SendQuestion,
  verify,
} from '../../schema/audits/index.ts';
import type { MemberCode } from '../../schema/index.ts';
import { contractAt, VERSIONS, type Version } from './contract-at.ts';
import { recordsOf } from './skewed-continent.ts';
import { type SkewedMember, skewedMember } from './skewed-member.ts';

const memberAt = (version: Version) => skewedMember('MA' as MemberCode, version, recordsOf('MA'));
type JsonObject = NonNullable<MemberRequest['variables']>;

/** As it would come over the wire. */
const overTheWire =
  ({ answer }: Pick<SkewedMember, 'answer'>): SendQuestion =>
  async (_url, { query, variables = {} }) => {
    const answered = await answer({ query, variables: variables as JsonObject });
    const body =
      answered.kind === 'answered'
        ? { data: answered.data }
        : { errors: [{ message: answered.says }] };
    return {
      kind: 'replied',
      status: 200,
      contentType: 'application/json',
      location: null,
      body: JSON.stringify(body),
    };
  };

async function audited(member: Pick<SkewedMember, 'answer'>, known: string, claims = CLAIMS) {
  const target = { url: 'memory:MA', send: overTheWire(member) };
  const contract = contractAt(known);
  const verification = await verify(target, { rate: 1_000_000, contract, claims });
  if (verification.kind === 'unreachable') throw new Error(verification.says);
  return verification.report;
}
const broken = (report: Report) => brokenClaims(report).map(({ id, saw }) => `${id}: ${saw}`);
const sawOf = (report: Report, id: string) => report.claims.find((each) => each.id === id)?.saw;

/** What is said of the schema alone: an extension can change it, so it is looked at with each. */
const ON_SCHEMAS = CLAIMS.filter(({ due, isTimed }) => due === 'PUBLISH' && !isTimed);

/** Cost is a matter of the server, which this member has none of. */
const ON_ALL = CLAIMS.filter(({ id }) => !id.startsWith('COST_'));

describe.each(VERSIONS)('audited by who knows %s', (known) => {
  test.each(VERSIONS)('a member of %s keeps what is said of schemas', async (version) => {
    expect(broken(await audited(memberAt(version), known, ON_SCHEMAS))).toEqual([]);
  });
});

test('an older member is judged by its own version in everything', async () => {
  const member = memberAt('1.0-skew.1');
  const own = await audited(member, '1.0-skew.1', ON_ALL);
  const later = await audited(member, '1.0-skew.4', ON_ALL);
  expect(broken(later)).toEqual(broken(own));
});

test('what an older member is judged by is said', async () => {
  const report = await audited(memberAt('1.0-skew.1'), '1.0-skew.4', ON_SCHEMAS);
  expect(sawOf(report, 'CONTRACT_VERSION')).toBe(
    'It serves 1.0-skew.1, older than the 1.0-skew.4 that is known here: it is judged by 1.0-skew.1.',
  );
});

test('what a newer member has beyond the version known here is said, and not held against it', async () => {
  const report = await audited(memberAt('1.0-skew.4'), '1.0', ON_SCHEMAS);
  expect(['CONTRACT_VERSION', 'OWN_FIELDS_PREFIXED'].map((id) => sawOf(report, id))).toEqual([
    'It serves 1.0-skew.4, newer than the 1.0 that is known here: it is judged by 1.0, and what it has beyond that is not looked at.',
    'What it has beyond 1.0 may be of its newer version.',
  ]);
});

/** A member that serves one version and says that it serves another. */
function sayingItIs(version: string, member: SkewedMember): Pick<SkewedMember, 'answer'> {
  return {
    answer: async (request) => {
      const answered = await member.answer(request);
      const text = JSON.stringify(answered).replaceAll(
        `"contractVersion":"${member.version}"`,
        `"contractVersion":"${version}"`,
      );
      return JSON.parse(text) as typeof answered;
    },
  };
}

test('a member that lacks what its version has breaks the contract, whoever audits it', async () => {
  const liar = sayingItIs('1.0-skew.3', memberAt('1.0-skew.2'));
  expect(
    broken(await audited(liar, '1.0-skew.4', ON_SCHEMAS)).filter((each) => !each.startsWith('SDL')),
  ).toEqual(['FILTERS_SERVED: The input SiteFilter(workersAtLeast) is not served.']);
});

test('a word that is no version excuses nobody from anything', async () => {
  const liar = sayingItIs('0', memberAt('1.0'));
  expect(
    broken(await audited(liar, '1.0-skew.1', ON_SCHEMAS)).filter((each) => !each.startsWith('SDL')),
  ).toEqual([
    'CONTRACT_VERSION: It says "0"; this is 1.0-skew.1.',
    'TYPES_SERVED: The type PowerSource is not served.',
    'FIELDS_SERVED: The field Site.power is not served. The field Site.workers is not served.',
  ]);
});

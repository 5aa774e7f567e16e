import { parseMemberCode } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, MUST_AT_PUBLICATION, type Seen } from '../claim.ts';
import { at, objectsAt, shown } from '../reading.ts';
import { isOfOurMajor, sayVersion } from '../versions.ts';
import type { Reply } from '../wire.ts';

/** What the member says of itself. */
export const IDENTITY_CLAIMS: readonly Claim[] = [
  {
    id: 'CODE_GRAMMAR',
    ...MUST_AT_PUBLICATION,
    sentence:
      'Its code is two to eight capital letters: ISO 3166-1 alpha-2, or a registered acronym.',
    remedy: 'Let `members { list { code } }` give your code, such as MA.',
    check: ({ member }) =>
      seen(
        parseMemberCode(member.code) ? [] : [`Its code is ${shown(member.code)}.`],
        `Its code is ${member.code}.`,
      ),
  },
  {
    id: 'CONTRACT_VERSION',
    ...MUST_AT_PUBLICATION,
    sentence: 'It serves a version of the contract of the same major number, and says which.',
    remedy:
      'Let `members { list { contractVersion } }` give the version that you built on, such as 1.0.',
    check: ({ member: { contractVersion }, knownVersion }) => {
      const says = `It says ${shown(contractVersion)}; this is ${knownVersion}.`;
      const isOurs = isOfOurMajor(contractVersion, knownVersion);
      return seen(isOurs ? [] : [says], isOurs ? sayVersion(contractVersion, knownVersion) : says);
    },
  },
  {
    id: 'MODULES_KNOWN',
    ...MUST_AT_PUBLICATION,
    sentence: 'The modules that it offers are modules of the contract, each named once.',
    remedy:
      'Let `members { list { modules } }` name MINERALS, POLICIES and EVENTS, or those of them that you offer.',
    check: ({ member, contract, isNewer }) => {
      const type = contract.types.get('Module');
      const known =
        type?.kind === 'EnumTypeDefinition'
          ? (type.values ?? []).map((each) => each.name.value)
          : [];
      const strange = isNewer ? [] : member.modules.filter((each) => !known.includes(each));
      const twice = member.modules.filter((each, place) => member.modules.indexOf(each) !== place);
      return seen(
        [
          ...strange.map((each) => `The contract has no module ${shown(each)}.`),
          ...twice.map((each) => `${each} is named twice.`),
        ],
        `It offers ${member.modules.join(', ') || 'none'}.`,
      );
    },
  },
  {
    id: 'MEMBER_DESCRIBED',
    ...MUST,
    sentence: 'It says who runs it, under which licence, and of which moment its records speak.',
    remedy:
      'Give `operator`, `licence` and `asOf` in `members { list }`; none of them may be null.',
    check: async (asking) => {
      const { data, errors } = await asking.ask(
        '{ members { list { operator { value } licence asOf } } }',
      );
      const entry = at(data, 'members', 'list', 0);
      const missing = ['operator', 'licence', 'asOf'].filter((name) => at(entry, name) == null);
      return keptUnless(
        missing.map((name) => `It does not say its ${name}. ${errors[0]?.message ?? ''}`.trim()),
        `It is of ${shown(at(entry, 'operator', 'value'))}.`,
      );
    },
  },
  {
    id: 'COUNTS_ITS_RECORDS',
    ...MUST,
    sentence: 'It says how many records of each offered type it holds.',
    remedy: 'Give `members { list { counts { type count } } }` one entry for each type of record.',
    check: async (asking) => {
      const reply = await asking.ask('{ members { list { counts { type count } } } }');
      const counted = objectsAt(reply.data, 'members', 'list', 0, 'counts').map(
        (each) => each.type,
      );
      const missing = asking.lists.filter(({ type }) => !counted.includes(type));
      return keptUnless(
        missing.map(({ type }) => `It does not count its records of type ${type}.`),
        `It counts ${counted.length} types.`,
      );
    },
  },
  {
    id: 'MEMBERS_BY_OWNER',
    ...MUST,
    sentence:
      '`members(owners:)` gives the member where it is named, and nobody where only others are.',
    remedy: 'Leave yourself out of `members { list }` where `owners` does not name you.',
    check: async (asking) => {
      const [own, others] = await Promise.all([
        membersOf(asking, [asking.member.code]),
        membersOf(asking, [asking.member.code === 'ZZ' ? 'ZY' : 'ZZ']),
      ]);
      return keptUnless(
        [
          ...(countIn(own) === 1 ? [] : ['Named in `owners`, it is not in the list.']),
          ...(countIn(others) === 0 ? [] : ['Not named in `owners`, it is in the list.']),
        ],
        'It is there where it is named.',
      );
    },
  },
];

const seen = (faults: readonly string[], saw: string): Promise<Seen> =>
  Promise.resolve(keptUnless(faults, saw));

const membersOf = (asking: Asking, owners: readonly string[]): Promise<Reply> =>
  asking.ask('query ($owners: [MemberCode!]) { members(owners: $owners) { list { code } } }', {
    owners,
  });

/** How many members a list has; -1 where there is no list. */
function countIn({ data }: Reply): number {
  const list = at(data, 'members', 'list');
  return Array.isArray(list) ? list.length : -1;
}

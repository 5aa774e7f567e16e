import { isState, type Module } from '../../../schema/index.ts';
import type { Audited, AuditReport, Due } from '../audit.ts';
import type { Draft } from '../draft.ts';
import type { Publication } from '../publication.ts';
import { type Refusal, refusal } from '../refusals.ts';
import { type Check, type Knowing, passed, refused, type Verdict } from './check.ts';

/** The member is asked whether it keeps the contract. The last check, for it takes the longest. */
export const keepsItsAudits: Check = {
  name: 'keepsItsAudits',
  kinds: ['PUBLISH'],
  isOfOthers: false,
  judge: async (draft, knowing) => {
    const { url, modules } = draft.content;
    const { audit, before } = knowing;
    if (!audit || url === null) return passed(asAssumed(draft, knowing));
    const due = dueOf(draft, before);
    const first = await audit({ url, modules, due });
    const isMore = due === 'PUBLISH' && saysOther(first, draft, before);
    const audited = isMore ? await audit({ url, modules, due: 'JOIN' }) : first;
    if (audited.kind === 'unreachable') return refused(refusal('MEMBER_SILENT', audited.says));
    return judged(draft, audited.report, knowing);
  },
};

/** JOIN where it is known before it is asked that more than the extension is new. */
function dueOf({ content, namesModules }: Draft, before: Publication | undefined): Due {
  const isSame =
    before?.url === content.url &&
    (!namesModules || sorted(before.modules) === sorted(content.modules));
  return isSame ? 'PUBLISH' : 'JOIN';
}

/** The member's own word may have changed since: it serves another version, or, where no modules are named, other modules. */
function saysOther(audited: Audited, { namesModules }: Draft, before: Publication | undefined) {
  if (audited.kind === 'unreachable') return false;
  const { contractVersion, modules } = audited.report;
  const isOther = !namesModules && sorted(before?.modules ?? []) !== sorted(modules);
  return isOther || before?.contractVersion !== contractVersion;
}

const sorted = (modules: readonly string[]): string => [...modules].sort().join();

function judged(draft: Draft, report: AuditReport, { contract }: Knowing): Verdict {
  const fault = faultIn(draft, report, contract.version);
  if (fault) return refused(fault);
  const modules = draft.namesModules
    ? draft.content.modules
    : (report.modules as readonly Module[]);
  const content = { ...draft.content, modules, contractVersion: report.contractVersion };
  return passed({ ...draft, content, audits: report });
}

function faultIn(draft: Draft, report: AuditReport, version: string): Refusal | undefined {
  if (report.member !== draft.member)
    return refusal(
      'NOT_THAT_MEMBER',
      `The member at ${report.url} says that it is ${JSON.stringify(report.member)}; give the address of ${draft.member}.`,
    );
  if (major(report.contractVersion) !== major(version))
    return refusal(
      'CONTRACT_VERSION',
      `${draft.member} serves contract ${report.contractVersion}; this gateway speaks ${version}.`,
    );
  const unserved = draft.content.modules.find((each) => !report.modules.includes(each));
  if (unserved !== undefined)
    return refusal(
      'MODULE_NOT_SERVED',
      `${draft.member} is published with ${unserved}, but says that it offers ${report.modules.join(', ') || 'no module'}; name those that it offers, or none, and it is asked.`,
    );
  return brokenClaim(report);
}

const major = (version: string): string => version.split('.')[0] ?? version;

function brokenClaim({ claims }: AuditReport): Refusal | undefined {
  const broken = claims.filter(({ level, outcome }) => level === 'MUST' && outcome === 'BROKEN');
  const [first] = broken;
  if (!first) return undefined;
  const says = `The member breaks ${first.id} (broken claims: ${broken.length}): ${first.saw} ${first.remedy}`;
  return {
    ...refusal('AUDIT_BROKEN', says),
    findings: broken.map(({ id, saw, remedy }) => ({ code: id, place: saw, says: remedy })),
  };
}

/** Where nobody is audited, a member is taken to offer what it offered, or all that its like may. */
function asAssumed(draft: Draft, { before, contract }: Knowing): Draft {
  const { member, content, namesModules } = draft;
  const all: readonly Module[] = isState(member)
    ? ['MINERALS', 'POLICIES', 'EVENTS']
    : ['POLICIES', 'EVENTS'];
  const known = before?.url == null ? all : before.modules;
  const modules = namesModules ? content.modules : known;
  return { ...draft, content: { ...content, modules, contractVersion: contract.version } };
}

import { html } from 'ghtml';
import type { BreakerState, MemberState } from '../members/index.ts';
import type { MemberRow } from './member-row.ts';

/** What a page shows of a member, in a table of all or on its own; HTML, already escaped. */
export type Column = {
  readonly label: string;
  readonly className: string;
  readonly cell: (member: MemberRow) => string;
};

export const COLUMNS: readonly Column[] = [
  { label: 'State', className: 'state', cell: (member) => stateOf(member) },
  { label: 'On time', className: 'number', cell: ({ onTime }) => html`${percentIn(onTime)}` },
  { label: 'Last answer', className: 'number', cell: (member) => answerOf(member) },
  { label: 'Last failure', className: 'failure', cell: (member) => failureOf(member) },
  { label: 'Records', className: 'number', cell: ({ records }) => html`${numberIn(records)}` },
  { label: 'Serves', className: 'serves', cell: (member) => servesOf(member) },
  { label: 'Publication', className: 'publication', cell: (member) => publicationOf(member) },
  { label: 'Audits', className: 'audits', cell: (member) => lastAuditOf(member) },
];

export const NONE = '–';

export const STATES: Readonly<Record<MemberState, string>> = {
  NEVER_ASKED: 'never asked',
  ANSWERING: 'answering',
  SILENT: 'silent',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
};

/** A breaker that is closed is as it should be, and not spoken of. */
const BREAKERS: Readonly<Record<BreakerState, string>> = {
  CLOSED: '',
  OPEN: 'breaker open',
  HALF_OPEN: 'breaker half open',
};

const stateOf = ({ state, breaker, since }: MemberRow) =>
  html`${STATES[state]}!${remark(BREAKERS[breaker])}!${since === null ? '' : html`<span class="remark">since !${instant(since)}</span>`}`;

const answerOf = ({ lastAnswerAt, roundTripMs }: MemberRow) =>
  html`!${instant(lastAnswerAt)}!${remark(roundTripMs === null ? '' : `within ${numberIn(roundTripMs)} ms`)}`;

const servesOf = ({ database, contractVersion, modules }: MemberRow) =>
  html`${database ?? NONE}!${remark(contractVersion === null ? '' : `contract ${contractVersion}`)}!${remark(namesOf(modules))}`;

/** The sentence stands there for the agency to read; a long one is cut. */
const failureOf = ({ lastReason, lastSays }: MemberRow) =>
  lastReason === null
    ? NONE
    : html`<span class="code">${lastReason}</span>!${remark((lastSays ?? '').slice(0, SAYS_LETTERS_MAX))}`;

const SAYS_LETTERS_MAX = 300;

const publicationOf = ({ publication }: MemberRow) =>
  publication === null
    ? NONE
    : html`${publication.number} <span class="code">!${day(publication.when)}</span>!${remark(publication.isServed ? '' : 'not served yet')}!${remark(publication.changed.join('; '))}`;

type Counts = { readonly kept: number; readonly broken: number };

/** A rollback needs no audit, so the last there was may be of an earlier publication. */
const lastAuditOf = ({ publication }: MemberRow) => {
  const audit = publication?.lastAudit ?? null;
  return (
    auditsOf(audit) +
    remark(audit && audit.number !== publication?.number ? `at publication ${audit.number}` : '')
  );
};

export const auditsOf = (audits: Counts | null): string =>
  audits === null
    ? NONE
    : html`${audits.kept} kept!${audits.broken === 0 ? '' : html`<span class="remark broken">${audits.broken} broken</span>`}`;

export const remark = (text: string) =>
  text === '' ? '' : html`<span class="remark">${text}</span>`;

export const nameOf = ({ name, code }: MemberRow) => name ?? code;

const instant = (at: string | null) =>
  at === null ? NONE : html`<time datetime="${at}" title="${at}">${at.slice(11, 19)} UTC</time>`;

/** Publications are days apart, answers seconds. */
export const day = (at: string) =>
  html`<time datetime="${at}" title="${at}">${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>`;

/** Rounded down: who has missed a single ask is not at 100 %. */
const percentIn = (share: number | null) =>
  share === null ? NONE : `${Math.floor(share * 100)} %`;

export const numberIn = (count: number | null) =>
  count === null ? NONE : count.toLocaleString('en', { maximumFractionDigits: 0 });

const namesOf = (modules: readonly string[]) =>
  modules.map((module) => module.toLowerCase()).join(', ');

import { html } from 'ghtml';
import { isState } from '../../schema/index.ts';
import type { BreakerState, MemberState, MemberStatus } from '../members/index.ts';
import { hrefOf, page } from '../web/index.ts';

/** All members as tiles and as a table; it needs no script. It reads itself again only for who asks for that: nothing moves under a reader's eyes. */
export const membersPage = (members: readonly MemberStatus[], isRefreshing: boolean): string =>
  page({
    title: 'Zellige: members',
    path: '/members',
    head: html`<link rel="stylesheet" href="${hrefOf('members.css')}">!${isRefreshing ? REFRESH : ''}`,
    body: html`<main class="members">
<h1>Members</h1>
<p>${summaryOf(members)} Each keeps its records in a database of its own; the gateway asks them all at its start and every 30 seconds.
!${isRefreshing ? STOP : START}</p>
<ul class="mosaic">!${members.map(tile)}</ul>
<table>
<thead><tr><th scope="col">Member</th>!${COLUMNS.map(heading)}</tr></thead>
<tbody>!${members.map(row)}</tbody>
</table>
</main>`,
  });

const REFRESH = html`<meta http-equiv="refresh" content="30">`;
const START = html`<a href="/members?refresh">Read this page again every 30 seconds</a>.`;
const STOP = html`It reads itself again every 30 seconds: <a href="/members">stop</a>.`;

type Column = {
  readonly label: string;
  readonly className: string;
  /** HTML, already escaped. */
  readonly cell: (member: MemberStatus) => string;
};

const COLUMNS: readonly Column[] = [
  { label: 'State', className: 'state', cell: (member) => stateOf(member) },
  { label: 'On time', className: 'number', cell: ({ onTime }) => html`${percentIn(onTime)}` },
  { label: 'Last answer', className: 'number', cell: (member) => answerOf(member) },
  { label: 'Last failure', className: 'failure', cell: (member) => failureOf(member) },
  { label: 'Records', className: 'number', cell: ({ records }) => html`${numberIn(records)}` },
  { label: 'Serves', className: 'serves', cell: (member) => servesOf(member) },
];

const NONE = '–';

const STATES: Readonly<Record<MemberState, string>> = {
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

const stateOf = ({ state, breaker, since }: MemberStatus) =>
  html`${STATES[state]}!${remark(BREAKERS[breaker])}!${since === null ? '' : html`<span class="remark">since !${instant(since)}</span>`}`;

const answerOf = ({ lastAnswerAt, roundTripMs }: MemberStatus) =>
  html`!${instant(lastAnswerAt)}!${remark(roundTripMs === null ? '' : `within ${numberIn(roundTripMs)} ms`)}`;

const servesOf = ({ database, contractVersion, modules }: MemberStatus) =>
  html`${database ?? NONE}!${remark(contractVersion === null ? '' : `contract ${contractVersion}`)}!${remark(namesOf(modules))}`;

/** The sentence stands there for the agency to read; a long one is cut. */
const failureOf = ({ lastReason, lastSays }: MemberStatus) =>
  lastReason === null
    ? NONE
    : html`<span class="code">${lastReason}</span>!${remark((lastSays ?? '').slice(0, SAYS_LETTERS_MAX))}`;

const SAYS_LETTERS_MAX = 300;

const remark = (text: string) => (text === '' ? '' : html`<span class="remark">${text}</span>`);

const heading = ({ label, className }: Column) =>
  html`<th scope="col" class="${className}">${label}</th>`;

const tile = (member: MemberStatus) =>
  html`<li><a class="${member.state} ${isState(member.code) ? '' : 'body'}" href="#${member.code}" title="${nameOf(member)}: ${STATES[member.state]}">${member.code}</a></li>`;

const row = (member: MemberStatus) => html`<tr id="${member.code}" class="${member.state}">
<th scope="row">!${heads(member)}</th>
!${COLUMNS.map(({ label, className, cell }) => html`<td class="${className}" data-label="${label}">!${cell(member)}</td>`)}
</tr>`;

/** Reference members say behind a colon that they are; that is the smaller part of a name. */
function heads(member: MemberStatus): string {
  const [name, ...rest] = nameOf(member).split(': ');
  return html`${name} <span class="code">${member.code}</span>!${remark(rest.join(': '))}`;
}

const nameOf = ({ name, code }: MemberStatus) => name ?? code;

const instant = (at: string | null) =>
  at === null ? NONE : html`<time datetime="${at}" title="${at}">${at.slice(11, 19)} UTC</time>`;

/** Rounded down: who has missed a single ask is not at 100 %. */
const percentIn = (share: number | null) =>
  share === null ? NONE : `${Math.floor(share * 100)} %`;

const numberIn = (count: number | null) =>
  count === null ? NONE : count.toLocaleString('en', { maximumFractionDigits: 0 });

const namesOf = (modules: readonly string[]) =>
  modules.map((module) => module.toLowerCase()).join(', ');

function summaryOf(members: readonly MemberStatus[]): string {
  const answering = members.filter(({ state }) => state === 'ANSWERING').length;
  const records = members.reduce((sum, each) => sum + (each.records ?? 0), 0);
  const count = members.length === 1 ? '1 member' : `${members.length} members`;
  return `${count}, ${answering} of them answering, ${numberIn(records)} records.`;
}

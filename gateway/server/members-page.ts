import { html } from 'ghtml';
import { isState } from '../../schema/index.ts';
import type { MemberState, MemberStatus } from '../members/index.ts';
import { hrefOf, page } from '../web/index.ts';

/** All members as tiles and as a table; it needs no script. */
export const membersPage = (members: readonly MemberStatus[]): string =>
  page({
    title: 'Zellige: members',
    path: '/members',
    head: html`<link rel="stylesheet" href="${hrefOf('members.css')}">`,
    body: html`<main class="members">
<h1>Members</h1>
<p>${summaryOf(members)} Each keeps its records in a database of its own; the gateway asks them all at its start and every 30 seconds.</p>
<ul class="mosaic">!${members.map(tile)}</ul>
<table>
<thead><tr><th scope="col">Member</th>!${COLUMNS.map(heading)}</tr></thead>
<tbody>!${members.map(row)}</tbody>
</table>
</main>`,
  });

type Column = {
  readonly label: string;
  readonly className: string;
  /** HTML, already escaped. */
  readonly cell: (member: MemberStatus) => string;
};

const COLUMNS: readonly Column[] = [
  { label: 'State', className: 'state', cell: ({ state }) => html`${STATES[state]}` },
  { label: 'Database', className: '', cell: ({ database }) => html`${database ?? NONE}` },
  { label: 'Records', className: 'number', cell: ({ records }) => html`${numberIn(records)}` },
  { label: 'Last answer', className: 'number', cell: ({ lastAnswerAt }) => instant(lastAnswerAt) },
  {
    label: 'Round trip',
    className: 'number',
    cell: ({ roundTripMs }) => html`${roundTripMs === null ? NONE : `${numberIn(roundTripMs)} ms`}`,
  },
  {
    label: 'Contract',
    className: '',
    cell: ({ contractVersion }) => html`${contractVersion ?? NONE}`,
  },
  { label: 'Modules', className: 'modules', cell: ({ modules }) => html`${namesOf(modules)}` },
];

const NONE = '–';

const STATES: Readonly<Record<MemberState, string>> = {
  NEVER_ASKED: 'never asked',
  ANSWERING: 'answering',
  SILENT: 'silent',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
};

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
  const [name, ...remark] = nameOf(member).split(': ');
  return html`${name} <span class="code">${member.code}</span><span class="remark">${remark.join(': ')}</span>`;
}

const nameOf = ({ name, code }: MemberStatus) => name ?? code;

const instant = (at: string | null) =>
  at === null ? NONE : html`<time datetime="${at}" title="${at}">${at.slice(11, 19)} UTC</time>`;

const numberIn = (count: number | null) =>
  count === null ? NONE : count.toLocaleString('en', { maximumFractionDigits: 0 });

const namesOf = (modules: readonly string[]) =>
  modules.map((module) => module.toLowerCase()).join(', ') || NONE;

function summaryOf(members: readonly MemberStatus[]): string {
  const answering = members.filter(({ state }) => state === 'ANSWERING').length;
  const records = members.reduce((sum, each) => sum + (each.records ?? 0), 0);
  const count = members.length === 1 ? '1 member' : `${members.length} members`;
  return `${count}, ${answering} of them answering, ${numberIn(records)} records.`;
}

import { html } from 'ghtml';
import { isState } from '../../schema/index.ts';
import { hrefOf, page } from '../web/index.ts';
import { COLUMNS, type Column, nameOf, numberIn, remark, STATES } from './member-cells.ts';
import type { MemberRow } from './member-row.ts';

/** All members as tiles and as a table; it needs no script. It reads itself again only for who asks for that: nothing moves under a reader's eyes. */
export const membersPage = (members: readonly MemberRow[], isRefreshing: boolean): string =>
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

const heading = ({ label, className }: Column) =>
  html`<th scope="col" class="${className}">${label}</th>`;

const tile = (member: MemberRow) =>
  html`<li><a class="${member.state} ${isState(member.code) ? '' : 'body'}" href="#${member.code}" title="${nameOf(member)}: ${STATES[member.state]}">${member.code}</a></li>`;

const row = (member: MemberRow) => html`<tr id="${member.code}" class="${member.state}">
<th scope="row">!${heads(member)}</th>
!${COLUMNS.map(({ label, className, cell }) => html`<td class="${className}" data-label="${label}">!${cell(member)}</td>`)}
</tr>`;

/** Reference members say behind a colon that they are; that is the smaller part of a name. */
function heads(member: MemberRow): string {
  const [name, ...rest] = nameOf(member).split(': ');
  return html`<a href="/members/${member.code}">${name}</a> <span class="code">${member.code}</span>!${remark(rest.join(': '))}`;
}

function summaryOf(members: readonly MemberRow[]): string {
  const present = members.filter(({ state }) => state !== 'WITHDRAWN');
  const gone = members.length - present.length;
  const answering = present.filter(({ state }) => state === 'ANSWERING').length;
  const records = present.reduce((sum, each) => sum + (each.records ?? 0), 0);
  const count = present.length === 1 ? '1 member' : `${present.length} members`;
  return `${count}, ${answering} of them answering, ${numberIn(records)} records${gone === 0 ? '' : `; ${gone} withdrawn`}.`;
}

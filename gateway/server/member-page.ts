import { html } from 'ghtml';
import { hrefOf, page } from '../web/index.ts';
import { auditsOf, COLUMNS, type Column, day, NONE, nameOf } from './member-cells.ts';
import type { MemberDetail } from './member-row.ts';

/** One member: how it stands, what it offers, how it kept the contract, and all that it published. */
export const memberPage = (member: MemberDetail): string =>
  framed(
    member.code,
    html`<h1>${nameOf(member)} <span class="code">${member.code}</span></h1>
<dl class="facts ${member.state}">!${COLUMNS.map((column) => fact(column, member))}</dl>
<h2>Fields beyond the contract</h2>
!${extensionOf(member)}
<h2>Audits</h2>
!${auditOf(member)}
<h2>Publications</h2>
!${historyOf(member)}`,
  );

export const noMemberPage = (code: string): string =>
  framed(
    'no such member',
    html`<h1>No such member</h1>
<p>There is no member ${code}; <a href="/members">the list of members</a> has all by their codes, in capital letters.</p>`,
  );

const framed = (title: string, body: string): string =>
  page({
    title: `Zellige: ${title}`,
    path: '/members/',
    head: html`<link rel="stylesheet" href="${hrefOf('members.css')}">`,
    body: html`<main class="members member">
<p><a href="/members">All members</a></p>
!${body}
</main>`,
  });

const fact = ({ label, className, cell }: Column, member: MemberDetail) =>
  html`<div><dt>${label}</dt><dd class="${className}">!${cell(member)}</dd></div>`;

/** What a table has in each row: the cells, of which the first heads it; HTML, already escaped. */
type Table = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const table = ({ headings, rows }: Table): string => html`<table>
<thead><tr>!${headings.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>!${rows.map((cells) => html`<tr>!${cells.map((cell, place) => cellOf(cell, headings[place] ?? ''))}</tr>`)}</tbody>
</table>`;

const cellOf = (cell: string, label: string) => html`<td data-label="${label}">!${cell}</td>`;

const said = (sentence: string) => html`<p>${sentence}</p>`;

function extensionOf({ published }: MemberDetail): string {
  if (published === null) return said(NONE);
  if (published.extension.length === 0) return said('None: it offers what the contract has.');
  const rows = published.extension.map(({ place, type, description }) => [
    html`<code>${place}</code>`,
    type === null ? 'a type of its own' : html`<code>${type}</code>`,
    html`${description ?? NONE}`,
  ]);
  return table({ headings: ['Field or type', 'Type', 'What it says'], rows });
}

function auditOf({ published }: MemberDetail): string {
  if (published === null) return said(NONE);
  const { audit } = published;
  if (audit === null) return said('None was due at any of its publications.');
  const { number, kept, brokenClaims } = audit;
  const counts = `At publication ${number}: ${kept} kept, ${brokenClaims.length} broken.`;
  if (brokenClaims.length === 0) return said(counts);
  const rows = brokenClaims.map(({ id, level, saw, remedy }) => [
    html`<code>${id}</code>`,
    ...[level, saw, remedy].map((text) => html`${text}`),
  ]);
  return (
    said(counts) + table({ headings: ['Claim', 'Level', 'What was seen', 'What to do'], rows })
  );
}

function historyOf({ published }: MemberDetail): string {
  if (published === null) return said(NONE);
  const rows = published.publications.map((each) => [
    html`${each.number}`,
    day(each.when),
    html`${each.who}`,
    html`${each.kind.toLowerCase()}`,
    html`${each.changed.join('; ')}`,
    html`${each.contractVersion ?? NONE}`,
    auditsOf(each.audits),
  ]);
  return table({
    headings: ['Number', 'When', 'Who', 'Kind', 'What changed', 'Contract', 'Audits'],
    rows,
  });
}

import { html } from 'ghtml';
import { hrefOf } from './assets.ts';

export type Page = {
  readonly title: string;
  /** Path of the page, which the navigation marks. */
  readonly path: string;
  /** HTML, already escaped. */
  readonly head?: string;
  readonly body: string;
};

const PLACES = [
  { path: '/', name: 'Explorer' },
  { path: '/members', name: 'Members' },
] as const;

/** The frame that all our pages share. It loads nothing but our own assets. */
export const page = ({ title, path, head = '', body }: Page): string => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${hrefOf('tile.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${hrefOf('style.css')}">
!${head}
</head>
<body>
<header class="top">
<a class="brand" href="/"><img src="${hrefOf('tile.svg')}" alt="" width="28" height="28">Zellige</a>
<nav aria-label="Pages">!${PLACES.map((place) => link(place, path))}</nav>
</header>
!${body}
</body>
</html>
`;

const link = (place: (typeof PLACES)[number], current: string) =>
  place.path === current
    ? html`<a href="${place.path}" aria-current="page">${place.name}</a>`
    : html`<a href="${place.path}">${place.name}</a>`;

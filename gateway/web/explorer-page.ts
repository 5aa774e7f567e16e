import { html } from 'ghtml';
import { hrefOf } from './assets.ts';
import { page } from './page.ts';
import { QUESTIONS, type Question } from './questions.ts';

/** GraphiQL with our questions beside it. */
export const explorerPage = (): string =>
  page({
    title: 'Zellige: ask Africa about its minerals',
    path: '/',
    head: html`<link rel="stylesheet" href="${hrefOf('graphiql.css')}">
<link rel="stylesheet" href="${hrefOf('explorer.css')}">
<link rel="preload" as="script" href="${hrefOf('graphiql.js')}">`,
    body: html`<main class="explorer">
<details class="questions">
<summary>Questions to begin with</summary>
<p>Choose one and run it with the play button or Ctrl+Enter. Every answer says which members gave it.</p>
<ol>!${QUESTIONS.map(item)}</ol>
</details>
<div id="graphiql"><p class="waiting">The explorer is loading.</p><noscript>The explorer needs JavaScript; /graphql answers without it.</noscript></div>
</main>
<script type="application/json" id="explorer-data">!${asScriptData({ questions: QUESTIONS, graphiql: hrefOf('graphiql.js'), workers: WORKERS })}</script>
<script type="module" src="${hrefOf('explorer.js')}"></script>`,
  });

/** By the labels that the editor asks for them with. */
const WORKERS = {
  editorWorkerService: hrefOf('editor-worker.js'),
  json: hrefOf('json-worker.js'),
  graphql: hrefOf('graphql-worker.js'),
} as const;

const item = ({ name, asks }: Question) =>
  html`<li><button type="button" data-question="${name}"><b>${numberOf(name)}</b><span>${asks}</span></button></li>`;

const numberOf = (name: string) => String(Number(name.slice(1, 3)));

/** JSON in which no end of the script element can hide. */
const asScriptData = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

import type { EngineName } from './asking.ts';
import type { Case } from './case.ts';
import { CONTEXT } from './cases/context.ts';
import { CONTEXT_COMBINED } from './cases/context-combined.ts';

/** Why an engine does not answer as the specifications ask. */
const WHYS = {
  'It tells of a null where none may be in extensions.valueCompletion, and not among the errors.': [
    'an entity that nobody knows is null, and so is what cannot be without it: { all { id must } }',
    'an entity that nobody knows is null, and so is what cannot be without it: { one { must } }',
    'an entity that nobody knows is null, and so is what cannot be without it: { must { must } }',
    'a word of an enum that clients may not see is null with an error: { kind(n: 1) }',
    'a word of an enum that clients may not see is null with an error: { kinds }',
    'a word of an enum that clients may not see is null with an error: { must }',
    'a word of an enum that clients may not see is null with an error: { one }',
    'an object of a type that clients may not see is null with an error: { media { __typename ... on Book { id } } }',
    'an object of a type that clients may not see is null with an error: { things { id } }',
    'an object of a type that clients may not see is null with an error: { thing { __typename } }',
    'an object of a type that clients may not see is null with an error: { must { id } }',
    'a type of an interface that clients may not see is null, and its neighbours are told: { all { id told } }',
  ],
  'It sends a representation whose only key is null.': [
    'an entity whose key is null is not asked for: { shelf { book { upc author } } }',
    'subgraphs of the first Federation have several keys, require and provide: { users { full old } }',
    'an object of an interface whose types each subgraph knows in part is completed by who knows it: { pets { weight } heaviest { weight __typename } }',
    'an object of an interface whose types each subgraph knows in part is completed by who knows it: { pets { owner { age pets { weight ... on Cat { name lives } } } ... on Cat { lives } } }',
  ],
  'It takes an object for null of which conditions leave nothing to ask of the subgraph that leads on.':
    [
      'conditions on fragments, hops and names of types leave what is not conditional: query($x: Boolean!, $y: Boolean!) { p { isCheap @include(if: $x) isCheap @include(if: $y) twin @skip(if: $x) { isCheap } twin { id name @include(if: $y) } } }',
    ],
  'It asks for a field before it has what the field requires, where requirements lead back to a subgraph.':
    [
      'a requirement may lead back to the subgraph that it came from, or begin there: { t { w } }',
      'a requirement may lead back to the subgraph that it came from, or begin there: { t { n w } }',
      'a requirement may lead back to the subgraph that it came from, or begin there: { ts { v } }',
      'a requirement may lead back to the subgraph that it came from, or begin there: { ts { x: w } }',
      'a requirement may lead back to the subgraph that it came from, or begin there: { ts { u w } }',
      'a requirement may lead back to the subgraph that it came from, or begin there: query($x: Boolean!) { ts { u @include(if: $x) w @skip(if: $x) } t { w @include(if: $x) } }',
      'what is asked for late keeps its arguments and their variables: { ts { v } }',
      'what is asked for late keeps its arguments and their variables: { ts { w } }',
      'what is asked for late keeps its arguments and their variables: query($by: Int) { ts { v x: u(by: $by) } }',
      'what is asked for late keeps its arguments and their variables: query($yes: Boolean!) { ts { id v @include(if: $yes) w @skip(if: $yes) } }',
      'what is asked for late keeps its arguments and their variables: query($yes: Boolean!, $by: Int) { ts { v @include(if: $yes) u @include(if: $yes) y: u(by: $by) @include(if: $yes) } }',
      'requirements go in a circle over fields, and not over entities: { t { c2 } }',
      'requirements go in a circle over fields, and not over entities: { ts { x: a2 c2 a1: b1 b1: a1 } }',
      'requirements go in a circle over fields, and not over entities: query($x: Boolean!) { ts { c1 @include(if: $x) a2 @skip(if: $x) ... @include(if: $x) { b2 } } }',
    ],
  'A null that one subgraph gives takes the place of what another has given.': [
    'a root that one subgraph answers with null is null there, and what the others have is not lost: { shop { name city } }',
  ],
  'It never overrides by a label.': [
    'a field that is overridden by percent(100) is the new one: { t { f } }',
    'a field that is overridden by percent(100) is the new one: { t { g f } }',
  ],
  'It takes an alias for the field whose name it carries.': [
    'an alias may carry the name of another field, and of a key: { ps { id: code name } }',
    'an alias may carry the name of another field, and of a key: { ps { code: note label } }',
  ],
  'It puts the name of a type before the other fields of what the schema says of itself.': [
    'the names of types are told everywhere, under any name: { __schema { queryType { name __typename } } __type(name: "Org") { kind fields { name } } users { id } }',
  ],
  'It tells an error of an interface object at a field that the question has for other types.': [
    'an interface object fails at a field for those types alone that have it in the question: { nodes { more ... on User { x: more } } }',
    'an interface object fails at a field for those types alone that have it in the question: { nodes { less ... on Bot { more } } }',
  ],
  'It takes one field with two lists of arguments for one.': [
    'a required field has the arguments that are required, whatever the client gives: { p { inMany inEuro } }',
    'a required field has the arguments that are required, whatever the client gives: { p { price(unit: "USD", n: 9) inEuro list } }',
    'a required field has the arguments that are required, whatever the client gives: query($x: Boolean!) { p { ... on P { inMany @include(if: $x) } inEuro @skip(if: $x) } q: p { inMany list(first: 3) } }',
    'a required field has the arguments that are required, whatever the client gives: { ps { inMany id inEuro price(unit: "USD") } }',
    'a required field has the arguments that are required, whatever the client gives: query($u: String!) { p { inMany price(unit: $u) other: price(unit: "X") } }',
  ],
  'It cannot plan a question for the schema below the root.': [
    'the schema tells of itself wherever a field leads to the root again: { t { query { b __typename __type(name: "T") { name kind } } } }',
    'the schema tells of itself wherever a field leads to the root again: { ts { n query { id: __schema { queryType { n: name } } } } }',
    'the schema tells of itself wherever a field leads to the root again: query($representations: String!, $no: Boolean!) { __type(name: $representations) { name } t { twin { query { t: __type(name: $representations) @skip(if: $no) { kind } u: __type(name: "No") @skip(if: $no) { kind } ...Q } n } } ...Q } fragment Q on Query { s: __schema @include(if: $no) { mutationType { ...N } } n } fragment N on __Type { name }',
    'the schema tells of itself wherever a field leads to the root again: query($representations: String!, $no: Boolean!) { t { query { t: __type(name: $representations) @skip(if: $no) { kind } u: __type(name: "No") { kind } ...Q } } } fragment Q on Query { s: __schema @include(if: $no) { mutationType { name } } }',
    'the schema tells of itself wherever a field leads to the root again: { t { query { __schema { queryType { name } } ...Q } } } fragment Q on Query { __schema { queryType { kind name fields { name } } mutationType { name } } }',
    'the schema tells of itself wherever a field leads to the root again: mutation { do { n query { __type(name: "Query") { name } ... on Query { b } } } }',
    'the schema tells of itself wherever a field leads to the root again: { t { query { __schema { mutationType { name } } } } }',
  ],
  'It takes a list within a list that is required for null.': [
    'what is required may be null, a list of lists, or empty, and is told as it is: { boxes { said } }',
    'what is required may be null, a list of lists, or empty, and is told as it is: { boxes { tags grid { v } said dims { h } } }',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Why = keyof typeof WHYS;
const WRONG: Readonly<Record<EngineName, readonly Why[]>> = {
  apollo: Object.keys(WHYS) as readonly Why[],
  zellige: [],
};

/** The cases whose supergraph an engine does not serve: Apollo's knows no arguments from context. */
const REFUSED: Readonly<Record<EngineName, readonly Case[]>> = {
  apollo: [...CONTEXT, ...CONTEXT_COMBINED],
  zellige: [],
};
export const refuses = (engine: EngineName, each: Case): boolean => REFUSED[engine].includes(each);

/** The questions that an engine answers otherwise, by case and question. A difference that is gone is no longer listed: its test says so. */
export const differencesOf = (engine: EngineName): readonly string[] =>
  WRONG[engine].flatMap((why): readonly string[] => WHYS[why]);

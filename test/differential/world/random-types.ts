import type { Chance } from '../../oracle/chance.ts';
import {
  type Abstract,
  type Interface,
  type Key,
  named,
  type ObjectType,
  type Ref,
} from './model.ts';

export const LEAVES = ['String', 'Int', 'Float', 'Boolean', 'ID', 'Colour', 'Blob'] as const;
const ENTITIES = ['Mine', 'Port', 'Firm', 'Road', 'Yard'];
const VALUES = ['Span', 'Spot', 'Mark'];
const SUBGRAPHS = ['amber', 'basalt', 'copper', 'dolomite', 'emerald'];

/** The types of a world and where each stands, before they have fields. */
export type Bones = {
  readonly subgraphs: readonly string[];
  readonly entities: readonly Omit<ObjectType, 'fields'>[];
  readonly values: readonly string[];
  readonly abstracts: readonly Abstract[];
};

/** What came later is drawn by a chance of its own, so that the worlds without it stay as they were. */
export function randomBones(chance: Chance, later: Chance): Bones {
  const subgraphs = SUBGRAPHS.slice(0, 2 + chance.below(4));
  const values = VALUES.slice(0, 1 + chance.below(3));
  const names = ENTITIES.slice(0, 2 + chance.below(4));
  const objects = chance.happens(0.35) ? { home: chance.oneOf(subgraphs), at: 'onyx' } : undefined;
  const sites = chance.shuffled(names).slice(0, 1 + chance.below(names.length));
  const site: Interface = {
    ...{ kind: 'interface', name: 'Site', members: sites },
    membersIn: membersIn(chance, subgraphs, sites, objects?.home),
    fields: [{ name: 'id', type: named('ID', true) }, ...promised(chance)],
    ...(objects && { objects }),
  };
  const interfaces = withInterfaceAbove(later, site, names);
  const abstracts: readonly Abstract[] = [
    ...interfaces,
    ...valueInterface(chance, subgraphs, values),
    ...unions(chance, subgraphs, [...names, ...values]),
  ];
  const promising = [...new Set(interfaces.flatMap(({ members }) => members))];
  const bound = { sites: promising, ...(objects && { home: objects.home }) };
  const entities = names.map((name) => entity(chance, { name, subgraphs, ...bound }));
  return { subgraphs: objects ? [...subgraphs, 'onyx'] : subgraphs, entities, values, abstracts };
}

/** Subgraphs may know different members of one type. */
function membersIn(
  chance: Chance,
  subgraphs: readonly string[],
  members: readonly string[],
  home?: string,
): Abstract['membersIn'] {
  const some = () => chance.shuffled(members).slice(0, 1 + chance.below(members.length));
  return Object.fromEntries(
    subgraphs.map((each) => [each, each === home || chance.happens(0.6) ? members : some()]),
  );
}

const promised = (chance: Chance) =>
  [
    { name: 'label', type: randomRef(chance, 'String') },
    { name: 'rank', type: randomRef(chance, 'Int') },
  ].filter(() => chance.happens(0.7));

/** Another interface of all sites, perhaps, which Site itself may implement: it promises less, and may have more members. */
function withInterfaceAbove(
  chance: Chance,
  site: Interface,
  names: readonly string[],
): readonly Interface[] {
  if (chance.happens(0.5)) return [site];
  const others = chance.someOf(
    names.filter((each) => !site.members.includes(each)),
    2,
  );
  const fields = site.fields.filter(({ name }) => name === 'id' || chance.happens(0.7));
  const place: Interface = {
    ...{ kind: 'interface', name: 'Place', members: [...site.members, ...others] },
    membersIn: Object.fromEntries(
      Object.entries(site.membersIn).map(([subgraph, members]) => [
        subgraph,
        [...members, ...chance.someOf(others, 2)],
      ]),
    ),
    fields: fields.map((each) =>
      each.name === 'id' || chance.happens(0.5)
        ? each
        : { ...each, type: { ...each.type, isNonNull: false } },
    ),
  };
  return [chance.happens(0.6) ? { ...site, above: place.name } : site, place];
}

function valueInterface(chance: Chance, subgraphs: readonly string[], values: readonly string[]) {
  if (chance.happens(0.4)) return [];
  const fields = [{ name: 'size', type: randomRef(chance, 'Int') }];
  const members = membersIn(chance, subgraphs, values);
  return [
    { kind: 'interface', name: 'Shape', members: values, membersIn: members, fields } as const,
  ];
}

function unions(chance: Chance, subgraphs: readonly string[], names: readonly string[]) {
  return ['Either', 'Other'].slice(0, chance.below(3)).map((name) => {
    const members = chance.shuffled(names).slice(0, 1 + chance.below(3));
    return {
      kind: 'union',
      name,
      members,
      membersIn: membersIn(chance, subgraphs, members),
    } as const;
  });
}

type EntityBound = {
  readonly name: string;
  readonly subgraphs: readonly string[];
  readonly sites: readonly string[];
  readonly home?: string;
};
const MORE_KEYS: readonly Key[] = ['code', 'zone no', 'ref { n m }'];

/** One subgraph knows an entity by all its keys, so that whoever knows one can be told the others. */
function entity(chance: Chance, { name, subgraphs, sites, home }: EntityBound) {
  const keys: readonly Key[] = ['id', ...chance.someOf(MORE_KEYS, 2)];
  const places = chance.shuffled(subgraphs).slice(0, 1 + chance.below(subgraphs.length));
  const isSite = sites.includes(name);
  const first = isSite && home ? home : (places[0] ?? '');
  const some = (): readonly Key[] => {
    const chosen = chance.shuffled(keys).slice(0, 1 + chance.below(2));
    return isSite && !chosen.includes('id') ? ['id', ...chosen] : chosen;
  };
  const others = places.filter((each) => each !== first).map((each) => [each, some()] as const);
  const stubsIn = subgraphs.filter(
    (each) => each !== first && !places.includes(each) && chance.happens(0.5),
  );
  const keysIn = Object.fromEntries([[first, keys], ...others]);
  return { kind: 'entity', name, keys, keysIn, stubsIn } as const;
}

/** The type itself or lists of it, with some places that are never null. */
export function randomRef(chance: Chance, name: string, lists = 0.3): Ref {
  const isNonNull = chance.happens(0.35);
  if (!chance.happens(lists)) return { name, isNonNull };
  return { of: randomRef(chance, name, lists * 0.6), isNonNull };
}

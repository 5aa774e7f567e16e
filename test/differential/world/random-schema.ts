import { type Chance, chanceOf } from '../../oracle/chance.ts';
import { type Field, named, type ObjectType, type Ref, type Schema } from './model.ts';
import {
  entityFields,
  plainField,
  randomArguments,
  randomTarget,
  valueFields,
} from './random-fields.ts';
import { withSelections } from './random-selections.ts';
import { type Bones, randomBones, randomRef } from './random-types.ts';

/** A whole schema and its split over subgraphs, decided by the seed alone. */
export function randomSchema(seed: string): Schema {
  const chance = chanceOf(seed);
  const later = chanceOf(`later ${seed}`);
  const bones = randomBones(chance, later);
  const values = bones.values.map((name, place) => value(name, valueFields(chance, bones, place)));
  const entities = bones.entities.map((each) => ({
    ...each,
    fields: entityFields(chance, bones, each),
  }));
  const roots = [queryType(chance, bones), ...mutationType(chance, bones)];
  const objects = [...roots, value('Ref', REF_FIELDS), ...values, ...entities];
  return withSelections(chance, {
    subgraphs: bones.subgraphs,
    abstracts: bones.abstracts,
    objects,
    hidesColour: later.happens(0.3),
  });
}

const REF_FIELDS = [
  plainField('n', named('Int', true), []),
  plainField('m', named('String', true), []),
];

const typeWith = (
  kind: ObjectType['kind'],
  name: string,
  fields: readonly Field[],
): ObjectType => ({
  ...{ kind, name, fields },
  ...{ keys: [], keysIn: {}, stubsIn: [] },
});
const value = (name: string, fields: readonly Field[]) => typeWith('value', name, fields);

/** A few ways in for each subgraph, and one to each entity, abstract type and interface object. */
function queryType(chance: Chance, bones: Bones): ObjectType {
  const everybody = bones.subgraphs.filter((each) => each !== 'onyx');
  const site = bones.abstracts.find(({ name }) => name === 'Site');
  const objects = site?.kind === 'interface' ? site.objects : undefined;
  const fields = [
    ...bones.entities.map(({ name, keysIn }) =>
      rootField(chance, `all${name}`, { of: named(name, chance.happens(0.3)), isNonNull: true }, [
        chance.oneOf(Object.keys(keysIn)),
      ]),
    ),
    ...bones.abstracts.map(({ name }) =>
      rootField(chance, `any${name}`, randomRef(chance, name, 0.7), [chance.oneOf(everybody)]),
    ),
    ...everybody.map((subgraph, place) => {
      const owners = chance.happens(0.15)
        ? [...new Set([subgraph, chance.oneOf(everybody)])]
        : [subgraph];
      const target = randomTarget(chance, bones, owners.length === 1);
      return rootField(chance, `root${place}`, randomRef(chance, target, 0.5), owners);
    }),
    ...(objects
      ? [rootField(chance, 'objects', { of: named('Site'), isNonNull: false }, [objects.at])]
      : []),
  ];
  return typeWith('root', 'Query', fields);
}

function mutationType(chance: Chance, bones: Bones): readonly ObjectType[] {
  if (chance.happens(0.3)) return [];
  const everybody = bones.subgraphs.filter((each) => each !== 'onyx');
  const fields = ['first', 'second', 'third', 'fourth'].map((name) => {
    const target = chance.happens(0.5) ? 'Int' : chance.oneOf(bones.entities).name;
    return rootField(chance, name, { name: target, isNonNull: chance.happens(0.1) }, [
      chance.oneOf(everybody),
    ]);
  });
  return [typeWith('root', 'Mutation', fields)];
}

function rootField(chance: Chance, name: string, type: Ref, owners: readonly string[]): Field {
  const args = chance.happens(0.3) ? randomArguments(chance) : [];
  return { ...plainField(name, type, owners), args };
}

import type { Fault, Json } from '../fault.ts';
import { bends, bendsObjects, isObject, texts } from './deeds.ts';

/** The SDL and the introspection are other than the contract's. */
const sdl = (other: (text: string) => string) =>
  bendsObjects((object) =>
    'sdl' in object ? { ...object, sdl: texts(other)(object.sdl ?? null) } : object,
  );

type Field = { readonly name?: Json; readonly type?: Json };
/** In introspection, the fields of the type of that name. */
const fieldsOf = (type: string, other: (fields: readonly Field[]) => readonly Field[]) =>
  bendsObjects((object) =>
    object.name === type && Array.isArray(object.fields)
      ? { ...object, fields: other(object.fields.filter(isObject)) as readonly Json[] }
      : object,
  );

const NON_NULL_TEXT = {
  kind: 'NON_NULL',
  name: null,
  ofType: { kind: 'SCALAR', name: 'String', ofType: null },
};
const INT = { kind: 'SCALAR', name: 'Int', ofType: null };
const named = (name: string, other: (field: Field) => Field) => (fields: readonly Field[]) =>
  fields.map((each) => (each.name === name ? other(each) : each));

export const SCHEMA_FAULTS: readonly Fault[] = [
  [
    'has a code in small letters',
    bendsObjects((object) => ('contractVersion' in object ? { ...object, code: 'cd' } : object)),
    'CODE_GRAMMAR',
  ],
  [
    'serves a contract of another major version',
    bendsObjects((object) =>
      'contractVersion' in object ? { ...object, contractVersion: '2.0' } : object,
    ),
    'CONTRACT_VERSION',
  ],
  [
    'offers a module of its own',
    bendsObjects((object) =>
      'contractVersion' in object
        ? { ...object, modules: ['MINERALS', 'POLICIES', 'EVENTS', 'WATER'] }
        : object,
    ),
    'MODULES_KNOWN',
  ],
  [
    'answers no introspection',
    bends((answer) =>
      JSON.stringify(answer).includes('"__schema"')
        ? { errors: [{ message: 'Introspection is off.' }] }
        : answer,
    ),
    'INTROSPECTION_ANSWERED',
  ],
  ['gives no SDL', sdl(() => ''), 'SDL_ANSWERED'],
  [
    'lacks a field',
    fieldsOf('Site', (fields) => fields.filter(({ name }) => name !== 'adm1')),
    'FIELDS_SERVED',
  ],
  [
    'serves a field under another type',
    fieldsOf(
      'Site',
      named('adm1', (each) => ({ ...each, type: INT })),
    ),
    'FIELDS_OF_THEIR_TYPE',
  ],
  [
    'says that a field is never null',
    fieldsOf(
      'Site',
      named('adm1', (each) => ({ ...each, type: NON_NULL_TEXT })),
    ),
    'FIELDS_MAY_BE_NULL',
  ],
  [
    'lacks a field in its SDL',
    sdl((text) => text.replace(/ {2}"""[^"]*"""\n {2}adm1: String\n/, '')),
    'SDL_FIELDS_SERVED',
  ],
  [
    'lacks an order',
    bendsObjects((object) =>
      object.name === 'SiteOrderField' && Array.isArray(object.enumValues)
        ? { ...object, enumValues: object.enumValues.slice(1) }
        : object,
    ),
    'WORDS_SERVED',
  ],
  [
    'lacks a filter',
    bendsObjects((object) =>
      object.name === 'SiteFilter' && Array.isArray(object.inputFields)
        ? {
            ...object,
            inputFields: object.inputFields.filter(
              (each) => isObject(each) && each.name !== 'scales',
            ),
          }
        : object,
    ),
    'FILTERS_SERVED',
  ],
];

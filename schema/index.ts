export {
  argumentsOf,
  baseName,
  CONTRACT_VERSION,
  type Contract,
  fieldOf,
  fieldsOf,
  isList,
  isRequired,
  kindOfType,
  type MergeRule,
  type Module,
  marks,
  mergeOf,
  type Ownership,
  objectFields,
  ownershipOf,
  type Reference,
  readContract,
  referencesOf,
  sdlFile,
  type TypeKind,
  typesOf,
} from './contract.ts';
export { contractAsOf } from './contract-as-of.ts';
export {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  decimalOrderKey,
  greatestDecimal,
  isDecimal,
  leastDecimal,
  shiftDecimal,
} from './decimal.ts';
export {
  type Addition,
  additionsOf,
  type Candidate,
  candidatesIn,
  checkExtension,
  EXTENSION_LIMITS,
  EXTENSION_RULES,
  type ExtensionRule,
} from './extensions/index.ts';
export { deriveFaces, deriveMember, type FaceName, withContractValues } from './faces.ts';
export {
  type GlobalId,
  isState,
  type MemberCode,
  ownerOf,
  parseGlobalId,
  parseMemberCode,
} from './global-id.ts';
export { joinSdl } from './join-sdl.ts';
export {
  compareBytes,
  compareOrderKeys,
  type Direction,
  type NameParts,
  type OrderBy,
  type OrderField,
  type OrderKey,
  orderKeyCount,
  orderKeyOfName,
  orderKeyOfText,
  orderKeysOf,
  orderKeysOfQuantity,
} from './order-key.ts';
export {
  comparePositions,
  type Position,
  parsePosition,
  positionOf,
  writePosition,
} from './position.ts';
export { PAGE, REFUSALS, type RefusalCode } from './refusals.ts';
export { checkContract, type Finding, RULES, type Rule } from './rules/index.ts';
export { checkScalars, SCALARS } from './scalars.ts';
export { isOlder, majorOf, type Newer } from './since.ts';
export { convert, type Dimension, dimensionOf, inBaseUnit, UNITS, type Unit } from './units.ts';

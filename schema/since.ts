import { Kind, type TypeDefinitionNode } from 'graphql';

/** What came into the contract after a version, by schema coordinates: `Survey`, `Site.workers`, `Query.sites(near:)`, `Module.SURVEYS`. */
export type Newer = ReadonlySet<string>;

/** A contract's own memory of what each version lacks: asked for every member at every request. */
export function newerIn(
  types: readonly TypeDefinitionNode[],
): (version: string | null | undefined) => Newer {
  const since = types.flatMap(sinceIn);
  const kept = new Map<string, Newer>();
  return (version) => {
    if (since.length === 0 || version == null) return NOTHING;
    const known = kept.get(version);
    if (known) return known;
    const made = new Set(since.filter(([, came]) => isOlder(version, came)).map(([what]) => what));
    if (kept.size >= VERSIONS_KEPT) kept.clear(); // versions are what members say
    kept.set(version, made);
    return made;
  };
}

const NOTHING: Newer = new Set();
const VERSIONS_KEPT = 100;

/** Whether a version came before another: by their numbers, and of two that begin alike the shorter: 1.0, 1.0-skew.1, 1.1, 1.10. */
export function isOlder(version: string, than: string): boolean {
  const [own, other] = [numbersIn(version), numbersIn(than)];
  const place = other.findIndex((number, at) => own[at] !== number);
  return place >= 0 && (own[place] ?? -1) < (other[place] ?? -1);
}

/** Between versions of one major nothing is removed. */
export const majorOf = (version: string): string => version.split('.')[0] ?? '';

const numbersIn = (version: string): readonly number[] => (version.match(/\d+/g) ?? []).map(Number);

type Since = readonly [coordinate: string, version: string];
type Marked = { readonly directives?: TypeDefinitionNode['directives'] };

/** A type and all that is in it, each with the version in which it came, where one is said. */
function sinceIn(type: TypeDefinitionNode): readonly Since[] {
  const name = type.name.value;
  return [...came(name, type), ...partsOf(type).flatMap((each) => sinceOfPart(name, each))];
}

type Part = Marked & { readonly name: { readonly value: string }; readonly arguments?: Parts };
type Parts = readonly Part[] | undefined;

function partsOf(type: TypeDefinitionNode): readonly Part[] {
  if (type.kind === Kind.ENUM_TYPE_DEFINITION) return type.values ?? [];
  if (type.kind === Kind.OBJECT_TYPE_DEFINITION) return type.fields ?? [];
  return type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? (type.fields ?? []) : [];
}

function sinceOfPart(type: string, part: Part): readonly Since[] {
  const name = `${type}.${part.name.value}`;
  const given = part.arguments ?? [];
  return [
    ...came(name, part),
    ...given.flatMap((each) => came(`${name}(${each.name.value}:)`, each)),
  ];
}

function came(coordinate: string, { directives = [] }: Marked): readonly Since[] {
  const since = directives.find((each) => each.name.value === 'since');
  const version = since?.arguments?.[0]?.value;
  return version?.kind === Kind.STRING ? [[coordinate, version.value]] : [];
}

/** A subgraph may say any name; beyond so many all are forgotten, and made anew as they come. */
const NAMES_KEPT = 1_000;

/** What is made once of each name that objects say of their type. */
export function byTypename<Name, Made>(make: (typename: Name) => Made): (typename: Name) => Made {
  const known = new Map<Name, Made>();
  return (typename) => {
    const before = known.get(typename);
    if (before !== undefined) return before;
    if (known.size >= NAMES_KEPT) known.clear();
    const made = make(typename);
    known.set(typename, made);
    return made;
  };
}

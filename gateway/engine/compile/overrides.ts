import { type DocumentNode, Kind, visit } from 'graphql';

/** Which progressive overrides hold for one request: by the planner's labels, and as a part of a key. */
export type Overridden = {
  readonly key: string;
  readonly labels: ReadonlyMap<string, boolean>;
};

/**
 * Draws for each request which of a supergraph's progressive overrides hold (`@override(label: "percent(5)")`). A label of another form is
 * somebody else's to decide, and does not hold.
 */
export function openOverrides(
  supergraph: DocumentNode,
  random: () => number = Math.random,
): () => Overridden {
  const shares = [...labelsIn(supergraph)].flatMap((label) => {
    const [, percent] = /^percent\((\d{1,3}(?:\.\d{1,8})?)\)$/.exec(label) ?? [];
    return percent === undefined ? [] : [{ label, share: Number(percent) / 100 }];
  });
  if (shares.length === 0) return () => NONE;
  return () => {
    const labels = new Map(shares.map(({ label, share }) => [label, random() < share]));
    return { key: [...labels.values()].map(Number).join(''), labels };
  };
}

const NONE: Overridden = { key: '', labels: new Map() };

function labelsIn(supergraph: DocumentNode): ReadonlySet<string> {
  const labels = new Set<string>();
  visit(supergraph, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'join__field') return;
      for (const each of given)
        if (each.name.value === 'overrideLabel' && each.value.kind === Kind.STRING)
          labels.add(each.value.value);
    },
  });
  return labels;
}

import { type Contract, joinSdl } from '../../schema/index.ts';
import { type Composed, compose, logicalSubgraphs } from '../supergraph/index.ts';
import type { Draft } from './draft.ts';
import type { RegistryState } from './state.ts';

type Extensions = RegistryState['extensions'];
export type Composing = (extensions: Extensions) => Composed;

/** Composes with all extensions in one logical subgraph. It takes some hundred milliseconds, so the last two are kept: how it was, and how it would be. */
export function openComposing(contract: Contract): Composing {
  let kept: readonly (readonly [sdl: string, composed: Composed])[] = [];
  return (extensions) => {
    const sdl = joined(extensions);
    const known = kept.find(([each]) => each === sdl)?.[1];
    const composed = known ?? compose(logicalSubgraphs(contract, sdl));
    kept = [[sdl, composed] as const, ...kept.filter(([each]) => each !== sdl)].slice(0, 2);
    return composed;
  };
}

/** What would be published beyond the contract with this draft. */
export const withDraft = (
  extensions: Extensions,
  { member, content }: Pick<Draft, 'member' | 'content'>,
): Extensions => [
  ...extensions.filter((each) => each.member !== member),
  ...(content.extension === '' ? [] : [{ member, sdl: content.extension }]),
];

/** What members import is the same for all, for the rules of extensions let through nothing else. */
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';

const joined = (extensions: Extensions): string =>
  extensions.length === 0
    ? ''
    : joinSdl(
        LINK,
        [...extensions]
          .sort((a, b) => (a.member < b.member ? -1 : 1))
          .map(({ sdl }) => sdl)
          .join('\n\n'),
      );

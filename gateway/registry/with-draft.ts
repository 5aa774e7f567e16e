import type { Draft } from './draft.ts';
import type { RegistryState } from './state.ts';

type Extensions = RegistryState['extensions'];

/** What would be published beyond the contract with this draft. */
export const withDraft = (
  extensions: Extensions,
  { member, content }: Pick<Draft, 'member' | 'content'>,
): Extensions => [
  ...extensions.filter((each) => each.member !== member),
  ...(content.extension === '' ? [] : [{ member, sdl: content.extension }]),
];

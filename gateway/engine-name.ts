/** The engines that run a question's plan; the first is ours, the other Apollo's own gateway. */
export const ENGINE_NAMES = ['zellige', 'apollo'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** Chosen where nobody chooses. */
export const DEFAULT_ENGINE: EngineName = 'zellige';

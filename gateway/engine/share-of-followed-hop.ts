/** What a hop that another one follows may spend of the time that is left, so that a silent member cannot take the next one from the others. */
export const SHARE_OF_FOLLOWED_HOP = 0.6;

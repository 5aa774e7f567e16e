/** What a flapping member does to whoever asks it. */
export type Mood = 'HONEST' | 'HANGS' | 'HANGS_UP' | 'CUTS' | 'SAYS_503';

const FAULTS: readonly Mood[] = ['HANGS', 'HANGS_UP', 'CUTS', 'SAYS_503'];

/** How long a mood lasts: longer than a breaker is open at first, so that members are both spared and taken in again. */
export const MOOD_MS = 4_000;

/** Every second mood is honest, so that each member returns over and over, and in every fourth all are; the faults are the same on every run. */
export function moodAt(member: number, mood: number): Mood {
  if ((member + mood) % 2 === 0 || mood % 4 === 3) return 'HONEST';
  const mixed = Math.imul(member * 64 + mood + 1, 0x9e3779b1) >>> 0;
  return FAULTS[Math.floor((mixed / 2 ** 32) * FAULTS.length)] ?? 'HANGS';
}

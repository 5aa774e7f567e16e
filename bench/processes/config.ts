/** What a started program sees of the environment: where to find programs, and what it is given. Nothing else may sway a figure. */
export const environmentWith = (given: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  ...given,
});

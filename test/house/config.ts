/** The environment that a program of the house is started with, but for what a run of the tests was told. */
export const environment = (
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string | undefined>> => ({
  ...process.env,
  FULL: '',
  REQUIRE_ALL: '',
  ...more,
});

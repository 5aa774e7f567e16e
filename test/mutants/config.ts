/** What jest is started with: as it is here, but without the long versions. */
export function testEnvironment(): NodeJS.ProcessEnv {
  const { FULL: _, ...environment } = process.env;
  return { ...environment, NODE_OPTIONS: '--experimental-vm-modules', NODE_NO_WARNINGS: '1' };
}

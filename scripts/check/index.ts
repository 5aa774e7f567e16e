export { ALLOWED_LICENCES, type AllowedLicence } from './allowed-licences.ts';
export { staleSentences } from './generated.ts';
export { type InstalledPackage, installedPackages, licenceOffences } from './licences.ts';
export { type Check, runChecks } from './run-checks.ts';
export { faultsOfTool } from './run-tool.ts';

export { ALLOWED_LICENCES, type AllowedLicence } from './allowed-licences.ts';
export { type InstalledPackage, installedPackages, licenceOffences } from './licences.ts';

export { type OnStatement, placeOf } from './data-source.ts';
export { type DatabaseUrl, parseDatabaseUrl } from './database-url.ts';
export { type Opening, openRepository } from './open-repository.ts';

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Service = {
  readonly image?: string;
  readonly command?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
};
export type ComposeFile = {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
};

export const parseComposeFile = (): ComposeFile =>
  parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as ComposeFile;

/** The service of each member, by its code. */
export const membersIn = (file: ComposeFile): ReadonlyMap<string, Service> =>
  new Map(
    Object.values(file.services).flatMap((service) => {
      const code = /\bmember -- .*--code (\S+)/.exec(service.command ?? '')?.[1];
      return code === undefined ? [] : [[code, service]];
    }),
  );

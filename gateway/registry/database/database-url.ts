export type DatabaseUrl =
  | { readonly kind: 'sqlite'; readonly path: string }
  | {
      readonly kind: 'mysql';
      readonly host: string;
      readonly port: number;
      readonly username: string;
      readonly password: string;
      readonly database: string;
    };

/**
 * `sqlite:PATH` or `mysql://user:password@host:port/database`; undefined where it is neither. The settings are read before any database is
 * loaded, hence not through the door.
 * @public
 */
export function parseRegistryUrl(url: string): DatabaseUrl | undefined {
  if (/^sqlite:./.test(url)) return { kind: 'sqlite', path: url.slice('sqlite:'.length) };
  if (!url.startsWith('mysql://') || !URL.canParse(url)) return undefined;
  const { hostname, port, username, password, pathname } = new URL(url);
  const [host, database] = [hostname.replace(/^\[|\]$/g, ''), decoded(pathname.slice(1))];
  const [user, secret] = [decoded(username), decoded(password)];
  if (host === '' || !database || user === undefined || secret === undefined) return undefined;
  return {
    kind: 'mysql',
    host,
    port: Number(port || 3306),
    username: user,
    password: secret,
    database,
  };
}

/** Undefined where a % begins nothing. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

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

/** `sqlite:PATH`, `sqlite::memory:` or `mysql://user:password@host:port/database`. */
export function parseDatabaseUrl(url: string): DatabaseUrl {
  if (/^sqlite:./.test(url)) return { kind: 'sqlite', path: url.slice('sqlite:'.length) };
  const mysql = url.startsWith('mysql://') ? parseMysql(url) : undefined;
  if (mysql) return mysql;
  throw new Error(
    `Expected a database such as "sqlite:data/MA.db" or "mysql://user:password@host:3306/morocco", got one of ${JSON.stringify(kindOf(url))}.`,
  );
}

/** A URL may hold a password, so only its beginning is told. */
const kindOf = (url: string): string => url.split(':')[0] ?? '';

function parseMysql(text: string): DatabaseUrl | undefined {
  if (!URL.canParse(text)) return undefined;
  const { hostname, port, username, password, pathname } = new URL(text);
  const database = decoded(pathname.slice(1));
  const [user, secret] = [decoded(username), decoded(password)];
  if (hostname === '' || !database || user === undefined || secret === undefined) return undefined;
  return {
    kind: 'mysql',
    host: hostname.replace(/^\[|\]$/g, ''),
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

import { type SettingKey, settings } from '../../gateway/index.ts';
import { code, table } from '../contract-docs/index.ts';

const MEANS: Readonly<Record<SettingKey, string>> = {
  host: 'Address to listen on; `0.0.0.0` for all.',
  port: 'Port to listen on.',
  dataDir: "Folder of the cursors' key, and of the databases of `npm start`.",
  engine: 'What runs a plan: our own engine, or the gateway of Apollo.',
  members:
    'Whom to ask; in the environment `MA=https://…/graphql CD=…`. `npm start` brings its own.',
  deadlineMs:
    'Within this time every question is answered, without those who are late; a question may choose its own.',
  corsOrigins: 'Web pages that may ask from a browser.',
  trustedProxies: "Proxies whose word on the caller's address is taken.",
  costMax: 'What a question may [cost](cost.md).',
  workMsMax: "What a question may cost the gateway's own [processor](cost.md).",
  requestsPerMinuteMax: 'Requests to `/graphql` a minute from one client address.',
  rateLimitLoopback: 'Whether requests from this machine itself are counted, too.',
  metricsNetworks: 'Who may read `/metrics`.',
  allowPrivateMembers: 'Members may have http addresses and addresses of private networks.',
  registryDatabase:
    'Database of what members publish; several gateways may share one on a server. Without it, the file `registry.db` in the data folder.',
  cursorKey:
    'What seals cursors; the same for all gateways behind one address. Made, and kept in the data folder, where none is given.',
};

export const settingsTable = (): readonly string[] =>
  table(
    ['key in the file', 'in the environment', 'what it does', 'expects', 'without it'],
    settings().map(({ key, variable, expected, unset }) => [
      code(key),
      code(variable),
      MEANS[key],
      expected,
      shown(unset),
    ]),
  );

function shown(unset: unknown): string {
  if (unset === undefined) return 'made';
  if (!Array.isArray(unset)) return code(String(unset));
  return unset.length === 0 ? 'none' : unset.map((each) => code(String(each))).join(', ');
}

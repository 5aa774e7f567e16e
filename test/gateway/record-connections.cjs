// Preloaded into a process under test: writes down every address that it connects to or looks up, before anything is sent.
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

// biome-ignore lint/style/noProcessEnv: the test says there where to write.
const file = process.env.CONNECTIONS_FILE;
const record = (what) => appendFileSync(file, `${what}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  const [options] = Array.isArray(given[0]) ? given[0] : given;
  if (!options.path) record(`${options.host ?? 'localhost'}:${options.port}`); // a pipe never leaves the machine
  return connect.apply(this, given);
};

const { lookup } = dns;
dns.lookup = function (host, ...rest) {
  if (net.isIP(host) === 0) record(`lookup ${host}`);
  return lookup.call(this, host, ...rest);
};

// Other ways to ask for a name, each of which asks a server for it.
for (const asking of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const way of Object.keys(Object.getOwnPropertyDescriptors(asking))) {
    if (!/^(resolve|reverse|lookupService)/.test(way)) continue;
    const ask = asking[way];
    asking[way] = function (...given) {
      record(`${way} ${given[0]}`);
      return ask.apply(this, given);
    };
  }
const lookupPromised = dns.promises.lookup;
dns.promises.lookup = function (host, ...rest) {
  if (net.isIP(host) === 0) record(`lookup ${host}`);
  return lookupPromised.call(this, host, ...rest);
};

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...given) {
  record('datagram');
  return send.apply(this, given);
};

import { expect, test } from '@jest/globals';
import { serveStub } from './stub.ts';

const METRICS = { metrics: () => Promise.resolve('zellige_requests_total 1\n') };
const REFUSED =
  'The metrics are for who runs this gateway: ask from its own machine, or from a network that its setting metricsNetworks names.\n';

test('metrics are served as Prometheus reads them, and kept by nobody on the way', async () => {
  const { url, close } = await serveStub(METRICS);
  const answer = await fetch(`${url}/metrics`);
  expect([answer.status, await answer.text()]).toEqual([200, 'zellige_requests_total 1\n']);
  expect(['content-type', 'cache-control'].map((name) => answer.headers.get(name))).toEqual([
    'text/plain; version=0.0.4; charset=utf-8',
    'no-store',
  ]);
  await close();
});

test.each([
  { from: 'this machine', networks: ['127.0.0.0/8'], proxies: [], headers: {}, status: 200 },
  { from: 'its address', networks: ['127.0.0.1'], proxies: [], headers: {}, status: 200 },
  { from: 'elsewhere', networks: ['10.0.0.0/8', '::1'], proxies: [], headers: {}, status: 403 },
  { from: 'anywhere, to nobody', networks: [], proxies: [], headers: {}, status: 403 },
  {
    from: 'a network, through a proxy that is trusted',
    networks: ['10.1.0.0/16', '2001:db8::/32'],
    proxies: ['127.0.0.1'],
    headers: { 'x-forwarded-for': '10.1.2.3' },
    status: 200,
  },
  {
    from: 'a network of version 6, through a proxy that is trusted',
    networks: ['2001:db8::/32'],
    proxies: ['127.0.0.1'],
    headers: { 'x-forwarded-for': '2001:db8::7' },
    status: 200,
  },
  {
    from: 'outside, through a proxy that is trusted',
    networks: ['127.0.0.0/8'],
    proxies: ['127.0.0.1'],
    headers: { 'x-forwarded-for': '192.0.2.1' },
    status: 403,
  },
  {
    from: 'anywhere, through a proxy of this machine that is not trusted',
    networks: ['127.0.0.0/8'],
    proxies: [],
    headers: { 'x-forwarded-for': '127.0.0.1' },
    status: 403,
  },
  {
    from: 'what is no address, through a proxy that is trusted',
    networks: ['127.0.0.0/8'],
    proxies: ['127.0.0.1'],
    headers: { 'x-forwarded-for': 'localhost' },
    status: 403,
  },
])('who asks for metrics from $from gets $status', async (each) => {
  const listening = { metricsNetworks: each.networks, trustedProxies: each.proxies };
  const { url, close } = await serveStub(METRICS, listening);
  const answer = await fetch(`${url}/metrics`, { headers: { ...each.headers } });
  expect([answer.status, await answer.text()]).toEqual([
    each.status,
    each.status === 403 ? REFUSED : 'zellige_requests_total 1\n',
  ]);
  await close();
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Audited, AuditReport } from '../../../gateway/registry/index.ts';
import { codeOf, extensionOf, type GivenRegistry, givenRegistry, urlOf } from './given-registry.ts';
import { newFolder } from './new-folder.ts';

describe('of who publishes and what', () => {
  const folder = newFolder();
  let registry: GivenRegistry;
  let token = '';
  beforeAll(async () => {
    registry = await givenRegistry(folder, { allowsPrivate: false });
    token = await registry.tokenOf('MA');
  });
  afterAll(() => registry.close());

  const url = 'https://minerals.example/graphql';
  const row = (sdl: string) => ({
    url,
    extension: `type Site @key(fields: "id") { id: ID! ${sdl} }`,
  });

  test.each<[string, unknown, string]>([
    [
      'BAD_REQUEST',
      'MA',
      'Expected { "url": text, "modules": list of texts, "extension": text of SDL, "breaking": true or false }, all but the first optional; got another body.',
    ],
    [
      'BAD_REQUEST',
      { url, extensions: '' },
      'Expected { "url": text, "modules": list of texts, "extension": text of SDL, "breaking": true or false }, all but the first optional; got another body.',
    ],
    [
      'NOT_SDL',
      { url, extension: 'type {' },
      'line 1, column 6: Syntax Error: Expected Name, found "{". Correct the syntax.',
    ],
    [
      'URL_NOT_ALLOWED',
      { url: 'http://127.0.0.1:4001/graphql' },
      'Expected an https address outside private networks, without user name and password, got "http://127.0.0.1:4001/graphql".',
    ],
    [
      'URL_NOT_ALLOWED',
      { url: 'https://ma:secret@minerals.example/' },
      'Expected an https address outside private networks, without user name and password, got "https://***@minerals.example/".',
    ],
    [
      'MODULE_UNKNOWN',
      { url, modules: ['MINERALS', 'GOLD'] },
      'Expected modules of the contract, MINERALS, POLICIES, EVENTS, got "GOLD".',
    ],
    [
      'OVERRIDES_FIELD',
      row('"It." ma_x: Int @override(from: "national")'),
      'Site.ma_x: Leave @override out, and give a field of your own: it would take the field away from every other member.',
    ],
    [
      'FIELD_NOT_PREFIXED',
      row('"It." cd_x: Int'),
      "Site.cd_x: Begin the name with your code in small letters and an underscore: `ma_phosphateGrade` is Morocco's.",
    ],
  ])('%s', async (code, body, says) => {
    const published = await registry.publish({ member: 'MA', token, body });
    expect(published).toMatchObject({ kind: 'refused', refusal: { code, says } });
  });

  test('all that the rules of extensions find is told, the first as the reason', async () => {
    const { extension } = row('"It." cd_x: Int! ma_y: Int');
    const published = await registry.publish({ member: 'MA', token, body: { url, extension } });
    expect(published).toMatchObject({
      refusal: {
        code: 'FIELD_NOT_PREFIXED',
        status: 422,
        findings: [
          { code: 'FIELD_NOT_PREFIXED', place: 'Site.cd_x' },
          { code: 'FIELD_REQUIRED', place: 'Site.cd_x' },
          { code: 'DESCRIPTION_MISSING', place: 'Site.ma_y' },
        ],
      },
    });
  });

  test('what is refused leaves nothing behind but the try', () => {
    expect([registry.state().number, registry.served]).toEqual([0, []]);
  });
});

describe('of audits', () => {
  const report = (
    claims: AuditReport['claims'] = [],
    more: Partial<AuditReport> = {},
  ): Audited => ({
    kind: 'verified',
    report: {
      ...{ member: 'MA', url: urlOf('MA'), contractVersion: '1.0' },
      modules: ['MINERALS', 'EVENTS'],
      claims,
      ...more,
    },
  });
  const claim = (level: 'MUST' | 'SHOULD', outcome: 'KEPT' | 'BROKEN') => ({
    ...{ id: `${level}_${outcome}`, level, outcome },
    ...{ saw: 'Sites came unsorted.', remedy: 'Sort them by their order keys.' },
  });

  async function publishedAfter(audited: Audited, body: Readonly<Record<string, unknown>> = {}) {
    const registry = await givenRegistry(newFolder(), {
      audit: () => Promise.resolve(audited),
    });
    const published = await registry.publishes('MA', body);
    await registry.close();
    return published;
  }

  test.each<[string, Audited, Readonly<Record<string, unknown>>]>([
    ['published', report(), {}],
    ['published', report([claim('MUST', 'KEPT'), claim('SHOULD', 'BROKEN')]), {}],
    ['AUDIT_BROKEN', report([claim('SHOULD', 'BROKEN'), claim('MUST', 'BROKEN')]), {}],
    ['MEMBER_SILENT', { kind: 'unreachable', says: 'Nobody listens there.' }, {}],
    ['NOT_THAT_MEMBER', report([], { member: 'CD' }), {}],
    ['CONTRACT_VERSION', report([], { contractVersion: '2.0' }), {}],
    ['published', report([], { contractVersion: '1.7' }), {}],
    ['MODULE_NOT_SERVED', report(), { modules: ['POLICIES'] }],
  ])('%s', async (code, audited, body) => {
    expect(codeOf(await publishedAfter(audited, body))).toBe(code);
  });

  test('a broken claim is told with what was seen and what to do', async () => {
    expect(await publishedAfter(report([claim('MUST', 'BROKEN')]))).toMatchObject({
      refusal: {
        says: 'The member breaks MUST_BROKEN (broken claims: 1): Sites came unsorted. Sort them by their order keys.',
      },
    });
  });

  test('what the member says of itself is published with the report', async () => {
    const audited = report([claim('MUST', 'KEPT')], { contractVersion: '1.7' });
    expect(await publishedAfter(audited)).toMatchObject({
      publication: {
        modules: ['MINERALS', 'EVENTS'],
        contractVersion: '1.7',
        audits: { claims: [{ id: 'MUST_KEPT' }] },
      },
    });
  });

  test('all is audited when a member joins, moves or offers another module; else what an extension can change', async () => {
    const dues: string[] = [];
    const registry = await givenRegistry(newFolder(), {
      audit: ({ due }) => {
        dues.push(due);
        return Promise.resolve(report());
      },
    });
    const url = 'http://127.0.0.1:9/moved';
    await registry.publishes('MA');
    await registry.publishes('MA', { extension: extensionOf('MA') });
    await registry.publishes('MA', { url });
    await registry.publishes('MA', { url, modules: ['MINERALS'] });
    await registry.publishes('MA', { url, modules: ['MINERALS'] });
    await registry.withdraw({ member: 'MA', token: registry.operator, body: {} });
    await registry.publishes('MA', { url, modules: ['MINERALS'] });
    expect(dues).toEqual(['JOIN', 'PUBLISH', 'JOIN', 'JOIN', 'PUBLISH', 'JOIN']);
    await registry.close();
  });

  test('all is audited too where the member says of itself what it did not say before', async () => {
    const dues: string[] = [];
    let says = report();
    const registry = await givenRegistry(newFolder(), {
      audit: ({ due }) => {
        dues.push(due);
        return Promise.resolve(says);
      },
    });
    const duesOf = async (said: Audited, body = {}) => {
      says = said;
      dues.length = 0;
      await registry.publishes('MA', body);
      return [...dues];
    };
    expect(await duesOf(report())).toEqual(['JOIN']);
    expect(await duesOf(report())).toEqual(['PUBLISH']);
    expect(await duesOf(report([], { modules: ['MINERALS'] }))).toEqual(['PUBLISH', 'JOIN']);
    expect(await duesOf(report([], { modules: ['MINERALS'] }))).toEqual(['PUBLISH']);
    const newer = { modules: ['MINERALS'], contractVersion: '1.7' };
    expect(await duesOf(report([], newer))).toEqual(['PUBLISH', 'JOIN']);
    expect(await duesOf(report([], newer))).toEqual(['PUBLISH']);
    await registry.close();
  });
});

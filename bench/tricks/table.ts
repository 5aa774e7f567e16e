import type { Trick } from './trick.ts';

const SHOP = { on: 'shop', isAskedAlone: true } as const;
const CROWD = { on: 'shop', isAskedAlone: false } as const;
const LARGE = { on: 'large', isAskedAlone: true } as const;
const SHIPMENTS = { on: 'shipments', isAskedAlone: true } as const;
const MEMBERS_CROWD = { on: 'members', isAskedAlone: false } as const;
const MEMBERS = { on: 'members', isAskedAlone: true } as const;
const TRANSPORT = 'gateway/engine/transport/open-transport.ts';
const ASKS = 'gateway/engine/execute/entity-asks.ts';

export const TRICKS: readonly Trick[] = [
  {
    ...CROWD,
    name: 'a crowd that asks the same is one question',
    file: 'gateway/engine/sharing.ts',
    find: 'key.length > limits.sharedCharactersMax',
    replace: 'key.length > 0',
  },
  {
    ...SHOP,
    name: 'a question goes past Apollo Server',
    file: 'gateway/serve/start-serve.ts',
    find: 'pipeline: options.engine',
    replace: "pipeline: 'apollo' as const",
  },
  {
    ...SHOP,
    name: 'work begins in turns',
    file: 'gateway/engine/transport/turns.ts',
    find: 'if (!isFree()) return',
    replace: 'if (!isFree) return',
  },
  {
    ...SHOP,
    name: 'a document is read once',
    file: 'gateway/server/pipeline/documents.ts',
    find: 'if (known) return known;',
    replace: '',
  },
  {
    ...SHOP,
    name: 'an operation is planned and compiled once',
    file: 'gateway/engine/zellige.ts',
    find: 'if (known) return { program: known, isKept: true };',
    replace: '',
  },
  {
    ...SHOP,
    name: 'twins among entities become one object',
    file: 'gateway/engine/execute/gather.ts',
    find: 'if (twin && represent.isBare(twin) && represent.isBare(object)) return twin;',
    replace: '',
  },
  {
    ...SHOP,
    name: 'an object in many places is written once',
    file: 'gateway/engine/shape/write.ts',
    find: 'writing.shares ? writeOnce(shape, value, writing) : writeObject(shape, value, writing)',
    replace: 'writeObject(shape, value, writing)',
  },
  {
    ...SHOP,
    name: 'fetches of one turn that ask the same are one',
    file: ASKS,
    find: 'if (!batch) return',
    replace: 'if (!batch || batch) return',
  },
  {
    ...SHIPMENTS,
    name: 'what one subgraph is asked in one turn is one request',
    file: 'gateway/engine/joining.ts',
    find: '!isOfEntities(ask) || !mayJoin(service)',
    replace: '!isOfEntities(ask) || mayJoin(service)',
  },
  {
    ...SHOP,
    name: 'an entity is asked once in a question',
    file: ASKS,
    find: 'if (isReading && isLasting(answer)) remember',
    replace: 'if (isReading && !isReading) remember',
  },
  {
    ...SHOP,
    name: "a subgraph's answer is read without a stream",
    file: 'gateway/engine/transport/open-exchange.ts',
    find: 'pool.dispatch(',
    replace: `const asked = { path, method: 'POST', headers, body } as const;
    pool.request(asked).then(
      async (answered) => resolve({ kind: 'replied', status: answered.statusCode, text: await answered.body.text() }),
    );
    if (!reading) pool.dispatch(`,
  },
  {
    ...SHOP,
    name: "a plan's texts are written as JSON once",
    file: 'gateway/engine/transport/prepared-text.ts',
    find: 'const { head, isMutation } = heads(query);',
    replace: 'const { head, isMutation } = headOf(query);',
  },
  {
    ...SHOP,
    name: 'representations are sent as the text that tells them apart',
    file: TRANSPORT,
    find: 'request.variablesText ?? JSON.stringify(request.variables)',
    replace: 'JSON.stringify(request.variables)',
  },
  {
    ...SHOP,
    name: 'texts without anything to escape are not escaped',
    file: 'gateway/engine/shape/json-text.ts',
    find: 'NEEDS_ESCAPE.test(text) ?',
    replace: 'NEEDS_ESCAPE ?',
  },
  {
    ...LARGE,
    name: 'values that only the answer wants are passed on as they came',
    file: 'gateway/engine/compile/compile-plan.ts',
    find: 'const leftAlone = parts.leftAlone.get(node);',
    replace: 'const leftAlone = undefined;',
  },
  {
    ...LARGE,
    name: 'what is a tree is not looked at as a graph',
    file: 'gateway/engine/compile/compile-program.ts',
    find: 'shares: false',
    replace: 'shares: true',
  },
  {
    ...MEMBERS_CROWD,
    name: 'a question that is asked again is judged once',
    file: 'gateway/judging.ts',
    find: 'if (known && isTheSame(known, asked)) return known.judgement;',
    replace: '',
  },
  {
    ...MEMBERS,
    name: 'a page is read where it lies in its bytes',
    file: 'gateway/members/read/reader.ts',
    find: 'if (asksEntities || root.fields.length === 0) return undefined;',
    replace: 'if (root) return undefined;',
  },
  {
    ...MEMBERS,
    name: "a member's answer is read without a stream",
    file: 'gateway/members/ask/exchange.ts',
    find: 'client.dispatch(question, reading(exchanging, resolve, reject));',
    replace: `const handler = reading(exchanging, resolve, reject);
    client.request(question).then(async ({ statusCode, headers, body: stream }) => {
      handler.onResponseStart(undefined, statusCode, headers);
      for await (const chunk of stream) handler.onResponseData(undefined, chunk);
      handler.onResponseEnd();
    }, reject);`,
  },
];

import { expect, test } from '@jest/globals';
import { TooLong, writeAnswer, writeData } from '../../../../gateway/engine/shape/index.ts';
import { shapeOf } from './shape-of.ts';
import { SCHEMA } from './written.ts';

const OPTIONS = { shares: false, charactersMax: 100_000_000 };
const PORTS = Array.from({ length: 40 }, (_, place) => ({ id: `${place}`, draught: place }));
const mine = (ports: unknown) => ({ id: 'm', name: 'a'.repeat(30), depth: 7, ports });
const QUERY = '{ mines { name ports { draught id } name } mine { depth ports { id } } }';

test.each<[string, object]>([
  ['nothing is wrong', { mines: [mine(PORTS), mine(PORTS)], mine: mine(PORTS) }],
  ['lists are empty or null', { mines: [mine([]), null, mine(null)], mine: null }],
  ['an item may not be null', { mines: [mine([...PORTS, null])], mine: mine([null]) }],
  ['a field may not be null', { mines: [], mine: { ...mine(PORTS), depth: null } }],
  ['a leaf is of a wrong type', { mines: [mine([{ id: 'p', draught: 'deep' }, ...PORTS])] }],
  ['a list is none', { mines: mine(PORTS), mine: mine({}) }],
])(
  'a text that is written in parts is the same as at once, and so are its faults, where %s',
  async (_, data) => {
    const shape = shapeOf(SCHEMA, { query: QUERY });
    const whole = writeData(shape, data, OPTIONS);
    for (const atOnce of [8, 60, 600]) {
      const { json, faults } = await writeAnswer(shape, data, OPTIONS, atOnce);
      expect({ json: json.toString(), faults }).toEqual(whole);
    }
  },
);

test('a text in parts has its bound, and others have their turn between the parts', async () => {
  const shape = shapeOf(SCHEMA, { query: QUERY });
  const data = { mines: [mine(PORTS)], mine: null };
  const { length } = writeData(shape, data, OPTIONS).json;
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  const most = (charactersMax: number) =>
    writeAnswer(shape, data, { ...OPTIONS, charactersMax }, 50);
  expect(await most(length)).toMatchObject({ faults: [] });
  await expect(async () => await most(length - 1)).rejects.toThrow(TooLong);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(0);
});

test('what is wrong is told as often when an attempt that was too long has told of it all before', async () => {
  const shape = shapeOf(SCHEMA, { query: '{ mines { depth } }' });
  const data = { mines: Array(30_000).fill({}) };
  const { json, faults } = await writeAnswer(shape, data, { ...OPTIONS, shares: true });
  expect(String(json)).toBe(`{"mines":[${'null,'.repeat(29_999)}null]}`);
  expect([faults.length, faults[0]?.path]).toEqual([10_000, ['mines', 0, 'depth']]);
});

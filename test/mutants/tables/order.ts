import type { Mutant } from '../mutant.ts';

const ORDER_KEY = 'schema/order-key.ts';
const POSITION = 'schema/position.ts';
const DECIMAL = 'schema/decimal.ts';
const ORDER_KEY_TEST = ['test/schema/order-key.test.ts'];
const POSITION_TEST = ['test/schema/position.test.ts'];
const DECIMAL_TEST = ['test/schema/decimal.test.ts'];

/** Faults of comparing: one of these alone loses rows of a merge without an error. */
export const ORDER = [
  {
    name: 'nothing comes first',
    file: ORDER_KEY,
    find: 'if (a === null || b === null) return Number(a === null) - Number(b === null);',
    replace: 'if (a === null || b === null) return Number(b === null) - Number(a === null);',
    caughtBy: ORDER_KEY_TEST,
  },
  {
    name: 'a descending order is an ascending one',
    file: ORDER_KEY,
    find: "return direction === 'DESC' ? -order : order;",
    replace: 'return order;',
    caughtBy: ORDER_KEY_TEST,
  },
  {
    name: 'text is compared by UTF-16 units',
    file: ORDER_KEY,
    find: '(unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)',
    replace: 'unit',
    caughtBy: ORDER_KEY_TEST,
  },
  {
    name: 'a text and one that it begins are equal',
    file: ORDER_KEY,
    find: 'return a.length - b.length;',
    replace: 'return 0;',
    caughtBy: ORDER_KEY_TEST,
  },
  {
    name: 'capitals keep their place in the order',
    file: ORDER_KEY,
    find: '.replace(/[A-Z]/g, (letter) => letter.toLowerCase())',
    replace: '',
    caughtBy: ORDER_KEY_TEST,
  },
  {
    name: 'marks are not dropped from names',
    file: ORDER_KEY,
    find: ".replace(/[\\u0300-\\u036f]/g, '')",
    replace: '',
    caughtBy: ORDER_KEY_TEST,
  },
  {
    name: 'quantities are compared in the unit they came in',
    file: ORDER_KEY,
    find: '{ n: inBaseUnit(quantity.value, unit) }',
    replace: '{ n: quantity.value }',
    caughtBy: ORDER_KEY_TEST,
  },
  {
    name: 'ties are not broken by id',
    file: POSITION,
    find: 'return compareBytes(a.id, b.id);',
    replace: 'return 0;',
    caughtBy: POSITION_TEST,
  },
  {
    name: 'ids fall as the first key does',
    file: POSITION,
    find: 'return compareBytes(a.id, b.id);',
    replace:
      "return directions[0] === 'DESC' ? compareBytes(b.id, a.id) : compareBytes(a.id, b.id);",
    caughtBy: POSITION_TEST,
  },
  {
    name: 'only the first key counts',
    file: POSITION,
    find: 'if (order !== 0) return order;',
    replace: 'if (order !== 0 || place === 0) return order;',
    caughtBy: POSITION_TEST,
  },
  {
    name: 'a position with too few keys is taken',
    file: POSITION,
    find: 'keys.length === keyCount(orderBy) && ',
    replace: '',
    caughtBy: POSITION_TEST,
  },
  {
    name: 'half a character is taken as a key',
    file: POSITION,
    find: "if (typeof value === 'string') return hasBytes(value);",
    replace: "if (typeof value === 'string') return true;",
    caughtBy: POSITION_TEST,
  },
  {
    name: 'decimals are added as numbers',
    file: DECIMAL,
    find: 'return write({ digits: left + right, scale });',
    replace: 'return String(Number(a) + Number(b));',
    caughtBy: DECIMAL_TEST,
  },
  {
    name: 'decimals are compared without their points in line',
    file: DECIMAL,
    find: 'digits * 10n ** BigInt(scale - own);',
    replace: 'digits + 0n * BigInt(scale - own);',
    caughtBy: DECIMAL_TEST,
  },
  {
    name: 'the least of two decimals is the greatest',
    file: DECIMAL,
    find: 'return compareDecimals(a, b) <= 0 ? a : b;',
    replace: 'return compareDecimals(a, b) >= 0 ? a : b;',
    caughtBy: ['test/gateway/members/merge/parts.test.ts'],
  },
  {
    name: 'zeros at the end of a decimal stay',
    file: DECIMAL,
    find: "while (digits.charAt(end - 1) === '0') end -= 1;",
    replace: '',
    caughtBy: DECIMAL_TEST,
  },
] as const satisfies readonly Mutant[];

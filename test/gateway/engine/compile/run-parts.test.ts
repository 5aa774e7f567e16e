import { expect, test } from '@jest/globals';
import { runParts } from '../../../../gateway/engine/compile/run-parts.ts';
import type { Step, SubgraphError } from '../../../../gateway/engine/execute/index.ts';
import { runOf, TYPES } from '../execute/run-of.ts';

/** A step that gives data, and errors at these places. */
const giving =
  (data: object, ...paths: readonly string[]): Step =>
  (run) => {
    Object.assign(run.data, data);
    run.errors.push(
      ...paths.map((path): SubgraphError => ({ message: 'Oh.', path: path.split('.') })),
    );
    return undefined;
  };
const ran = (...steps: readonly Step[]) => runParts(steps, () => runOf(), TYPES);

test('each part has data of its own, and what comes is one answer', async () => {
  const seen: object[] = [];
  const looking: Step = ({ data }) => {
    seen.push({ ...data });
    return undefined;
  };
  const { data } = await ran(
    giving({ mine: { id: 'a', depth: 1 } }),
    looking,
    giving({ mine: { id: 'a', name: 'A' } }),
  );
  expect([data, seen]).toEqual([{ mine: { id: 'a', depth: 1, name: 'A' } }, [{}]]);
});

test('what fails on the way to several parts is told once, and all else each', async () => {
  const { errors } = await ran(giving({}, 'a', 'a'), giving({}, 'a', 'b'), giving({}, 'b', 'a.b'));
  expect(errors.map(({ path }) => path?.join('.'))).toEqual(['a', 'a', 'b', 'a.b']);
});

test('one part is as it is, and where none is there is nothing', async () => {
  expect([(await ran(giving({ a: 1 }, 'a', 'a'))).errors.length, (await ran()).data]).toEqual([
    2,
    {},
  ]);
});

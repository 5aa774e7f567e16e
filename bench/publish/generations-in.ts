import { z } from 'zod';

/** Each part says by what it holds of which generation it is: the schema as it is told, twice, and the records of two hops. */
export const GENERATION_QUESTION = `{
  before: __type(name: "MaPhosphateComplex") { fields { name } }
  ma_phosphateComplexes { name }
  sites(first: 20) { edges { node { id ma_phosphateComplex { name } } } coverage { complete } }
  after: __type(name: "MaPhosphateComplex") { fields { name } }
}`;

const FIELDS = z.object({ fields: z.array(z.object({ name: z.string() })) });
const ANSWER = z.object({
  errors: z.undefined().optional(),
  data: z.object({
    before: FIELDS,
    after: FIELDS,
    ma_phosphateComplexes: z.array(z.unknown()).nonempty(),
    sites: z.object({ coverage: z.object({ complete: z.literal(true) }) }),
  }),
});

/** The generations in an answer, which should be one; undefined where it is none that should be. */
export function generationsIn(text: string): readonly string[] | undefined {
  const { data } = ANSWER.safeParse(JSON.parse(text));
  if (!data) return undefined;
  const { before, after } = data.data;
  return [before, after].map(({ fields }) => fields.map(({ name }) => name).join());
}

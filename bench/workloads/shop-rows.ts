export type User = { readonly id: string; readonly name: string; readonly username: string };

const user = (name: string, place: number): User => ({
  id: String(place + 1),
  name: `${name} Example`,
  username: name.toLowerCase(),
});
export const USERS: readonly User[] = ['Amina', 'Bakari', 'Chipo', 'Dalila', 'Efua', 'Farai'].map(
  user,
);

const product = (name: string, place: number) => ({
  upc: String(place + 1),
  name,
  price: 120 + 390 * place,
  weight: 100 + 45 * place,
  inStock: place % 3 !== 2,
});
export type Product = ReturnType<typeof product>;
export const PRODUCTS: readonly Product[] = [
  'Hand lens',
  'Geologist hammer',
  'Sample bags',
  'Streak plate',
  'Field book',
  'Compass',
  'Hardness kit',
  'Gold pan',
  'Core box',
].map(product);

/** Which product each review is of, and how long its text is: as in the public workload. */
const WRITTEN: readonly (readonly [product: string, characters: number])[] = [
  ['1', 445],
  ['1', 290],
  ['1', 272],
  ['1', 147],
  ['2', 445],
  ['2', 290],
  ['2', 272],
  ['2', 147],
  ['3', 147],
  ['4', 147],
  ['4', 880],
];
const SENTENCE = 'It served a whole season in the field, and neither rain nor dust could harm it. ';

const review = ([product, characters]: (typeof WRITTEN)[number], place: number) => ({
  id: String(place + 1),
  body: SENTENCE.repeat(12).slice(0, characters),
  product,
});
export type Review = ReturnType<typeof review>;
export const REVIEWS: readonly Review[] = WRITTEN.map(review);

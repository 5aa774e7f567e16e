import { PRODUCTS, type Product, REVIEWS, type Review, USERS, type User } from './shop-rows.ts';
import type { Part, Workload } from './workload.ts';

const accounts: Part = {
  sdl: `
    type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") {
      id: ID!
      name: String
      username: String @shareable
      birthday: Int
    }`,
  resolvers: {
    Query: { users: () => USERS },
    User: { __resolveReference: ({ id }: User) => USERS.find((each) => each.id === id) },
  },
};

const inventory: Part = {
  sdl: `
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  resolvers: {
    Product: {
      // What it requires stands in the reference, so that a gateway that sends none is told from one that does.
      __resolveReference: (sent: Product) => ({ ...sent, inStock: stocked(sent.upc) }),
      shippingEstimate: ({ price, weight }: Product) =>
        price > 1_000 ? 0 : Math.round(weight / 2),
    },
  },
};
const stocked = (upc: string) => PRODUCTS.find((each) => each.upc === upc)?.inStock;

const products: Part = {
  sdl: `
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") {
      upc: String!
      name: String
      price: Int
      weight: Int
    }`,
  resolvers: {
    Query: {
      topProducts: (_: unknown, { first }: { readonly first: number }) => PRODUCTS.slice(0, first),
    },
    Product: { __resolveReference: ({ upc }: Product) => productOf(upc) },
  },
};
const productOf = (upc: string) => PRODUCTS.find((each) => each.upc === upc);

const reviews: Part = {
  sdl: `
    type Review @key(fields: "id") {
      id: ID!
      body: String
      author: User @provides(fields: "username")
      product: Product
    }
    type User @key(fields: "id") {
      id: ID!
      username: String @external
      numberOfReviews: Int
      reviews: [Review]
    }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
  resolvers: {
    Review: {
      author: () => USERS[0],
      product: ({ product }: Review) => productOf(product),
    },
    User: { reviews: () => REVIEWS.slice(0, 2) },
    Product: {
      reviews: ({ upc }: Product) => REVIEWS.filter((each) => each.product === upc),
    },
  },
};

/**
 * The workload by which public benchmarks compare federation gateways, with rows of our own: as many of each, and related as theirs. Few
 * records stand in the answer many times over, so there is much to find once.
 */
export const shop: Workload = {
  parts: { accounts, inventory, products, reviews },
  query: `
    fragment UserParts on User { id username name }
    fragment ReviewParts on Review { id body }
    fragment ProductParts on Product { inStock name price shippingEstimate upc weight }
    query Shop {
      users {
        ...UserParts
        reviews { ...ReviewParts product { ...ProductParts reviews { ...ReviewParts author {
          ...UserParts
          reviews { ...ReviewParts product { ...ProductParts } }
        } } } }
      }
      topProducts(first: 5) {
        ...ProductParts
        reviews { ...ReviewParts author {
          ...UserParts
          reviews { ...ReviewParts product { ...ProductParts } }
        } }
      }
    }`,
};

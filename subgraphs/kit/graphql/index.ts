export { contextOf, type MemberContext } from './context.ts';
export { buildMemberSchema, type Extension, type Resolvers } from './member-schema.ts';
export type { ShownRow } from './public-view.ts';
export { selects } from './selection.ts';

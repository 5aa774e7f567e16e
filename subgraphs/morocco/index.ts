export { moroccanMember } from './moroccan-member.ts';

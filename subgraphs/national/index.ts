export { nationalMember } from './national-member.ts';
export { operatorOf, STATE_CODES } from './profiles/index.ts';

export { amsgMember } from './amsg-member.ts';

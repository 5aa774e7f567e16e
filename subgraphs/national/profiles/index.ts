export { operatorOf } from './operator.ts';
export { profileOf, STATE_CODES } from './profile-of.ts';

import { isAllowedAddress } from '../../members/index.ts';
import { refusal } from '../refusals.ts';
import { type Check, passed, refused, WITH_CONTENT } from './check.ts';

export const urlAllowed: Check = {
  name: 'urlAllowed',
  kinds: WITH_CONTENT,
  isOfOthers: false,
  judge: (draft, { allowsPrivate }) => {
    const { url } = draft.content;
    if (url !== null && isAllowedAddress(url, allowsPrivate)) return passed(draft);
    return refused(
      refusal('URL_NOT_ALLOWED', `Expected ${allowsPrivate ? ANY : PUBLIC}, got ${shown(url)}.`),
    );
  },
};

const ANY = 'an http or https address without user name and password';
const PUBLIC = 'an https address outside private networks, without user name and password';

/** A password that stands in an address is never shown. */
const shown = (url: string | null): string =>
  JSON.stringify(url)
    .replaceAll(/\/\/[^/"]*@/g, '//***@')
    .slice(0, 200);

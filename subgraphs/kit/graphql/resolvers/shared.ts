import { listUnder } from './lists.ts';

type ByCode = { readonly code: string };
const codeOf = ({ code }: ByCode): string => code;
const leiOf = ({ lei }: { readonly lei: string }): string => lei;

/** What a member contributes to entities that nobody owns. */
export const sharedResolvers = {
  Country: {
    sites: listUnder('Site', 'country', codeOf),
    deposits: listUnder('Deposit', 'country', codeOf),
    estimates: listUnder('ResourceEstimate', 'country', codeOf),
    production: listUnder('ProductionRecord', 'country', codeOf),
    policies: listUnder('Policy', 'country', codeOf),
    events: listUnder('Event', 'country', codeOf),
  },
  Commodity: {
    sites: listUnder('Site', 'commodity', codeOf),
    deposits: listUnder('Deposit', 'commodity', codeOf),
    estimates: listUnder('ResourceEstimate', 'commodity', codeOf),
    production: listUnder('ProductionRecord', 'commodity', codeOf),
    policies: listUnder('Policy', 'commodity', codeOf),
  },
  Company: {
    organisations: listUnder('Organisation', 'company', leiOf),
    sites: listUnder('Site', 'company', leiOf),
  },
};

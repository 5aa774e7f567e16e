import { fileURLToPath } from 'node:url';
import type { MemberCode } from '../../schema/index.ts';
import { sdlFile } from '../../schema/index.ts';
import {
  buildMemberSchema,
  type MemberDefinition,
  once,
  type Profile,
  readSeeds,
} from '../kit/index.ts';
import { readCommodities, readCountries } from './vocabulary.ts';
import { vocabularyResolvers } from './vocabulary-resolvers.ts';

const SEEDS = fileURLToPath(new URL('seeds', import.meta.url));

/** AMSG is a body: it keeps policies and events, and has no minerals of its own. */
const profileOf = (code: MemberCode): Profile => ({
  code,
  operator: {
    en: 'Africa Minerals Strategy Group: reference member with openly licensed data',
    fr: 'Groupe Afrique pour la Stratégie Minérale : membre de référence, données sous licence ouverte',
    ar: 'المجموعة الاستراتيجية الإفريقية للمعادن: عضو مرجعي ببيانات مفتوحة الترخيص',
    pt: 'Grupo Africano de Estratégia Mineral: membro de referência com dados de licença aberta',
    originalLanguage: 'en',
    machineTranslated: ['FR', 'AR', 'PT'],
  },
  modules: ['POLICIES', 'EVENTS'],
  licence: 'CC-BY-4.0',
  contact: null,
});

const amsgSchema = once(() =>
  buildMemberSchema({
    sdl: sdlFile('amsg.graphql'),
    resolvers: vocabularyResolvers(readCountries(), readCommodities()),
  }),
);

/** AMSG's member: the contract, and the common vocabularies beside it. */
export const amsgMember = (code: MemberCode): MemberDefinition => ({
  profile: profileOf(code),
  seeds: () => readSeeds(SEEDS, code),
  open: () => Promise.resolve({ schema: amsgSchema(), close: () => Promise.resolve() }),
});

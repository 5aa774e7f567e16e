import type { LocalizedText } from '../../kit/index.ts';
import type { StateName } from './states.ts';

/** Who runs the reference members: this project, with what is openly licensed, until a state runs its own. */
export const operatorOf = (name: StateName): LocalizedText => ({
  en: `${name.en}: reference member with openly licensed data`,
  fr: `${name.fr} : membre de référence, données sous licence ouverte`,
  ar: `${name.ar}: عضو مرجعي ببيانات مفتوحة الترخيص`,
  pt: `${name.pt}: membro de referência com dados de licença aberta`,
  originalLanguage: 'en',
  machineTranslated: ['FR', 'AR', 'PT'],
});

import type { ReplyAt } from '@samblikk/contract/client';
import { usePublicText } from '../i18n/index.ts';

/** How many more a search would find, if they were not withheld. */
export function Withheld({ list: { withheld } }: { list: Pick<ReplyAt<'searchRegister'>, 'withheld'> }) {
  const t = usePublicText();
  return withheld ? <span className="small">{t('register.withheld', { n: withheld })}</span> : null;
}

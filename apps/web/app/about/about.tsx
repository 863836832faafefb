import { Heading } from '@digdir/designsystemet-react';
import { useText } from '../i18n/text.tsx';
import { PageTitle } from '../page/title.tsx';

export default function About() {
  const t = useText();
  return (
    <>
      <PageTitle title={t('nav.about')} />
      <Heading level={1}>{t('nav.about')}</Heading>
    </>
  );
}

import { Heading } from '@digdir/designsystemet-react';
import { PageTitle, siteName } from '../page/title.tsx';

export default function Home() {
  return (
    <>
      <PageTitle title={siteName} />
      <Heading level={1}>{siteName}</Heading>
    </>
  );
}

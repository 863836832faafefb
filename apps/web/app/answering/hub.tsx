import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { health } from '@samblikk/contract';
import { useEffect, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { api, apiOf } from '../api.ts';
import { useText } from '../i18n/text.tsx';
import { PageTitle } from '../page/title.tsx';

export const handle = { interactive: true };

/** Runs on the server and asks the API without a network hop, as the person who is signed in. */
export async function loader({ context }: LoaderFunctionArgs) {
  return await apiOf(context)(health, {});
}

export default function Hub() {
  const t = useText();
  const { status } = useLoaderData<typeof loader>();
  const [again, setAgain] = useState<string>();
  useEffect(() => {
    api(health, {}).then((reply) => setAgain(reply.status));
  }, []);
  return (
    <>
      <PageTitle title={t('answering.title')} />
      <Heading level={1} data-size="lg">
        {t('answering.title')}
      </Heading>
      <Paragraph data-health={status} data-again={again}>
        …
      </Paragraph>
    </>
  );
}

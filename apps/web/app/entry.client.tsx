import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { languageOfPath, loadMessages } from './i18n/index.ts';
import { captureEarlyTyping } from './platform/index.ts';

captureEarlyTyping();

// Links to the other languages load a new page, so one language is all this one needs.
await loadMessages(languageOfPath(location.pathname));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});

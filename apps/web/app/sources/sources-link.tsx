import { Link } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { agencySourcesPath } from '../ui/index.ts';
import { useSourceText } from './texts.ts';

/** The way from an agency's page to what it delivers by. */
export function SourcesLink({ orgnr }: { orgnr: string }) {
  const s = useSourceText();
  const to = useHref();
  return <Link to={to(agencySourcesPath(orgnr))}>{s('link')}</Link>;
}

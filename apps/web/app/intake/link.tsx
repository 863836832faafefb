import { Link } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { spreadsheetPath } from '../ui/index.ts';
import { useSheetText } from './texts.ts';

/** The way from the overview to bringing one's own spreadsheet. */
export function SpreadsheetLink({ year, orgnr }: { year: number; orgnr: string }) {
  const t = useSheetText();
  const to = useHref();
  return (
    <Link className="ds-button" data-variant="tertiary" to={to(spreadsheetPath(year, orgnr))}>
      {t('title')}
    </Link>
  );
}

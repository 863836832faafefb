import { useParams } from 'react-router';
import { checkPage, wholeForm } from '../../ui/index.ts';
import { Check } from './check.tsx';
import { Overview } from './overview.tsx';
import { SectionPage } from './section.tsx';
import { WholeForm } from './whole.tsx';

export const handle = { interactive: true };

/** All pages of a measure are one route: once one of them works, moving between them asks for nothing over the network. */
export default function MeasurePage() {
  const { page } = useParams();
  if (page === undefined) return <Overview />;
  if (page === checkPage) return <Check />;
  if (page === wholeForm) return <WholeForm />;
  return <SectionPage />;
}

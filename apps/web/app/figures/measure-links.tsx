import { useHref } from '../i18n/index.ts';

/** Public measures, each a link to its page. */
export function MeasureLinks(props: {
  measures: readonly { readonly number: string; readonly title: string | null }[];
  title: string;
  id: string;
}) {
  const { measures, title, id } = props;
  const to = useHref();
  return (
    <div id={id}>
      <h3 className="ds-heading" data-size="2xs">
        {title} ({measures.length})
      </h3>
      <ul className="measure-links">
        {measures.map(({ number, title: name }) => (
          <li key={number}>
            <a href={to(`/tiltak/${number}`)}>{name ?? number}</a> <span className="subtle small">{number}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

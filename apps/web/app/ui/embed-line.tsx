import { useHref, usePublicText } from '../i18n/index.ts';
import { useRootData } from '../platform/index.ts';
import { usePreview } from './preview.ts';

/** The line that puts something of ours into another site's page, to copy. Nothing of a preview. @param height pixels, enough at 360 px width */
export function EmbedLine(props: { id: string; path: string; label: string; title: string; height: number }) {
  const { id, path, label, title, height } = props;
  const t = usePublicText();
  const to = useHref();
  const publicUrl = useRootData()?.publicUrl ?? '';
  if (usePreview()) return null;
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const src = attribute(publicUrl + to(path));
  return (
    <div className="embed-line">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="ds-input"
        id={id}
        rows={3}
        readOnly
        spellCheck={false}
        defaultValue={`<iframe src="${src}" title="${attribute(t('embed.frameTitle', { title }))}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`}
      />
    </div>
  );
}

import { useState } from 'react';
import { Labelled } from './labelled-field.tsx';

/** A file whose text goes along in the form as `name`: small, and read in the browser. */
export function TextFileField({
  id,
  name,
  label,
  accept,
}: {
  id: string;
  name: string;
  label: string;
  accept: string;
}) {
  const [text, setText] = useState('');
  return (
    <Labelled id={id} label={label}>
      <input
        className="ds-input"
        type="file"
        id={id}
        accept={accept}
        required
        onChange={async ({ target }) => setText(target.files?.[0] ? await textOf(target.files[0]) : '')}
      />
      <input type="hidden" name={name} value={text} />
    </Labelled>
  );
}

/** A file as text: UTF-8, or as older spreadsheets write it. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What must be known about the data shown: that they are invented, say. Visible wherever the data are. */
export function Notice({ texts }: { texts: readonly (string | null | undefined)[] }) {
  const said = [...new Set(texts.filter((text) => text !== null && text !== undefined && text !== ''))];
  if (said.length === 0) return null;
  return (
    <div className="notice" role="note">
      <div>
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </div>
  );
}

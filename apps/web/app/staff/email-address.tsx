/** An e-mail address that may break after its `@`, and nowhere inside a word. */
export function EmailAddress({ of }: { of: string }) {
  const [name = '', ...domain] = of.split(/(?<=@)/);
  return (
    <>
      <span>{name}</span>
      <wbr />
      <span>{domain.join('')}</span>
    </>
  );
}

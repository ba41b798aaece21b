/** A sentence of the catalogue with commands in it, which stand between backticks there. */
export function Hint({ children }: { children: string }) {
  return children.split('`').map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their places
    i % 2 === 1 ? <code key={i}>{part}</code> : part,
  )
}

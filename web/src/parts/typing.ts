/** Where keys are letters, not commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** How long `g` waits for its second key, in milliseconds. */
export const PATIENCE = 1200

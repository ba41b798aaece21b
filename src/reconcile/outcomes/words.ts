/** Words that say what is done, apart from names and small words. */

const SMALL = new Set(
  `the a an and or but of in on at to for from by with about as into over after before between during under
   that this these those which who whom whose it its he his she her they their them we our you your i
   is are was were be been being has have had do does did will would can could may might must shall should
   not no nor so than then there here also both each other another some any all more most such only own same
   say tell year month week day first last new two three prime minister president government leader country
   official side plan`
    .split(/\s+/)
    .filter(word => word !== ''),
)

/** Words in lower case, small ones kept where they may belong to a verb ("run out"), names left out. */
export function contentOf(text: string): string[] {
  return text.match(/(?<![\p{L}\p{N}'’-])\p{Ll}[\p{L}-]+/gu) ?? []
}

export const isSmall = (word: string): boolean => SMALL.has(word)

/** Where people stand in a picture: "Kim, left, and Sato shake hands", "Lee (R)", "from left". */
const PLACED =
  /,\s(?:far |second from |third from |top |bottom |front |back )?(?:left|right|cent(?:er|re))(?:\s(?:row|front|rear))?[,.;]|\((?:L|R|C|left|right|cent(?:er|re)|2nd [LR]|[LR] to [LR]|(?:second|third) from (?:left|right))\)|\b(?:from|clockwise from|pictured,?) (?:top )?(?:left|right)\b|\bL-R\b/
/** "… | Image: Example Ministry", "(Photo by Ana Silva/Agency)", "(Yonhap)", "—Reuters/File". */
const CREDITED =
  /(?:[|\u2022\u00b7\u2014\u2013-]\s?|[([]|\.\s)(?:file |pool )?(?:photos?|images?|pictures?|credit|source|illustration|graphic|foto|bild|crédit|사진|写真)\s?(?:credits?|courtesy(?: of)?|by|from|via)?\s?[:/\u00a9-]?\s?[^|.]{2,90}[)\]]?\.?$/i
const AGENCY =
  /(?:[([]|[\u2014\u2013]\s?|\/\s?|\.\s)(?:[\p{Lu}][\p{L}.\s'-]{2,40}[/\u2014\u2013-]\s?)?(?:AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|Getty(?: Images)?|Yonhap|YONHAP|Kyodo|KYODO|Xinhua|TASS|Bloomberg|AFP-Yonhap|AP-Yonhap|Jiji|ANSA|DPA|dpa|PTI|Shutterstock|Pool|Handout|File|Courtesy)(?:[\s/,-]+(?:photo|file|images?|pool|via\s[\p{L}\s/]{2,30}|getty images|ap|afp|yonhap|reuters))*[)\]]?\.?$/u
const OPENED =
  /^(?:in this (?:file |handout |undated |aerial |satellite |combination )?(?:photo|image|picture|photograph|still|frame)|(?:this|a|an) (?:file |handout |undated |aerial |satellite |combination )(?:photo|image|picture|photograph|photo illustration)\b|file (?:photo|image|picture)|(?:photo|image|picture|file|caption)\s?:|pictured\b|above:|below:)/i
const FILED = /[([]\s?(?:file|file photo|archive|undated)\s?[)\]]\.?$/i

/** Longest caption, in characters: a longer stretch is a paragraph that happens to name a picture. */
const MOST = 450

/** A credit stands in so many characters at the end. */
const CREDIT = 220

/** Whether a line describes a picture. Needs a sign of one: a place in it, a credit, an opening such as "In this photo". */
export function isCaption(text: string): boolean {
  if (text.length > MOST) return false
  if (OPENED.test(text) || FILED.test(text)) return true
  if (PLACED.test(text)) return text.length < 300 || CREDITED.test(text)
  const end = text.slice(-CREDIT)
  return AGENCY.test(end) || CREDITED.test(end)
}

import type { FurnitureRule } from '../rule.ts'

/** What an outlet says about the article: rights, origin, edition, corrections, who helped, who wrote. */
export const END_MATTER: readonly FurnitureRule[] = [
  {
    reason: 'copyright',
    most: 460,
    where: 'anywhere',
    takes: 'line',
    patterns: [
      /^(?:copyright\b(?! (?:law|act|office|case|infring|claim|dispute|holder|owner)\w*)|©|\(c\)|&copy;|℗|ⓒ)/i,
      /\ball rights reserved\b/i,
      /^(?:not for (?:re)?distribution|may not be (?:published|reproduced)|this material may not be|unauthori[sz]ed (?:reproduction|use|copying)|reproduction (?:in whole|without)|republished with permission|reprinted with permission)\b/i,
      /저작권자|무단\s?전재|無断転載|転載禁止|版权所有|未经授权/u,
      /\b(?:creative commons|CC BY(?:-[A-Z]{2})*)\b.{0,80}licen[cs]e/i,
    ],
    examples: [
      '© 2019 Example Times. All rights reserved.',
      'Copyright (c) 2021. Example Post Publishers Ltd.',
    ],
    counterExamples: [
      'Copyrighted works were among the goods listed.',
      'Copyright law was the third item on the agenda.',
    ],
  },
  {
    reason: 'print edition note',
    most: 420,
    where: 'anywhere',
    takes: 'line',
    patterns: [
      /\b(?:a|this) (?:version|story|article|piece)\b.{0,60}\b(?:appeared|appears|was published|ran|published)\b.{0,40}\b(?:print|printed|paper|page [A-Z]?\d+|newspaper|edition)\b/i,
      /^(?:print(?:ed)? (?:edition|version)|from the print edition|in print)\b.{0,120}$/i,
    ],
    examples: [
      'A version of this article appeared in the print edition of the Example Times on May 2, 2019.',
    ],
    counterExamples: ['The printed statement ran to two pages.'],
  },
  {
    reason: 'syndication note',
    most: 420,
    where: 'edge',
    takes: 'line',
    patterns: [
      /^(?:this|the) (?:article|story|piece|post|commentary|essay|op-ed|report|column|interview|version)\b.{0,40}\b(?:(?:was |has been )?(?:originally|first) (?:appeared|published|posted|ran|written)|is (?:re)?published (?:from|with|under|by|in)|was (?:re)?published (?:from|with|under|in partnership))/i,
      /^(?:this|the) (?:article|story|piece|post|commentary|essay|op-ed|column) (?:is (?:part|adapted|based|excerpted)\b|has been (?:updated|corrected|edited|amended|translated)|was (?:updated|corrected|translated|amended|produced|generated|edited))/i,
      /^(?:originally|first) (?:published|appeared) (?:in|on|by|at)\b/i,
      /^the post .{3,240} (?:appeared first|first appeared) on .{2,80}$/i,
      /^(?:reprinted|republished|reproduced|syndicated) (?:from|with|by|in)\b/i,
      /^this is a (?:press release|developing story|breaking news)\b/i,
      /^\W?(?:this|the) (?:article|story|report|interview|conversation|transcript|text|essay|commentary|exchange)\b.{0,30}\b(?:edited|shortened|condensed|abridged|trimmed|translated|lightly) .{0,120}$/i,
      /^(?:they|it|this (?:brief|paper|note|commentary|report)|briefs|papers|material)? ?(?:may|can) be (?:quoted|cited|reproduced|republished|reprinted|reposted)\b.{0,160}$/i,
      /^(?:[\p{Lu}][\p{L}&.'’-]*\s){1,6}(?:are|is|give|gives|present|presents|offer|offers|provide|provides) .{4,160}\.\s(?:they|it|the texts?) may be (?:quoted|cited|reproduced|republished|reprinted)\b.{0,120}$/iu,
    ],
    examples: [
      'This article was first published in the Example Review.',
      'Originally published in the Example Quarterly.',
      '(This conversation was condensed for clarity.)',
      'EIS Papers give short assessments of events. They may be reproduced with attribution.',
    ],
    counterExamples: ['This article of the treaty was proposed in 1951 by the smaller states.'],
  },
  {
    reason: 'correction or update note',
    most: 640,
    where: 'edge',
    takes: 'line',
    patterns: [
      /^(?:correction|clarification|update|editor['’]?s?['’]? note|ed(?:itor)?\. note|note (?:to|from) (?:editors?|readers?))\b\s?[:(\d–—-].{0,600}$/i,
      /^(?:this story has been (?:updated|corrected)|an earlier version of (?:this|the))\b/i,
    ],
    examples: [
      'Correction: An earlier version misspelled the name of the minister.',
      'Editor’s note: the author took part in the talks.',
    ],
    counterExamples: ['Corrections officers went on strike.', 'Update of the pact is overdue.'],
  },
  {
    reason: 'editor or desk credit',
    most: 420,
    where: 'edge',
    takes: 'line',
    patterns: [
      /^(?:edited|additional (?:reporting|editing|research)|reporting|writing|translated|translation|compiled|produced|production|graphics?|research|fact[- ]check(?:ed|ing)?|copy[- ]edit(?:ed|ing)|illustrations?) ?(?:by|from|:)\s.{2,240}$/i,
      /^with (?:reporting|inputs?|files|contributions?|additional reporting|assistance|agency inputs?|agencies)\b.{0,240}$/i,
      /^[[(](?:reporting|editing|writing|with|edited|translated|inputs?|additional)\b.{2,240}[\])]?\.?$/i,
      /^.{2,320} contributed (?:to this (?:report|story|article)|reporting)\b.{0,60}$/i,
      /^our standards:.{0,60}$/i,
      /^editor: .{2,60}$/i,
    ],
    examples: [
      'Edited by Ana Silva',
      '(Reporting by Ana Silva; Editing by Joon Park)',
      'Ana Silva and Joon Park contributed to this report.',
    ],
    counterExamples: [
      'Reporting on the islands has been sparse.',
      'With the election near, neither side will move.',
    ],
  },
  {
    reason: 'opinion disclaimer',
    most: 600,
    where: 'edge',
    takes: 'line',
    patterns: [
      /^(?:the |all )?(?:views?|opinions?)(?: and (?:views?|opinions?))? (?:expressed|presented|contained|in this)\b/i,
      /\b(?:views|opinions) (?:expressed|presented)\b.{0,80}\b(?:are|is|do not|does not|belong|remain)\b.{0,160}\b(?:author|writer|own|contributor|reflect|represent)/i,
    ],
    examples: [
      'The views expressed are the author’s own.',
      'Opinions expressed in this piece do not reflect those of the editors.',
    ],
    counterExamples: ['Views on the treaty differ.'],
  },
  {
    reason: 'about the author',
    most: 700,
    where: 'edge',
    takes: 'line',
    patterns: [
      /^about (?:the )?(?:authors?|writers?|contributors?|us|this (?:series|article|project|story))\b.{0,40}$/i,
      /^(?:the )?(?:author|writer)s?,? (?:who )?(?:is|are|was|works?|serves?|teaches|contributed)\b/i,
      /^(?:authors?|writers?|byline)$/i,
    ],
    examples: ['The writer is a fellow at the Example Institute.', 'About the author'],
    counterExamples: ['The writers of the constitution wanted peace.'],
  },
]

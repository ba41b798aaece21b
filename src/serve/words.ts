import type { SourcedFact } from '../record/facts.ts'

/** All words of the query stand in what the fact says or quotes, whatever their capitals. */
export function holdsWords(query: string): (fact: SourcedFact) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return fact => {
    const text = textOf(fact).toLowerCase()
    return words.every(word => text.includes(word))
  }
}

/** Everything that a fact says in words. */
function textOf(fact: SourcedFact): string {
  const own =
    'title' in fact ? fact.title : 'summary' in fact ? fact.summary : 'text' in fact ? fact.text : ''
  const speaker = 'speaker' in fact ? `${fact.speaker.name} ${fact.speaker.affiliation ?? ''}` : ''
  return [own, speaker, ...fact.evidence.map(passage => passage.quote)].join(' ')
}

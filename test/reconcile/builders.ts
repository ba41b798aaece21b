/** Documents and mentions for tests: each sentence is written once and carries what it tells. */
import { mentionId } from '../../src/record/ids.ts'
import type {
  DriverMention,
  EventMention,
  ForecastMention,
  LocalActor,
  Mention,
  PositionMention,
  StatementMention,
  Understanding,
} from '../../src/record/mentions.ts'
import type { Document, Interval, Precision, Span } from '../../src/record/types.ts'

export function day(date: string, basis: Interval['basis'] = 'stated'): Interval {
  return { start: date, end: date, precision: 'day', basis }
}

export function between(start: string | null, end: string | null, precision: Precision = 'range'): Interval {
  return { start, end, precision, basis: 'stated' }
}

/** What an undated mention gets: anything up to the document's own date. */
export function until(end: string | null): Interval {
  return { start: null, end, precision: 'unknown', basis: 'publication' }
}

export function person(name: string, state: string | null, more: Partial<LocalActor> = {}): LocalActor {
  const key = `person/${name.toLowerCase().replaceAll(' ', '-')}`
  return {
    key,
    type: 'person',
    name,
    aliases: [name],
    state,
    roles: [],
    known: false,
    partial: false,
    ...more,
  }
}

export function state(iso3: string, name = iso3): LocalActor {
  return {
    key: iso3,
    type: 'state',
    name,
    aliases: [name],
    state: iso3,
    roles: [],
    known: true,
    partial: false,
  }
}

export class Writer {
  readonly document: Document
  readonly understanding: Understanding

  constructor(id: string, more: Partial<Document> = {}) {
    this.document = {
      id,
      source: `${id}.txt`,
      format: 'text',
      url: null,
      outlet: `The ${id} Post`,
      section: null,
      title: `Title of ${id}`,
      authors: [],
      published: null,
      language: 'en',
      text: '',
      retrieved: null,
      captions: [],
      copyOf: null,
      revisionOf: null,
      alsoFrom: [],
      ...more,
    }
    const { published } = this.document
    this.understanding = {
      document: id,
      anchor: { date: published, basis: published?.basis ?? null },
      actors: [],
      mentions: [],
      terms: [],
    }
  }

  actors(...actors: LocalActor[]): this {
    this.understanding.actors.push(...actors)
    return this
  }

  /** Adds a sentence; what it tells is told by its whole span, and its date by `dateWords` in it. */
  sentence(text: string): Span {
    const start = this.document.text === '' ? 0 : this.document.text.length + 1
    this.document.text += (start === 0 ? '' : ' ') + text
    return [start, start + text.length]
  }

  event(text: string, more: Partial<EventMention> & { dateWords?: string } = {}): EventMention {
    const { dateWords, ...fields } = more
    const span = fields.span ?? this.sentence(text)
    const at = dateWords === undefined ? -1 : this.document.text.indexOf(dateWords, span[0])
    const told = fields.date !== undefined && fields.date.basis !== 'publication' ? span : null
    return this.add<EventMention>({
      ...this.base('event', span),
      kind: 'event',
      title: text,
      type: 'CONSULT',
      mode: null,
      contexts: [],
      status: 'reported',
      trigger: span,
      head: 'meet',
      date: until(this.document.published?.end ?? null),
      dateSpan: at < 0 || dateWords === undefined ? told : [at, at + dateWords.length],
      place: null,
      source: fields.states ?? [],
      target: [],
      states: [],
      issues: [],
      level: null,
      claimedBy: [],
      disputedBy: [],
      ordinal: null,
      definite: false,
      refersTo: null,
      ...fields,
    })
  }

  statement(text: string, speaker: StatementMention['speaker'], more: Partial<StatementMention> = {}) {
    const span = this.sentence(text)
    return this.add<StatementMention>({
      ...this.base('statement', span),
      kind: 'statement',
      speaker,
      how: 'direct',
      cue: 'say',
      parts: [span],
      date: null,
      issues: [],
      ...more,
    })
  }

  position(
    text: string,
    more: Partial<PositionMention> & Pick<PositionMention, 'actor' | 'issue' | 'stance'>,
  ) {
    const span = this.sentence(text)
    return this.add<PositionMention>({
      ...this.base('position', span),
      kind: 'position',
      summary: text,
      date: null,
      ...more,
    })
  }

  forecast(text: string, more: Partial<ForecastMention> = {}) {
    const span = this.sentence(text)
    return this.add<ForecastMention>({
      ...this.base('forecast', span),
      kind: 'forecast',
      text,
      by: null,
      probability: null,
      horizon: null,
      event: null,
      negated: false,
      asks: { doers: [], others: [], words: [], topic: [], light: false, issues: [], conditional: false },
      ...more,
    })
  }

  driver(text: string, cause: string, effect: string, more: Partial<DriverMention> = {}) {
    const span = this.sentence(text)
    const factor = (name: string) => ({ factor: name, grounded: true, name, text: name, span })
    return this.add<DriverMention>({
      ...this.base('driver', span),
      kind: 'driver',
      cause: factor(cause),
      effect: factor(effect),
      sign: 1,
      claimedBy: null,
      hedged: false,
      ...more,
    })
  }

  private base(kind: string, span: Span) {
    const ordinal = this.understanding.mentions.length
    return {
      id: mentionId(this.document.id, kind, span, ordinal),
      document: this.document.id,
      span,
      pattern: 'test',
      confidence: 0.8,
    }
  }

  private add<M extends Mention>(mention: M): M {
    this.understanding.mentions.push(mention)
    return mention
  }
}

export function inputs(...writers: Writer[]): [Document[], Understanding[]] {
  return [writers.map(w => w.document), writers.map(w => w.understanding)]
}

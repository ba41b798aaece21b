import { type ActorNouns, loadActorNouns } from './actor-nouns.ts'
import { type Answers, loadAnswers } from './answers.ts'
import { type CausalCues, loadCausalCues } from './causal.ts'
import { type CausalClasses, loadCausalClasses } from './causal-classes.ts'
import { type ContactLevels, loadContactLevels } from './contact-levels.ts'
import { type Cues, loadCues } from './cues.ts'
import { type EventHeads, loadEventHeads } from './event-heads.ts'
import { type EventNouns, loadEventNouns } from './event-nouns.ts'
import { type Factors, loadFactors } from './factors.ts'
import { type Frames, loadFrames } from './frames.ts'
import { type Gazetteer, loadGazetteer } from './gazetteer.ts'
import { type Hedges, loadHedges } from './hedges.ts'
import { type IssueFamilies, loadIssueFamilies } from './issue-families.ts'
import { type IssueMoves, loadIssueMoves } from './issue-moves.ts'
import { type Issues, loadIssues } from './issues.ts'
import { type LinearModel, loadLinear } from './linear.ts'
import { loadNameWords, type NameWords } from './name-words.ts'
import { type GivenNames, loadGivenNames } from './names.ts'
import { loadNounClasses, type NounClasses } from './noun-classes.ts'
import { loadOrganizations, type Organizations } from './organizations.ts'
import { loadOutcomeWords, type OutcomeWords } from './outcome-words.ts'
import { loadPeople, type People } from './people.ts'
import { loadPlaces, type Places } from './places.ts'
import { loadPlover, type Plover } from './plover.ts'
import { loadShifters, type Shifters } from './shifters.ts'
import { loadStanceAffinity, type StanceAffinity } from './stance-affinity.ts'
import { loadStances, type Stances } from './stances.ts'
import { loadStates, type States } from './states.ts'
import { loadTitles, type Titles } from './titles.ts'
import { loadValence, type Valence } from './valence.ts'
import { loadVerbClasses, type VerbClasses } from './verb-classes.ts'
import { type VerbTable, verbTable } from './verb-forms.ts'

/** What is known beforehand. Adding knowledge is one data file, one loader, one line here. */
export interface Knowledge {
  readonly version: 1
  readonly actorNouns: ActorNouns
  readonly nameWords: NameWords
  readonly places: Places
  readonly givenNames: GivenNames
  readonly titles: Titles
  readonly organizations: Organizations
  readonly gazetteer: Gazetteer
  readonly people: People
  readonly states: States
  readonly issues: Issues
  readonly issueFamilies: IssueFamilies
  readonly eventHeads: EventHeads
  readonly cues: Cues
  readonly verbForms: VerbTable
  readonly verbClasses: VerbClasses
  readonly plover: Plover
  readonly frames: Frames
  readonly eventNouns: EventNouns
  readonly nounClasses: NounClasses
  readonly shifters: Shifters
  readonly causalCues: CausalCues
  readonly causalClasses: CausalClasses
  /** Does a sentence state a cause? Fitted by `training/causes.ts`. */
  readonly causeModel: LinearModel
  readonly valence: Valence
  readonly factors: Factors
  readonly hedges: Hedges
  /** Deeds that forecasts foretell, and what answers them. */
  readonly answers: Answers
  readonly stances: Stances
  readonly contactLevels: ContactLevels
  readonly issueMoves: IssueMoves
  readonly outcomeWords: OutcomeWords
  readonly stanceAffinity: StanceAffinity
}

let loaded: Knowledge | null = null

/** Loads all tables once a process. */
export function loadKnowledge(): Knowledge {
  loaded ??= load()
  return loaded
}

function load(): Knowledge {
  const frames = loadFrames()
  return {
    version: 1,
    actorNouns: loadActorNouns(),
    nameWords: loadNameWords(),
    places: loadPlaces(),
    givenNames: loadGivenNames(),
    titles: loadTitles(),
    organizations: loadOrganizations(),
    gazetteer: loadGazetteer(),
    people: loadPeople(),
    states: loadStates(),
    issues: loadIssues(),
    issueFamilies: loadIssueFamilies(),
    eventHeads: loadEventHeads(),
    cues: loadCues(),
    verbForms: verbTable(frames.verbs),
    verbClasses: loadVerbClasses(),
    plover: loadPlover(),
    frames,
    eventNouns: loadEventNouns(),
    nounClasses: loadNounClasses(),
    shifters: loadShifters(),
    causalCues: loadCausalCues(),
    causalClasses: loadCausalClasses(),
    causeModel: loadLinear('causes'),
    valence: loadValence(),
    factors: loadFactors(),
    hedges: loadHedges(),
    answers: loadAnswers(),
    stances: loadStances(),
    contactLevels: loadContactLevels(),
    issueMoves: loadIssueMoves(),
    outcomeWords: loadOutcomeWords(),
    stanceAffinity: loadStanceAffinity(),
  }
}

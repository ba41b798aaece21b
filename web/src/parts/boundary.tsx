/** A screen that fails while it is drawn, or whose code does not come: it says so, and the frame around it stays. */
import { Component, type ReactNode } from 'react'
import { Failed } from './states.tsx'

interface Props {
  /** Another place is another try. */
  place: string
  children: ReactNode
}
interface State {
  error: unknown
  place: string
}

export class Boundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error ?? new Error() }
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { place, error: null }
  }

  override render(): ReactNode {
    const { error } = this.state
    // Code that did not come is asked for only once: the page itself is to be loaded again.
    return error === null ? (
      this.props.children
    ) : (
      <Failed error={error} again={() => window.location.reload()} />
    )
  }
}

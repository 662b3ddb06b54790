/**
 * What went wrong, as Rust tells it: a closed set of kinds, each with what its sentence needs.
 * The sentences themselves are in `words/trouble.ts`.
 */
import type { Trouble } from './bindings';

export type { Trouble };

/** Thrown by every deed of the desk; `trouble.kind` says what the owner can do about it. */
export class Troubled extends Error {
  override readonly name = 'Troubled';

  constructor(readonly trouble: Trouble) {
    super(trouble.kind);
  }
}

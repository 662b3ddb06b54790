/**
 * What went wrong, as Rust tells it: a closed set of kinds, each with what its sentence needs.
 * The sentences themselves are in `words/trouble.ts`.
 */
export type Trouble =
  | { kind: 'not-found'; what: string }
  | { kind: 'ambiguous'; name: string; count: number }
  | { kind: 'not-understood'; why: string }
  | { kind: 'busy' }
  | { kind: 'too-new' }
  | { kind: 'read-only' }
  | { kind: 'disk-full' }
  | { kind: 'not-a-store'; path: string }
  | { kind: 'file'; path: string; why: string }
  | { kind: 'cancelled' }
  | { kind: 'inside'; code: string };

/** Thrown by every deed of the desk; `trouble.kind` says what the owner can do about it. */
export class Troubled extends Error {
  override readonly name = 'Troubled';

  constructor(readonly trouble: Trouble) {
    super(trouble.kind);
  }
}

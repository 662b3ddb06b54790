/** What the owner answers to a plan, as it is being ticked and typed. */
import { SvelteSet } from 'svelte/reactivity';
import type { DayOrder, Identity, ImportChoices, ImportPlan } from './types';

export const nameOf = (identity: Identity): string => `${identity.kind}:${identity.value}`;

export class Choices {
  /** Found identities that are the owner's, by `nameOf`. */
  readonly ticked = new SvelteSet<string>();
  /** Keys of the unsure who are the same person. */
  readonly same = new SvelteSet<string>();
  /** Addresses that no file named. */
  typed = $state.raw<readonly string[]>([]);
  name = $state('');
  /** Which comes first in dates that leave it open; the plan is made again with it. */
  days = $state<DayOrder | null>(null);
  readonly #plan: ImportPlan;
  readonly #seenWith: string;

  /** `before`: the answers to an older plan of the same files, which stand. */
  constructor(plan: ImportPlan, before?: Choices) {
    this.#plan = plan;
    for (const { identity, likely } of plan.owner.found) {
      const name = nameOf(identity);
      const wasAsked = before?.asked(name) ?? false;
      if (wasAsked ? before?.ticked.has(name) : likely) this.ticked.add(name);
    }
    for (const { key } of plan.unsure) if (before?.same.has(key)) this.same.add(key);
    this.typed = before?.typed ?? [];
    this.days = before?.days ?? null;
    this.name = before?.name ?? plan.owner.name;
    this.#seenWith = this.#me().join('\n');
  }

  asked(name: string): boolean {
    return this.#plan.owner.found.some(({ identity }) => nameOf(identity) === name);
  }

  /** Found ones that are ticked and typed ones, as Rust takes them. */
  get me(): string[] {
    return this.#me();
  }

  /** The plan was made with other addresses: its directions are preliminary. */
  get changed(): boolean {
    return this.me.join('\n') !== this.#seenWith;
  }

  /** Nobody knows who the owner is: directions are guesswork. */
  get nobody(): boolean {
    return this.#plan.owner.known.length === 0 && this.me.length === 0;
  }

  get given(): ImportChoices {
    return { me: this.me, my_name: this.name.trim(), same_person: [...this.same] };
  }

  turn(set: 'ticked' | 'same', name: string, on: boolean): void {
    if (on) this[set].add(name);
    else this[set].delete(name);
  }

  #me(): string[] {
    const found = this.#plan.owner.found.filter(({ identity }) =>
      this.ticked.has(nameOf(identity)),
    );
    return [...found.map(({ identity }) => identity.shown), ...this.typed];
  }
}

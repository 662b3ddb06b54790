/** The card that is open, for its parts: what is on it, and how one changes it. */
import { getContext, setContext } from 'svelte';
import type { Desk } from '../../../bridge/desk';
import type { House } from '../../../house.svelte';
import type { Alter } from '../views';

const ALTER = Symbol('alter');

/** Hands the way to change this card to its parts. */
export function setAlter(alter: Alter): Alter {
  return setContext(ALTER, alter);
}

/** The way to change the card that is open; call it while a component is being made. */
export function getAlter(): Alter {
  return getContext<Alter>(ALTER);
}

/** Changes one contact, and answers whether it was taken. */
export function alterBy(desk: Desk, house: House, id: () => string): Alter {
  return async (change) => (await house.deed(() => desk.changeContact(id(), change))) !== undefined;
}

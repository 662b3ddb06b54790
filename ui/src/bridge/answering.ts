/** Turns generated commands, which answer with a status, into deeds that answer or throw. */
import { Troubled, type Trouble } from './troubled';
import { allVisible } from './visible';

/** How a generated command replies. */
export type Told<T> = { status: 'ok'; data: T } | { status: 'error'; error: Trouble };

/** The same commands as deeds: the answer itself, or `Troubled`. */
export type Answering<C> = {
  [K in keyof C]: C[K] extends (...given: infer A) => Promise<infer R>
    ? (
        ...given: A
      ) => Promise<R extends { status: 'ok'; data: infer T } ? T : Exclude<R, Told<unknown>>>
    : never;
};

type Command = (...given: unknown[]) => Promise<unknown>;

function isTold(reply: unknown): reply is Told<unknown> {
  return typeof reply === 'object' && reply !== null && 'status' in reply;
}

/** What the owner is writing goes back into the field, and out again, as it was typed. */
const OWN = /draft|handOver/i;
const OWN_WORDS = ['text', 'subject'];

function seen(answer: unknown, own: boolean): unknown {
  const shown = allVisible(answer);
  if (
    shown === answer ||
    !own ||
    typeof answer !== 'object' ||
    answer === null ||
    Array.isArray(answer)
  )
    return shown;
  const typed = Object.entries(answer).filter(([name]) => OWN_WORDS.includes(name));
  return Object.assign({}, shown, Object.fromEntries(typed));
}

function deed(command: Command, own: boolean): Command {
  return async (...given) => {
    const reply = await command(...given);
    if (!isTold(reply)) return reply;
    if (reply.status === 'error') throw new Troubled(reply.error);
    return seen(reply.data, own);
  };
}

/** Wraps every command once. */
export function answering<C extends object>(commands: C): Answering<C> {
  const deeds = Object.entries(commands).map(([name, command]) => [
    name,
    deed(command as Command, OWN.test(name)),
  ]);
  return Object.fromEntries(deeds) as Answering<C>;
}

/** Turns generated commands, which answer with a status, into deeds that answer or throw. */
import { Troubled, type Trouble } from './troubled';

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

function deed(command: Command): Command {
  return async (...given) => {
    const reply = await command(...given);
    if (!isTold(reply)) return reply;
    if (reply.status === 'error') throw new Troubled(reply.error);
    return reply.data;
  };
}

/** Wraps every command once. */
export function answering<C extends object>(commands: C): Answering<C> {
  const deeds = Object.entries(commands).map(([name, command]) => [name, deed(command as Command)]);
  return Object.fromEntries(deeds) as Answering<C>;
}

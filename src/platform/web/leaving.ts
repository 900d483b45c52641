/** The sender's leaving as a signal: work that is done for one request alone ends with its connection. */
import type { IncomingMessage } from "node:http";

/** Whoever asked is gone: nobody hears an answer, and nothing has failed. */
export class SenderLeft extends Error {
  override name = "SenderLeft";
  constructor() {
    super("The sender left before the answer.");
  }
}

interface Leaving extends Disposable {
  readonly signal: AbortSignal;
}

/** Dispose of it before the request is answered: a connection outlives its requests. */
export function leaving({ socket }: IncomingMessage): Leaving {
  const gone = new AbortController();
  const leave = () => gone.abort(new SenderLeft());
  if (socket.destroyed) leave();
  else socket.once("close", leave);
  return {
    signal: gone.signal,
    [Symbol.dispose]: () => void socket.off("close", leave),
  };
}

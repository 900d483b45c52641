/**
 * Pages that are made for one request and kept nowhere, such as the answer to a form, wait their turn as all pages do: whoever asks
 * for many of them waits for themselves. Rule WB26.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { placeOf, type Budgets } from "../budget/budget.ts";
import { SenderLeft } from "./leaving.ts";
import type { Turns } from "./turns.ts";

/** Its network has too many pages made already, or waits too long for this one. */
export class Busy extends Error {
  override name = "Busy";
}

/** Whose places and turns these are. */
export interface Giving {
  readonly budgets: Pick<Budgets, "enter" | "from">;
  readonly turns: Turns;
}

const givenBy = new WeakMap<IncomingMessage, Giving>();
const inside = new WeakSet<IncomingMessage>();
/** The web server says whose turns these are, before anything is answered. */
export const giveTurns = (req: IncomingMessage, by: Giving): void => void givenBy.set(req, by);

/** Work for one request, as `takingTurn` does it; what is part of such work is done at once. @throws Busy; SenderLeft */
export async function inTurn<T>(
  req: IncomingMessage,
  res: ServerResponse,
  work: () => Promise<T>,
): Promise<T> {
  const by = givenBy.get(req);
  if (!by || inside.has(req)) return work();
  return takingTurn(by, { req, res }, async () => {
    inside.add(req);
    try {
      return await work();
    } finally {
      inside.delete(req);
    }
  });
}

/**
 * Work in the turn of whoever asks. Whoever sends a body has a place already; others need one for a page.
 * @throws Busy where there is none, or the turn does not come; SenderLeft
 */
export async function takingTurn<T>(
  { budgets, turns }: Giving,
  { req, res }: { readonly req: IncomingMessage; readonly res: ServerResponse },
  work: () => Promise<T>,
): Promise<T> {
  using own = placeOf(req) ? undefined : budgets.enter("page", req, res);
  const place = placeOf(req) ?? own;
  if (!place) throw new Busy();
  using turn = await turns.take(budgets.from(req), place.signal);
  if (!turn) throw place.signal.aborted ? new SenderLeft() : new Busy();
  return await work();
}

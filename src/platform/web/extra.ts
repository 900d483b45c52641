// Addresses that answer for themselves: the log, media, health, and what is made for one request.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Address } from "./address.ts";
import type { Found } from "./router.ts";

/** What was asked for, without the prefix of a language. */
export interface Asked
  extends Pick<Address, "path" | "search">, Pick<Found<Extra>, "params" | "pattern"> {
  /** The language that the path asked for; absent where it named none. */
  readonly lang?: string;
  /** A path of this site without its language: where the page of the answer is found in another language. */
  readonly opens?: string;
}

export type Extra = (
  req: IncomingMessage,
  res: ServerResponse,
  asked: Asked,
) => void | Promise<void>;

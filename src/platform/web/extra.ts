// Addresses that answer for themselves: the log, media, health. A pattern is `GET /healthz`, `GET /log/*`, or
// `POST /pledges/*/send`, where one part before the last varies.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Address } from "./address.ts";

/** What was asked for, without the prefix of a language. */
export interface Asked extends Pick<Address, "path" | "search"> {
  /** The language that the path asked for; absent where it named none. */
  readonly lang?: string;
  /** Of the address that answers, where it is told (`named`): its path, with a star for what varies. */
  readonly pattern?: string;
}

export type Extra = (
  req: IncomingMessage,
  res: ServerResponse,
  asked: Asked,
) => void | Promise<void>;
type Extras = Readonly<Record<string, Extra>>;

/** Addresses that are told which of them was asked for. */
export const named = (extras: Extras): Extras =>
  Object.fromEntries(
    Object.entries(extras).map(([address, answer]) => {
      const pattern = address.slice(address.indexOf(" ") + 1);
      return [address, (req, res, asked) => answer(req, res, { ...asked, pattern })];
    }),
  );

/** The same with a star for its last part but one, where both parts have letters. */
function withVaryingPart(path: string): string {
  const last = path.lastIndexOf("/");
  const before = last < 1 ? -1 : path.lastIndexOf("/", last - 1);
  const hasBoth = last > 0 && last < path.length - 1 && before < last - 1;
  return hasBoth ? `${path.slice(0, before + 1)}*${path.slice(last)}` : path;
}

/** The exact address; else the one whose last part but one varies; else the longest that ends in a star and covers it. */
export function extraAt(extras: Extras, method: string, path: string): Extra | undefined {
  if (Object.hasOwn(extras, `${method} ${path}`)) return extras[`${method} ${path}`];
  const inner = `${method} ${withVaryingPart(path)}`;
  if (Object.hasOwn(extras, inner)) return extras[inner];
  for (
    let end = path.lastIndexOf("/");
    end >= 0;
    end = end === 0 ? -1 : path.lastIndexOf("/", end - 1)
  ) {
    const pattern = `${method} ${path.slice(0, end)}/*`;
    if (Object.hasOwn(extras, pattern)) return extras[pattern];
  }
  return undefined;
}

/** The methods that an address takes. */
export function methodsAt(extras: Extras, path: string): string[] {
  const methods = new Set(
    Object.keys(extras).map((pattern) => pattern.slice(0, pattern.indexOf(" "))),
  );
  const taken = [...methods].filter((method) => extraAt(extras, method, path));
  return taken.includes("GET") ? ["HEAD", ...taken] : taken;
}

/** Whether a form came from a page of ours. Rule WB10. */
import type { IncomingMessage } from "node:http";

/** A form of another site carries our cookie in some browsers; its origin gives it away. */
export function isOwnForm({ headers }: Pick<IncomingMessage, "headers">, base: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  return (
    origin === undefined || origin === new URL(base).origin || URL.parse(origin)?.host === host
  );
}

/**
 * The fields of a form whose secret address follows from the id that it carries. An id that another site sent is left out:
 * whoever chose it would know the address of whoever goes on with the form that comes back.
 */
export const withOwnId = <Fields extends object>(
  req: Pick<IncomingMessage, "headers">,
  base: string,
  fields: Fields,
): Fields => (isOwnForm(req, base) ? fields : { ...fields, id: "" });

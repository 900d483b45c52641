/** The parser of a form with files. */
import { Busboy, type BusboyConfig } from "@fastify/busboy";
import type { IncomingMessage } from "node:http";

/** @returns nothing where the type names no boundary, or one that no part can have: there is nothing to read then */
export function openParts(
  { headers }: Pick<IncomingMessage, "headers">,
  limits: BusboyConfig["limits"],
): InstanceType<typeof Busboy> | undefined {
  try {
    return Busboy({
      headers: { ...headers, "content-type": headers["content-type"] ?? "" },
      ...(limits && { limits }),
    });
  } catch {
    return undefined; // it throws for nothing else
  }
}

/** The body of a request as it comes. */
import type { IncomingMessage } from "node:http";

/** What comes, up to where it was cut off: a phone that gives up is no fault of ours. */
export async function* bodyOf(req: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const part of req.iterator({ destroyOnReturn: false })) yield part as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ECONNRESET") throw error;
  }
}

/** The files that came with a form. */
import type { IncomingMessage } from "node:http";
import { MediaError } from "../../platform/media/media-error.ts";
import { leaving } from "../../platform/web/leaving.ts";
import type { Came } from "./multipart.ts";
import { refusal, refusalIn } from "./file-notes.ts";
import type { Store } from "./store.ts";
import type { TellWords } from "./words.ts";

/**
 * What a form brought belongs to somebody, once it was looked at.
 * @param answer.refused why some did not, by what they are
 * @throws SenderLeft when whoever sent the form does not wait for that; nothing of it is kept then
 */
export async function ownFiles(
  store: Store,
  came: readonly Came[],
  owner: string,
  answer: {
    readonly req: IncomingMessage;
    /** The network that sent it, salted. */
    readonly by: string;
    readonly refused: Record<string, string>;
    readonly words: TellWords;
  },
): Promise<void> {
  const { req, by, refused, words } = answer;
  using left = leaving(req);
  try {
    for (const one of came) await ownFile(one);
  } catch (error) {
    for (const { id } of came) await store.discard(id);
    await store.drop(came.map(({ id }) => id));
    throw error;
  }

  async function ownFile({ id, what, size }: Came): Promise<void> {
    left.signal.throwIfAborted();
    const opened = await store.begin({ id, owner, what, size }, true);
    if (typeof opened !== "object") {
      refused[what] = words.refused.many;
      await store.discard(id);
      return;
    }
    try {
      const looked = await store.finish(opened, { by, leaving: left.signal });
      if (looked.state !== "refused") return;
      refused[what] = refusalIn(words, looked.note);
    } catch (error) {
      if (!(error instanceof MediaError)) throw error;
      refused[what] = refusalIn(words, refusal(error));
    }
    await store.drop([id]);
  }
}

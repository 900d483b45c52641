/** A file that came whole is looked at, once, however many ask for it. */
import { closeSync, fsyncSync, openSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Shares } from "../../platform/budget/shares.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import type { Privately } from "../../platform/private/part.ts";
import type { What } from "./bounds.ts";
import { lookAt } from "./check-file.ts";
import type { Files } from "./upload-files.ts";
import { type Upload, askUploads } from "./private/uploads.ts";

/** Who waits for what comes of a file: the network, and the signal of leaving. */
export interface Asker {
  readonly by: string;
  readonly leaving: AbortSignal;
}

interface Finishing {
  readonly looked: Promise<Upload>;
  readonly end: AbortController;
  asking: number;
}

/** @returns what a store does to finish an upload */
export function openLooking(
  dir: string,
  ask: Privately,
  { ledger, path, arriving, remove }: Files,
  looks: Shares | undefined,
): (upload: Upload, asker?: Asker) => Promise<Upload> {
  const finishing = new Map<string, Finishing>();

  async function look(upload: Upload, signal: AbortSignal): Promise<Upload> {
    const work = join(dir, "uploads-work");
    const from = arriving(upload.id);
    const looked = await lookAt(from, upload.what as What, { to: path(upload.id), work, signal });
    const settled =
      "refused" in looked
        ? { state: "refused" as const, kind: null, kept: null, note: looked.refused }
        : { state: "here" as const, ...looked };
    if (settled.state === "refused") await remove([upload.id]);
    else {
      syncFile(path(upload.id));
      ledger.settle(upload.id, settled.kept);
    }
    await askUploads(ask).settle({ id: upload.id, ...settled });
    await rm(from, { force: true }); // until it is noted what is kept of it, it is there to be looked at anew
    return { ...upload, ...settled };
  }

  return async (upload, asker) => {
    if (upload.state !== "coming") return upload;
    if (asker && looks?.take(asker.by) === false)
      throw new MediaError("busy", "More files of this network are waiting than are looked at.");
    using _ = { [Symbol.dispose]: () => asker && looks?.give(asker.by) };
    const { id } = upload;
    for (let one = finishing.get(id); one?.end.signal.aborted; one = finishing.get(id))
      await one.looked.catch(() => undefined); // it is let go of, and then begun anew
    let one = finishing.get(id);
    if (!one) {
      const end = new AbortController();
      const looked = look(upload, end.signal).finally(() => finishing.delete(id));
      finishing.set(id, (one = { looked, end, asking: 0 }));
    }
    return await awaited(one, asker?.leaving);
  };
}

/** One of those who ask; with the last of them the looking ends. */
async function awaited(one: Finishing, leaving: AbortSignal | undefined): Promise<Upload> {
  one.asking += 1;
  const leave = () => {
    one.asking -= 1;
    if (one.asking === 0) one.end.abort(leaving!.reason);
  };
  if (leaving?.aborted) leave();
  else leaving?.addEventListener("abort", leave, { once: true });
  try {
    return await one.looked;
  } finally {
    leaving?.removeEventListener("abort", leave);
  }
}

function syncFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The bytes of contributions' files on disk, and whose network they came from. */
import { createReadStream, mkdirSync, readdirSync, statSync } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Shares } from "../../platform/budget/shares.ts";
import { openBlanking, type Blanking } from "../../platform/media/blanking.ts";
import { blankLate } from "../../platform/media/blanking/late.ts";
import { dataPaths } from "../../platform/process/data-folder.ts";
import { openLedger } from "./ledger.ts";
import type { Upload } from "./private/uploads.ts";

/** Bytes as they come, and the network that sends them. */
export interface From {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly by: string;
}

/** Where the bytes of a file lie. */
export const uploadPath = (dir: string, id: string): string => join(uploadFolder(dir), id);

const uploadFolder = (dir: string): string => dataPaths(dir).uploads;

/** Ends the name of a file that a form brings and that has no row yet. */
export const COMING = ".coming";
/** Ends the name of a file that has a row and was not looked at: what is kept of it lies under the name without it. */
export const ARRIVING = ".part";

const MOST_BLANKINGS = 1000; // uploads under way; each takes some hundred bytes

export type Files = ReturnType<typeof openFiles>;

export function openFiles(dir: string, room: Shares | undefined) {
  const folder = uploadFolder(dir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ledger = openLedger(room, lyingIn(folder));
  const path = (id: string) => join(folder, id);
  const arriving = (id: string) => path(id) + ARRIVING;
  const coming = (id: string) => path(id) + COMING;
  const blankings = new Map<string, Blanking>();

  /** Where one ended, the next part goes on; after a restart what lies here is read again. */
  async function blankingAt(id: string, size: number): Promise<Blanking> {
    const known = blankings.get(id);
    if (known?.at === size) return known;
    const fresh = openBlanking();
    if (size > 0)
      for await (const part of createReadStream(arriving(id))) fresh.next(part as Uint8Array);
    if (blankings.size >= MOST_BLANKINGS) blankings.clear(); // each is made again from its file
    blankings.set(id, fresh);
    return fresh;
  }

  return {
    folder,
    ledger,
    path,
    /** Where a file lies that has a row and was not looked at. */
    arriving,
    /** How many bytes of such a file are here. */
    arrived: async (id: string) => (await stat(arriving(id)).catch(() => undefined))?.size ?? 0,
    /** A file before it has a row. */
    receive: async (id: string, { bytes, by }: From): Promise<number | "full"> => {
      let size = 0;
      const file = await open(coming(id), "wx", 0o600);
      const blanking = openBlanking();
      try {
        for await (const part of bytes) {
          if (!ledger.take(id, by, part.length)) return "full";
          await file.writeFile(blanking.next(part));
          size += part.length;
        }
        await file.sync();
        await blankLate(coming(id), blanking);
        return size;
      } finally {
        await file.close();
      }
    },
    /** What was received has a row now. */
    keep: (id: string) => rename(coming(id), arriving(id)),
    /** It has a row, and its bytes are still to come. */
    announce: async (id: string) => (await open(arriving(id), "a", 0o600)).close(),
    append: async (
      upload: Upload,
      { bytes, by }: From,
      signal: AbortSignal,
    ): Promise<number | "full"> => {
      const file = await open(arriving(upload.id), "a", 0o600);
      let { size } = await file.stat();
      const blanking = await blankingAt(upload.id, size);
      try {
        for await (const part of untilCut(bytes)) {
          if (signal.aborted) break;
          const left = upload.size - size;
          const taken = part.length > left ? part.subarray(0, left) : part;
          if (!ledger.take(upload.id, by, taken.length)) return "full";
          await file.writeFile(blanking.next(taken));
          size += taken.length;
          if (taken.length < part.length) break;
        }
        await file.sync();
        await blankLate(arriving(upload.id), blanking);
        return size;
      } finally {
        await file.close();
      }
    },
    /** Of what was received and has no row. */
    discard: async (id: string): Promise<void> => {
      await rm(coming(id), { force: true });
      ledger.forget(id);
    },
    remove: async (ids: readonly string[]): Promise<void> => {
      const files = ids.flatMap((id) => [path(id), arriving(id)]);
      await Promise.all(files.map((file) => rm(file, { force: true })));
      ids.forEach((id) => ledger.forget(id));
      ids.forEach((id) => blankings.delete(id));
    },
    /** The ledger forgets what lies here no more. */
    count: () => ledger.keep(new Set(lyingIn(folder).map(([id]) => id))),
  };
}

/** The link may be cut: what came before is kept, and the sender asks how much that is. */
async function* untilCut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch {
    return;
  }
}

/** What lies in the folder when the instance starts, by id. */
function lyingIn(folder: string): (readonly [id: string, bytes: number])[] {
  return readdirSync(folder).map((name) => {
    const [id = ""] = name.split(".");
    return [id, statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0];
  });
}

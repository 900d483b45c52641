/** The files that come with contributions: begun, gone on with after a cut, finished once, and gone when their sender withdraws. */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, statSync } from "node:fs";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Shares } from "../../platform/budget/shares.ts";
import { dataPaths } from "../../platform/process/data-folder.ts";
import type { Privately } from "../../platform/private/part.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import { WORDS, type NewUpload, type Opened, type Upload } from "../../platform/private/uploads.ts";
import { MAX_FILES, type What } from "./bounds.ts";
import { openLedger } from "./ledger.ts";
import { lookAt } from "./look.ts";

export interface Store {
  /** @returns the same one when its owner announced it before
   *  @param isReceived it came whole with a form */
  begin(
    asked: Pick<Upload, "id" | "owner" | "size"> & { readonly what: What },
    isReceived?: boolean,
  ): Promise<Opened>;
  /** A file that comes with a form, before it belongs to anybody. @returns its bytes; `full` where there is no room for them
   *  @throws what the disk says, with nothing left of it */
  receive(id: string, from: From): Promise<number | "full">;
  /** Of what was received and belongs to nobody. */
  discard(id: string): Promise<void>;
  get(id: string): Promise<Upload | undefined>;
  /** How many of its bytes are here; all of them once it was looked at. */
  offset(upload: Upload): Promise<number>;
  /** Add bytes at its end as they come; what came before a cut is kept. @returns how many are here then; `full` where there is no
   *  room for more @throws what the disk says */
  append(upload: Upload, from: From, signal: AbortSignal): Promise<number | "full">;
  /**
   * Look at what is whole; asked again it answers the same. When all who asked have left it is looked at no more, and
   * stays whole until somebody asks again.
   * @param asker whose network has a share of what is looked at, or waits for it
   * @throws MediaError `busy` where it cannot be looked at now; the reason of the last who left
   */
  finish(upload: Upload, asker?: Asker): Promise<Upload>;
  drop(ids: readonly string[]): Promise<void>;
  /** What was typed so far of what is not sent yet, in place of what was before. @returns false where there is no room for it
   *  @throws what the disk says; what was before stands then */
  keepWords(owner: string, words: string, by: string): Promise<boolean>;
  wordsOf(owner: string): Promise<Words | undefined>;
  /** Everything that belongs to these contributions, rows and bytes. */
  forget(owners: readonly string[]): Promise<void>;
  /** Delete what nobody sent in time, what was settled, and what belongs to nobody. */
  sweep(before: number): Promise<void>;
  path(id: string): string;
}

/** Who waits for what comes of a file: the network, and the signal of leaving. */
export interface Asker {
  readonly by: string;
  readonly leaving: AbortSignal;
}

const isWords = ({ what }: Upload): boolean => what === WORDS;

/** What was typed so far, and since when something of it has been kept, a file or words. */
export interface Words extends Pick<Upload, "id" | "began"> {
  readonly words: string;
}

/** Bytes as they come, and the network that sends them. */
export interface From {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly by: string;
}

/** Where the bytes of a file lie. */
export const uploadPath = (dir: string, id: string): string => join(uploadFolder(dir), id);

const uploadFolder = (dir: string): string => dataPaths(dir).uploads;

/** @param shares of the bytes of all, and of what is looked at; without bounds where nobody else sends */
export function openUploads(
  dir: string,
  ask: Privately,
  now: () => number,
  { room, looks }: { readonly room?: Shares; readonly looks?: Shares } = {},
): Store {
  const folder = uploadFolder(dir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ledger = openLedger(room, lyingIn(folder));
  const finishing = new Map<string, Finishing>();
  let latest = 0; // two of one moment stand in their order
  const path = (id: string) => join(folder, id);
  const arriving = (id: string) => path(id) + ARRIVING;
  const get = (id: string) => ask("uploads.get", id) as Promise<Upload | undefined>;

  async function remove(ids: readonly string[]): Promise<void> {
    const files = ids.flatMap((id) => [path(id), arriving(id)]);
    await Promise.all(files.map((file) => rm(file, { force: true })));
    ids.forEach((id) => ledger.forget(id));
  }

  async function discard(id: string): Promise<void> {
    await rm(path(id) + COMING, { force: true });
    ledger.forget(id);
  }

  /** Announced, and not a byte came: they take the places of a list, and whoever comes back says them again. */
  async function emptyOnes(): Promise<string[]> {
    const ids = (await ask("uploads.unsent", now() - AN_HOUR)) as string[];
    const sizes = await Promise.all(ids.map((id) => sizeOf(arriving(id))));
    return ids.filter((_, i) => sizes[i] === 0);
  }

  const ofOwner = (owner: string) => ask("uploads.of", owner) as Promise<Upload[]>;

  const isOlder = async (file: string): Promise<boolean> => {
    const found = await stat(file).catch(() => undefined);
    return found !== undefined && found.mtimeMs < now() - AN_HOUR;
  };

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
    await ask("uploads.settle", { id: upload.id, ...settled });
    await rm(from, { force: true }); // until it is noted what is kept of it, it is there to be looked at anew
    return { ...upload, ...settled };
  }

  async function receive(id: string, { bytes, by }: From): Promise<number | "full"> {
    let size = 0;
    const file = await open(path(id) + COMING, "wx", 0o600);
    try {
      for await (const part of bytes) {
        if (!ledger.take(id, by, part.length)) return "full";
        await file.writeFile(part);
        size += part.length;
      }
      await file.sync();
      return size;
    } finally {
      await file.close();
    }
  }

  return {
    path,
    get,
    discard,
    receive,
    async begin(asked, isReceived = false) {
      const most = { files: isReceived ? 2 * MAX_FILES : MAX_FILES }; // a form that is sent twice brings all of them twice
      const opened = (await ask("uploads.open", {
        ...asked,
        began: (latest = Math.max(now(), latest + 1)),
        most,
      } satisfies NewUpload)) as Opened;
      if (typeof opened !== "object") return opened;
      if (isReceived) await rename(path(opened.id) + COMING, arriving(opened.id));
      else if (opened.state === "coming")
        await (await open(arriving(opened.id), "a", 0o600)).close();
      return opened;
    },
    async offset(upload) {
      if (upload.state !== "coming") return upload.size;
      return sizeOf(arriving(upload.id));
    },
    async append(upload, { bytes, by }, signal) {
      const file = await open(arriving(upload.id), "a", 0o600);
      let { size } = await file.stat();
      try {
        for await (const part of untilCut(bytes)) {
          if (signal.aborted) break;
          const left = upload.size - size;
          const taken = part.length > left ? part.subarray(0, left) : part;
          if (!ledger.take(upload.id, by, taken.length)) return "full";
          await file.writeFile(taken);
          size += taken.length;
          if (taken.length < part.length) break;
        }
        await file.sync();
        return size;
      } finally {
        await file.close();
      }
    },
    async finish(upload, asker) {
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
    },
    async drop(ids) {
      await ask("uploads.drop", ids);
      await remove(ids);
    },
    async keepWords(owner, words, by) {
      const coming = newSecret();
      let isNew = false;
      try {
        const size = await receive(coming, { bytes: Readable.from([Buffer.from(words)]), by });
        if (size === "full") {
          await discard(coming);
          return false;
        }
        const id = (await ofOwner(owner)).find(isWords)?.id ?? coming;
        const row = { id, owner, what: WORDS, size, began: now(), most: { files: MAX_FILES } };
        isNew = id === coming;
        if (isNew) await ask("uploads.open", row satisfies NewUpload);
        await rename(path(coming) + COMING, path(id));
        if (!isNew) ledger.forget(coming);
        ledger.settle(id, size);
        await ask("uploads.settle", { id, state: "here", kind: "json", kept: size, note: null });
        return true;
      } catch (error) {
        await discard(coming);
        if (isNew) {
          await ask("uploads.drop", [coming]);
          await remove([coming]);
        }
        throw error;
      }
    },
    async wordsOf(owner) {
      const all = await ofOwner(owner);
      const row = all.find(isWords);
      const words = row && (await readFile(path(row.id), "utf8").catch(unlessGone));
      return words === undefined ? undefined : { id: row!.id, began: all[0]!.began, words };
    },
    async forget(owners) {
      await remove((await ask("uploads.forget", owners)) as string[]);
    },
    async sweep(before) {
      await remove((await ask("uploads.stale", before)) as string[]);
      await remove((await ask("uploads.settled", null)) as string[]);
      const empty = await emptyOnes();
      await ask("uploads.drop", empty);
      await remove(empty);
      const names = await readdir(folder); // before the rows are read: a row is there before its file
      const unlooked = new Set((await ask("uploads.unsent", Number.MAX_SAFE_INTEGER)) as string[]);
      const known = new Set((await ask("uploads.ids", null)) as string[]);
      for (const name of names) {
        const isComing = name.endsWith(COMING);
        const [id = ""] = name.split(".");
        if (name.endsWith(ARRIVING) && known.has(id)) {
          if (!unlooked.has(id)) await rm(join(folder, name), { force: true });
        } else if (isComing ? await isOlder(join(folder, name)) : !known.has(id))
          await (isComing ? discard(id) : remove([id]));
      }
      ledger.keep(new Set(lyingIn(folder).map(([id]) => id))); // what became media, or was taken back, is deleted by others
    },
  };
}

interface Finishing {
  readonly looked: Promise<Upload>;
  readonly end: AbortController;
  asking: number;
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

/** Ends the name of a file that a form brings and that has no row yet. */
const COMING = ".coming";
/** Ends the name of a file that has a row and was not looked at: what is kept of it lies under the name without it. */
const ARRIVING = ".part";
const AN_HOUR = 3_600_000; // ms; no form takes as long

/** The link may be cut: what came before is kept, and the sender asks how much that is. */
async function* untilCut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch {
    return;
  }
}

const sizeOf = async (path: string): Promise<number> =>
  (await stat(path).catch(() => undefined))?.size ?? 0;

/** What lies in the folder when the instance starts, by id. */
function lyingIn(folder: string): (readonly [id: string, bytes: number])[] {
  return readdirSync(folder).map((name) => {
    const [id = ""] = name.split(".");
    return [id, statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0];
  });
}

function syncFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** @throws whatever else is wrong: what cannot be read now is not nothing */
function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

/** The files that come with contributions: begun, gone on with after a cut, finished once, and gone when their sender withdraws. */
import { mkdirSync, openSync, closeSync, fsyncSync } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { dataPaths } from "../../platform/process/data-folder.ts";
import type { Privately } from "../../platform/private/part.ts";
import type { NewUpload, Opened, Upload } from "../../platform/private/uploads.ts";
import { MAX_FILES, MAX_WAITING, type What } from "./bounds.ts";
import { lookAt } from "./look.ts";

export interface Store {
  /** @returns the same one when its owner announced it before
   *  @param from a file that holds all of it already */
  begin(
    asked: Pick<Upload, "id" | "owner" | "size"> & { readonly what: What },
    from?: string,
  ): Promise<Opened>;
  get(id: string): Promise<Upload | undefined>;
  /** How many of its bytes are here; all of them once it was looked at. */
  offset(upload: Upload): Promise<number>;
  /** Add bytes at its end as they come; what came before a cut is kept. @returns how many are here then */
  append(upload: Upload, bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<number>;
  /** Look at what is whole; asked again it answers the same. */
  finish(upload: Upload): Promise<Upload>;
  drop(ids: readonly string[]): Promise<void>;
  /** Everything that belongs to these contributions, rows and bytes. */
  forget(owners: readonly string[]): Promise<void>;
  /** Delete what nobody sent in time, what was settled, and what belongs to nobody. */
  sweep(before: number): Promise<void>;
  path(id: string): string;
}

/** Where the bytes of a file lie. */
export const uploadPath = (dir: string, id: string): string => join(uploadFolder(dir), id);

const uploadFolder = (dir: string): string => dataPaths(dir).uploads;

export function openUploads(dir: string, ask: Privately, now: () => number): Store {
  const folder = uploadFolder(dir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const finishing = new Map<string, Promise<Upload>>();
  let latest = 0; // two of one moment stand in their order
  const path = (id: string) => join(folder, id);
  const get = (id: string) => ask("uploads.get", id) as Promise<Upload | undefined>;

  async function remove(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => rm(path(id), { force: true })));
  }

  const isOlder = async (file: string): Promise<boolean> => {
    const found = await stat(file).catch(() => undefined);
    return found !== undefined && found.mtimeMs < now() - AN_HOUR;
  };

  async function look(upload: Upload): Promise<Upload> {
    const looked = await lookAt(path(upload.id), upload.what as What, join(dir, "uploads-work"));
    const settled =
      "refused" in looked
        ? { state: "refused" as const, kind: null, kept: null, note: looked.refused }
        : { state: "here" as const, ...looked };
    if (settled.state === "refused") await remove([upload.id]);
    else syncFile(path(upload.id));
    await ask("uploads.settle", { id: upload.id, ...settled });
    return { ...upload, ...settled };
  }

  return {
    path,
    get,
    async begin(asked, from) {
      const most = { files: MAX_FILES, bytes: MAX_WAITING };
      const opened = (await ask("uploads.open", {
        ...asked,
        began: (latest = Math.max(now(), latest + 1)),
        most,
      } satisfies NewUpload)) as Opened;
      if (typeof opened === "object") await (await open(path(opened.id), "a", 0o600)).close();
      if (typeof opened === "object" && from !== undefined) await rename(from, path(opened.id));
      return opened;
    },
    async offset(upload) {
      if (upload.state !== "coming") return upload.size;
      const found = await stat(path(upload.id)).catch(() => undefined);
      return found?.size ?? 0;
    },
    async append(upload, bytes, signal) {
      const file = await open(path(upload.id), "a", 0o600);
      let { size } = await file.stat();
      try {
        for await (const part of bytes) {
          if (signal.aborted) break;
          const room = upload.size - size;
          const taken = part.length > room ? part.subarray(0, room) : part;
          await file.writeFile(taken);
          size += taken.length;
          if (taken.length < part.length) break;
        }
      } catch {
        // The link was cut: what came is kept, and the sender asks how much that is.
      } finally {
        await file.sync();
        await file.close();
      }
      return size;
    },
    async finish(upload) {
      if (upload.state !== "coming") return upload;
      let one = finishing.get(upload.id);
      if (!one) {
        one = look(upload).finally(() => finishing.delete(upload.id));
        finishing.set(upload.id, one);
      }
      return one;
    },
    async drop(ids) {
      await ask("uploads.drop", ids);
      await remove(ids);
    },
    async forget(owners) {
      await remove((await ask("uploads.forget", owners)) as string[]);
    },
    async sweep(before) {
      await remove((await ask("uploads.stale", before)) as string[]);
      await remove((await ask("uploads.settled", null)) as string[]);
      const names = await readdir(folder); // before the rows are read: a row is there before its file
      const known = new Set((await ask("uploads.ids", null)) as string[]);
      for (const name of names) {
        const isComing = name.endsWith(COMING);
        if (isComing ? await isOlder(join(folder, name)) : !known.has(name.split(".")[0]!))
          await rm(join(folder, name), { force: true });
      }
    },
  };
}

/** Ends the name of a file that a form brings and that has no row yet. */
export const COMING = ".coming";
const AN_HOUR = 3_600_000; // ms; no form takes as long

function syncFile(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The files that come with contributions: begun, gone on with after a cut, finished once, and gone when their sender withdraws. */
import { readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Shares } from "../../platform/budget/shares.ts";
import type { Privately } from "../../platform/private/part.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import { MAX_FILES, type What } from "./bounds.ts";
import { openLooking, type Asker } from "./file-checks.ts";
import { ARRIVING, COMING, openFiles, type Files, type From } from "./upload-files.ts";
import { WORDS, type Opened, type Upload, askUploads } from "./private/uploads.ts";

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

const isWords = ({ what }: Upload): boolean => what === WORDS;

/** What was typed so far, and since when something of it has been kept, a file or words. */
interface Words extends Pick<Upload, "id" | "began"> {
  readonly words: string;
}

/** @param shares of the bytes of all, and of what is looked at; without bounds where nobody else sends */
export function openUploads(
  dir: string,
  ask: Privately,
  now: () => number,
  { room, looks }: { readonly room?: Shares; readonly looks?: Shares } = {},
): Store {
  const files = openFiles(dir, room);
  const { path, remove } = files;
  let latest = 0; // two of one moment stand in their order
  const ofOwner = (owner: string) => askUploads(ask).of(owner);

  return {
    path,
    get: (id) => askUploads(ask).get(id),
    receive: files.receive,
    discard: files.discard,
    append: files.append,
    finish: openLooking(dir, ask, files, looks),
    async begin(asked, isReceived = false) {
      const most = { files: isReceived ? 2 * MAX_FILES : MAX_FILES }; // a form that is sent twice brings all of them twice
      const opened = await askUploads(ask).open({
        ...asked,
        began: (latest = Math.max(now(), latest + 1)),
        most,
      });
      if (typeof opened !== "object") return opened;
      if (isReceived) await files.keep(opened.id);
      else if (opened.state === "coming") await files.announce(opened.id);
      return opened;
    },
    async offset(upload) {
      return upload.state === "coming" ? files.arrived(upload.id) : upload.size;
    },
    async drop(ids) {
      await askUploads(ask).drop(ids);
      await remove(ids);
    },
    async keepWords(owner, words, by) {
      const coming = newSecret();
      let isNew = false;
      try {
        const size = await files.receive(coming, {
          bytes: Readable.from([Buffer.from(words)]),
          by,
        });
        if (size === "full") {
          await files.discard(coming);
          return false;
        }
        const id = (await ofOwner(owner)).find(isWords)?.id ?? coming;
        const row = { id, owner, what: WORDS, size, began: now(), most: { files: MAX_FILES } };
        isNew = id === coming;
        if (isNew) await askUploads(ask).open(row);
        await rename(path(coming) + COMING, path(id));
        if (!isNew) files.ledger.forget(coming);
        files.ledger.settle(id, size);
        await askUploads(ask).settle({ id, state: "here", kind: "json", kept: size, note: null });
        return true;
      } catch (error) {
        await files.discard(coming);
        if (isNew) {
          await askUploads(ask).drop([coming]);
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
      await remove(await askUploads(ask).forget(owners));
    },
    async sweep(before) {
      await remove(await askUploads(ask).stale(before));
      await remove(await askUploads(ask).settled());
      const old = now() - AN_HOUR;
      const empty = await emptyOnes(ask, files, old);
      await askUploads(ask).drop(empty);
      await remove(empty);
      await sweepFiles(ask, files, old);
    },
  };
}

const AN_HOUR = 3_600_000; // ms; no form takes as long

/** Announced, and not a byte came: they take the places of a list, and whoever comes back says them again. */
async function emptyOnes(ask: Privately, { arrived }: Files, old: number): Promise<string[]> {
  const ids = await askUploads(ask).unsent(old);
  const sizes = await Promise.all(ids.map(arrived));
  return ids.filter((_, i) => sizes[i] === 0);
}

/** Of files without a row, and of those that were looked at and came whole. */
async function sweepFiles(ask: Privately, files: Files, old: number): Promise<void> {
  const { folder, discard, remove } = files;
  const isOlder = async (file: string): Promise<boolean> => {
    const found = await stat(file).catch(() => undefined);
    return found !== undefined && found.mtimeMs < old;
  };
  const names = await readdir(folder); // before the rows are read: a row is there before its file
  const unlooked = new Set(await askUploads(ask).unsent(Number.MAX_SAFE_INTEGER));
  const known = new Set(await askUploads(ask).ids());
  for (const name of names) {
    const isComing = name.endsWith(COMING);
    const [id = ""] = name.split(".");
    if (name.endsWith(ARRIVING) && known.has(id)) {
      if (!unlooked.has(id)) await rm(join(folder, name), { force: true });
    } else if (isComing ? await isOlder(join(folder, name)) : !known.has(id))
      await (isComing ? discard(id) : remove([id]));
  }
  files.count(); // what became media, or was taken back, is deleted by others
}

/** @throws whatever else is wrong: what cannot be read now is not nothing */
function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

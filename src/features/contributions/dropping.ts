/** Of the files that came with a form those go that are here already, and those beyond what one may send. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { MAX_FILES } from "./bounds.ts";
import type { Upload } from "./private/uploads.ts";
import type { Store } from "./store.ts";

/** Of a form that is sent twice the files come twice: those that are here already are not kept again. */
export async function dropTwice(
  store: Store,
  before: readonly Upload[],
  after: readonly Upload[],
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  const hashes = new Map<string, string>(); // each file is read once, one after the other
  const hashOfUpload = async (id: string): Promise<string> => {
    const hash = hashes.get(id) ?? (await hashOfFile(store.path(id)));
    hashes.set(id, hash);
    return hash;
  };
  for (const one of after) {
    if (known.has(one.id) || one.state !== "here") continue;
    const alike = before.filter(({ what, size, kept }) =>
      isDeepStrictEqual([what, size, kept], [one.what, one.size, one.kept]),
    );
    for (const { id } of alike) {
      if ((await hashOfUpload(id)) !== (await hashOfUpload(one.id))) continue;
      await store.drop([one.id]);
      break;
    }
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
}

/** @param files in the order in which they came @returns what those were that went */
export async function dropBeyond(store: Store, files: readonly Upload[]): Promise<string[]> {
  const over = files.slice(MAX_FILES);
  await store.drop(over.map(({ id }) => id));
  return over.map(({ what }) => what);
}

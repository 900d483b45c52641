/**
 * The key that says this instance's records, as it changes. The log says which key owns; in the folder of keys lie the one
 * that did last (`owner`), one that is about to (`owner-next`) and those from before (`owner-1` …). A new key is durable
 * before the record that names it is said, and the old one stays, so that at each moment the key that the log names is here.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keyToPem, newKey, type Key } from "../records/keys.ts";
import { formerKeys, readKey, syncFolder, type DataFolder } from "./data-folder.ts";

const [NOW, NEXT] = ["owner", "owner-next"];

/** The folder as it speaks for the log's owner; as it was where no key here is the owner's. */
export function ownedBy(folder: DataFolder, owner: string | undefined): DataFolder {
  const { keyDir, keys } = folder;
  if (owner === undefined || keys.owner.name === owner) return folder;
  const others = [NEXT, ...formerKeys(keyDir)].filter((name) => existsSync(pathOf(keyDir, name)));
  const own = others.map((name) => readKey(keyDir, name)).find((key) => key.name === owner);
  return own ? { ...folder, keys: { ...keys, owner: own } } : folder;
}

/** Make a key that is to own, durable when it returns. One that lies there from a change that failed is never used. */
export function prepareKey({ keyDir }: DataFolder): Key {
  const made = newKey();
  put(keyDir, NEXT, keyToPem(made));
  return made;
}

/** Where the log says that the next key owns, put it in its place and the one before beside it. With the instance's lock. */
export function settleKey(folder: DataFolder, owner: string | undefined): DataFolder {
  const { keyDir } = folder;
  if (!existsSync(pathOf(keyDir, NEXT)) || readKey(keyDir, NEXT).name !== owner)
    return ownedBy(folder, owner);
  const former = formerKeys(keyDir);
  const before = existsSync(pathOf(keyDir, NOW)) ? readKey(keyDir, NOW).name : undefined; // it may be lost
  if (before !== undefined && !former.some((name) => readKey(keyDir, name).name === before))
    put(keyDir, `owner-${former.length + 1}`, readFileSync(pathOf(keyDir, NOW), "utf8"));
  renameSync(pathOf(keyDir, NEXT), pathOf(keyDir, NOW));
  syncFolder(keyDir);
  const [first = NOW] = formerKeys(keyDir);
  const secrets = readKey(keyDir, first);
  return { ...folder, keys: { ...folder.keys, owner: readKey(keyDir, NOW), secrets } };
}

const pathOf = (keyDir: string, name: string): string => join(keyDir, `${name}.pem`);

function put(keyDir: string, name: string, pem: string): void {
  const path = pathOf(keyDir, name);
  writeFileSync(`${path}.new`, pem, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  syncFolder(keyDir);
}

/** Opening what an earlier site wrote down: a file or an address, plain or gzipped, told from its first bytes. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { readFeed } from "./feed.ts";
import { fetchFrom, type Outside } from "./outside.ts";
import { readGhost } from "./ghost/ghost.ts";
import { ArrivalError, type EarlierSite } from "./site.ts";
import { readWordPress } from "./wordpress.ts";
import { isExport, textOf, thingsOf, type Tree } from "./xml.ts";

const MAX_FILE = 2_000_000_000; // bytes as text; a gzip file may claim to hold a thousand times its size
const MAX_JSON = 300_000_000; // bytes; read as a whole, so it has to fit into memory
const PATIENCE = 120_000; // ms for the whole of a feed; on 2G that is 3 MB

/**
 * @param outside how an address is asked; without it only files are read
 * @throws ArrivalError where it cannot be read, or is of no form that is known
 */
export async function readSite(
  from: string,
  outside?: Outside,
  signal?: AbortSignal,
): Promise<EarlierSite> {
  const bytes = bounded(await plain(await opened(from, outside)), MAX_FILE);
  const text = until(signal, decoded(bytes));
  const first = (await text.next()).value ?? "";
  const whole = prefixed(first, text);
  const start = first.trimStart();
  if (start.startsWith("{")) return readGhost(await joined(whole));
  if (!start.startsWith("<"))
    throw new ArrivalError(
      "unknown-form",
      `Expected a WordPress export (XML), a Ghost export (JSON) or a feed in ${from}, found something else.`,
    );
  const bare = new Set<number>();
  const things = thingsOf(whole, (line) => bare.size < MAX_TOLD && bare.add(line));
  const { value: root } = await things.next();
  if (!root)
    throw new ArrivalError("unreadable", `Expected XML in ${from}, found no element in it.`);
  if (!["rss", "feed", "rdf:RDF"].includes(root.name))
    throw new ArrivalError(
      "unknown-form",
      `Expected a WordPress export or a feed in ${from}, found XML that begins with <${root.name}>.`,
    );
  const head: Tree[] = [];
  let isWordPress = isExport(root);
  while (!isWordPress) {
    const { value: thing } = await things.next();
    if (!thing) break;
    head.push(thing);
    isWordPress = thing.name.startsWith("wp:") || textOf(thing, "wp:post_type") !== "";
    if (thing.name === "item" || thing.name === "entry") break;
  }
  const all = after(head, things);
  const site = await (isWordPress ? readWordPress(all) : readFeed(after([root], all)));
  return { ...site, warnings: [...bare].map(bareSign) };
}

const MAX_TOLD = 20; // lines; whoever reads them sees by then what it is about
const bareSign = (line: number): string =>
  `Line ${line}: expected &amp;, found a bare &; it was taken for the sign itself.`;

async function opened(from: string, outside?: Outside): Promise<AsyncIterable<Uint8Array>> {
  if (!outside || !/^https?:\/\//.test(from)) {
    const found = await stat(from).catch(() => undefined);
    if (!found?.isFile())
      throw new ArrivalError("not-found", `Expected a file at ${from}, found none.`);
    return createReadStream(from) as AsyncIterable<Uint8Array>;
  }
  const answer = await fetchFrom(new URL(from), outside, {
    patience: PATIENCE,
    most: MAX_FILE,
  });
  if (!answer?.ok || !answer.body)
    throw new ArrivalError(
      "not-found",
      `Expected a feed at ${from}, got ${answer ? `the answer ${answer.status}` : "no answer"}.`,
    );
  return answer.body;
}

/** The bytes, unpacked where they are gzipped. */
async function plain(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const each = bytes[Symbol.asyncIterator]();
  const { value: first, done } = await each.next();
  if (done || !first) throw new ArrivalError("unreadable", "Expected an export, found no bytes.");
  const whole = prefixed(first, { [Symbol.asyncIterator]: () => each });
  if (first[0] !== 0x1f || first[1] !== 0x8b) return whole;
  const packed = Readable.from(whole);
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  return packed.pipe(unpacked) as AsyncIterable<Uint8Array>;
}

async function* bounded(bytes: AsyncIterable<Uint8Array>, most: number) {
  let size = 0;
  for await (const chunk of bytes) {
    if ((size += chunk.length) > most)
      throw new ArrivalError("too-large", `Expected at most ${most} bytes of text, found more.`);
    yield chunk;
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof ArrivalError) throw error;
    const { message } = error as Error;
    const is = error instanceof TypeError && /encoded data/.test(message);
    throw new ArrivalError(
      "unreadable",
      is
        ? `Expected text in UTF-8: ${message}.`
        : `Expected the whole of it, it broke off: ${message}.`,
    );
  }
}

async function* until<T>(signal: AbortSignal | undefined, all: AsyncGenerator<T, void>) {
  for await (const one of all) {
    signal?.throwIfAborted();
    yield one;
  }
}

async function* prefixed<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

async function* after(
  first: readonly Tree[],
  rest: AsyncIterable<Tree>,
): AsyncGenerator<Tree, void> {
  yield* first;
  yield* rest;
}

async function joined(text: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  let size = 0;
  for await (const part of text) {
    if ((size += part.length) > MAX_JSON)
      throw new ArrivalError(
        "too-large",
        `Expected at most ${MAX_JSON} bytes of JSON, found more.`,
      );
    parts.push(part);
  }
  return parts.join("");
}

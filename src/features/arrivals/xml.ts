/**
 * XML as it streams by: each thing of a channel or feed as a small tree. Entities of a document's own are never expanded,
 * and a thing is bounded in size, parts and depth, so that no file can fill the memory.
 */
import sax from "sax";
import { ArrivalError } from "./site.ts";

const MAX_TEXT = 4_000_000; // characters of one thing; the longest post of a site has a tenth of that
const MAX_PARTS = 100_000; // elements of one thing; each comment has about ten
const MAX_DEPTH = 64;
/** Characters that are read between two looks at how it goes: sax reads a declaration, `<!…`, from its beginning at each. */
const AT_ONCE = 1000;
const AROUND = new Set(["rss", "channel", "feed", "rdf:RDF"]);

/** Those of HTML, each one character. */
const NAMED = (sax as unknown as { ENTITIES: Readonly<Record<string, string>> }).ENTITIES;

export const TEXT = "#text";

export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text, without that of its elements. */
  text: string;
  /** Elements, and between them their text as parts named `TEXT`. */
  readonly children: Tree[];
}

/** Every thing that stands directly in a channel or feed, in order; the first yield is the root without children. */
export async function* thingsOf(text: AsyncIterable<string>): AsyncGenerator<Tree> {
  const ready: Tree[] = [];
  const open: Tree[] = [];
  let size = { text: 0, parts: 0 };
  let failed: Error | undefined;

  function fail(message: string): void {
    failed ??= new ArrivalError("unreadable", `Line ${parser.line + 1}: ${message}`);
  }
  function add(more: string): void {
    const inside = open.at(-1);
    if (!inside) return;
    size.text += more.length;
    if (size.text > MAX_TEXT)
      return fail(`expected at most ${MAX_TEXT} characters in one entry, found more.`);
    inside.text += more;
    const last = inside.children.at(-1);
    if (last?.name === TEXT) last.text += more;
    else inside.children.push({ name: TEXT, attributes: {}, text: more, children: [] });
  }
  function begin(name: string, attributes: Tree["attributes"]): void {
    const tree: Tree = { name, attributes, text: "", children: [] };
    if (open.length === 0 && AROUND.has(name)) {
      if (name !== "channel") ready.push(tree);
      return;
    }
    if (open.length === 0) size = { text: 0, parts: 0 };
    size.parts += 1;
    if (size.parts > MAX_PARTS || open.length > MAX_DEPTH)
      return fail(`expected at most ${MAX_PARTS} parts in one entry, found more.`);
    open.at(-1)?.children.push(tree);
    open.push(tree);
  }
  function end(): void {
    const tree = open.pop();
    if (tree && open.length === 0) ready.push(tree);
  }

  const parser = Object.assign(
    sax.parser(true, {}) as sax.SAXParser & { readonly sgmlDecl: string },
    {
      ENTITIES: NAMED, // a feed may say &nbsp;; what a document itself defines is never expanded
      onerror: ({ message }: Error) =>
        fail(`expected well-formed XML, found: ${message.split("\n")[0]}.`),
      ontext: add,
      oncdata: add,
      onopentag: ({ name, attributes }: sax.Tag | sax.QualifiedTag) =>
        begin(name, attributes as Tree["attributes"]),
      onclosetag: end,
    },
  );
  for await (const chunk of text) {
    for (let at = 0; at < chunk.length; at += AT_ONCE) {
      parser.write(chunk.slice(at, at + AT_ONCE));
      if (parser.sgmlDecl.length > AT_ONCE)
        fail(`expected a declaration of at most ${AT_ONCE} characters, found more.`);
      if (failed) throw failed;
    }
    yield* ready.splice(0);
  }
  parser.close();
  if (failed) throw failed;
  yield* ready.splice(0);
}

/** The trimmed text of the first child of that name; empty where there is none. */
export const textOf = (tree: Tree, name: string): string =>
  tree.children.find((child) => child.name === name)?.text.trim() ?? "";

export const all = (tree: Tree, name: string): Tree[] =>
  tree.children.filter((child) => child.name === name);

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

/** What the readers of each form call the elements of a namespace, whatever prefix and scheme a document has for it. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^wordpress\.org\/export\/[\d.]+\/excerpt$/, "excerpt"],
  [/^wordpress\.org\/export\/[\d.]+$/, "wp"],
  [/^purl\.org\/rss\/1\.0\/modules\/content$/, "content"],
  [/^purl\.org\/dc\/elements\/1\.1$/, "dc"],
  [/^w3\.org\/1999\/02\/22-rdf-syntax-ns$/, "rdf"],
];

/** Those of HTML, each one character. */
const NAMED = (sax as unknown as { ENTITIES: Readonly<Record<string, string>> }).ENTITIES;

/** Where the parser is between tags. */
const IN_TEXT = (sax as unknown as { STATE: Readonly<Record<string, number>> }).STATE["TEXT"];

export const TEXT = "#text";

export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text, without that of its elements. */
  text: string;
  /** Elements, and between them their text as parts named `TEXT`. */
  readonly children: Tree[];
}

/**
 * Every thing that stands directly in a channel or feed, in order; the first yield is the root without children.
 * @param bare told the line of each `&` that stands alone, which is taken for the sign itself
 */
export async function* thingsOf(
  text: AsyncIterable<string>,
  bare: (line: number) => void = () => {},
): AsyncGenerator<Tree> {
  const ready: Tree[] = [];
  const open: Tree[] = [];
  const called = new Map<string, string>(); // prefix of the document to ours
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
  function begin(written: string, attributes: Tree["attributes"]): void {
    for (const [key, uri] of Object.entries(attributes)) {
      const prefix = key.startsWith("xmlns:") ? prefixOf(uri) : undefined;
      if (prefix !== undefined) called.set(key.slice(6), prefix);
    }
    const name = ourName(written, called);
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
    sax.parser(true, {}) as sax.SAXParser & {
      readonly sgmlDecl: string;
      readonly state: number;
      readonly c: string;
    },
    {
      ENTITIES: NAMED, // a feed may say &nbsp;; what a document itself defines is never expanded
      onerror: ({ message }: Error) => {
        if (!message.startsWith(BARE))
          return fail(`expected well-formed XML, found: ${message.split("\n")[0]}.`);
        bare(parser.line + (parser.c === "\n" ? 0 : 1));
        parser.error = null as unknown as Error; // and it reads on
      },
      ontext: add,
      oncdata: add,
      onopentag: ({ name, attributes }: sax.Tag | sax.QualifiedTag) =>
        begin(name, attributes as Tree["attributes"]),
      onclosetag: end,
    },
  );
  let held = "";
  for await (const chunk of text) {
    const whole = held + chunk;
    held = whole.endsWith("&") ? "&" : "";
    const pieces = whole.slice(0, whole.length - held.length).split(/(?=&<)/);
    for (const piece of pieces.flatMap(cut)) {
      // The parser would take the beginning of a tag for a letter of the entity's name.
      const isBare = piece.startsWith("&<") && parser.state === IN_TEXT;
      if (isBare) bare(parser.line + 1);
      parser.write(isBare ? `&amp;${piece.slice(1)}` : piece);
      if (parser.sgmlDecl.length > AT_ONCE)
        fail(`expected a declaration of at most ${AT_ONCE} characters, found more.`);
      if (failed) throw failed;
    }
    yield* ready.splice(0);
  }
  parser.write(held).close();
  if (failed) throw failed;
  yield* ready.splice(0);
}

/** What sax says where a name of an entity ends without a semicolon. */
const BARE = "Invalid character in entity name";

const cut = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / AT_ONCE) }, (_, i) =>
    text.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );

function prefixOf(uri: string): string | undefined {
  const plain = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/#]$/, "");
  return PREFIXES.find(([form]) => form.test(plain))?.[1];
}

function ourName(written: string, called: ReadonlyMap<string, string>): string {
  const [prefix = "", local] = written.split(":");
  const ours = local === undefined ? undefined : called.get(prefix);
  return ours === undefined ? written : `${ours}:${local}`;
}

/** Whether the document says of itself that it is an export of WordPress. */
export const isExport = ({ attributes }: Tree): boolean =>
  Object.entries(attributes).some(
    ([key, uri]) => key.startsWith("xmlns:") && prefixOf(uri) === "wp",
  );

/** The trimmed text of the first child of that name; empty where there is none. */
export const textOf = (tree: Tree, name: string): string =>
  tree.children.find((child) => child.name === name)?.text.trim() ?? "";

export const all = (tree: Tree, name: string): Tree[] =>
  tree.children.filter((child) => child.name === name);

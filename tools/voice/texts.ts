/** The English that people read, sentence by sentence, and where each stands. */
import { globSync, readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { parse } from "yaml";
import { englishMessages } from "../words/english.ts";

export interface Sentence {
  /** `stories.gap.title`, or `README.md:12`. */
  readonly where: string;
  readonly text: string;
}

interface Own {
  readonly text?: string;
}

/** A translation, or a note to those who keep the folder such as `media/README.md`. */
const NO_PAGE = /\.[a-z]{2}\.md$|\/[A-Z]+\.md$/;
/** What of a page's head is ours to word; titles of sources are not. */
const OWN_FIELDS = ["title", "summary", "ask", "disclaimer"];

export async function sentences(): Promise<readonly Sentence[]> {
  const campaign = globSync("campaign/**/*.md").filter((file) => !NO_PAGE.test(file));
  const pages = ["README.md", "docs/operating.md", ...campaign.toSorted()];
  const messages = await englishMessages();
  return [
    ...messages.flatMap(({ context, text, several = "" }) =>
      sentencesOf(`${text}\n${several}`).map((one) => ({ where: context, text: one })),
    ),
    ...pages.flatMap((file) => sentencesOfPage(file, readFileSync(file, "utf8"))),
  ];
}

/** @param page Markdown, with or without a head in YAML */
export function sentencesOfPage(file: string, page: string): readonly Sentence[] {
  const [whole = "", yaml = ""] = /^---\n([^]*?)\n---\n/.exec(page) ?? [];
  const head = (parse(yaml) ?? {}) as Readonly<Record<string, string | Own>>;
  const own = OWN_FIELDS.flatMap((name) => {
    const said = head[name];
    const text = typeof said === "object" ? said.text : said;
    return sentencesOf(text ?? "").map((one) => at(file, 1, one));
  });
  let line = whole.split("\n").length;
  const body = MarkdownIt()
    .parse(page.slice(whole.length), {})
    .flatMap(({ type, map, children }) => {
      if (map) line = whole.split("\n").length + map[0];
      if (type !== "inline") return [];
      const text = (children ?? []).map(read).join("");
      return sentencesOf(text).map((one) => at(file, line, one));
    });
  return [...own, ...body];
}

const at = (file: string, line: number, text: string): Sentence => ({
  where: `${file}:${line}`,
  text,
});

/** A code is one word; an address that a link leads to is none. */
function read({ type, content }: { readonly type: string; readonly content: string }): string {
  if (type === "softbreak") return " ";
  if (type === "hardbreak") return "\n";
  if (type === "code_inline") return "{code}";
  return type === "text" || type === "image" ? content : "";
}

/** Without marks of footnotes and brackets of links; a line that ends ends its sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\[\^\w+\]/g, "")
    .replaceAll(/[[\]]/g, "")
    .split(/\n+|(?<=[.!?]["”’)]?) +(?=["“‘({]?[\p{Lu}\d{])/u)
    .map((one) => one.trim())
    .filter(Boolean);
}

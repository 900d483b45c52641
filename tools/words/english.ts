/** Every message of every catalogue, in the order in which it is written, with what its source says to translators. */
import { globSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseSync } from "oxc-parser";
import type { Catalogue, Words } from "../../src/platform/words/catalogue.ts";
import { messageOf } from "../../src/platform/words/message.ts";
import type { English } from "../../src/platform/words/update.ts";

export async function englishMessages(): Promise<readonly English[]> {
  const all: English[] = [];
  for (const file of globSync("src/**/*.ts").toSorted()) {
    const source = readFileSync(file, "utf8");
    if (file.endsWith(".test.ts") || !/= catalogue\("/.test(source)) continue;
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    const comments = commentsIn(file, source);
    for (const one of Object.values(exported))
      if (isCatalogue(one)) all.push(...within(one.of, one("en"), comments));
  }
  const twice = all.find((one, i) => all.findIndex(({ context }) => context === one.context) < i);
  if (twice) throw new Error(`Expected each name once, and ${twice.context} is there twice.`);
  return all;
}

const isCatalogue = (one: unknown): one is Catalogue<Words> =>
  typeof one === "function" && "of" in one;

function within(key: string, words: unknown, comments: ReadonlyMap<string, string>): English[] {
  const message = messageOf(words);
  if (message?.text === "") return [];
  if (message)
    return [
      {
        context: key,
        text: message.text,
        several: message.several,
        comment: comments.get(key.split(".").slice(1).join(".")),
      },
    ];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, one]) =>
    key.includes(".") || name !== "lang" ? within(`${key}.${name}`, one, comments) : [],
  );
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Property extends Node {
  readonly key: { readonly name?: string; readonly value?: unknown };
  readonly value: Node & { readonly expression?: Node };
}

/** What stands right before a key, by the path of keys to it. */
function commentsIn(file: string, source: string): ReadonlyMap<string, string> {
  const { program, comments } = parseSync(file, source);
  const ending = new Map(comments.map(({ end, value }) => [end, value]));
  const found = new Map<string, string>();
  const look = (node: Node & { readonly expression?: Node }, path: string): void => {
    if (node.expression) return look(node.expression, path);
    if (node.type !== "ObjectExpression") return;
    for (const one of (node as Node & { readonly properties: readonly Property[] }).properties) {
      if (one.type !== "Property") continue;
      const key = `${path}${one.key.name ?? String(one.key.value)}`;
      const said = ending.get(source.slice(0, one.start).trimEnd().length);
      if (said !== undefined)
        found.set(key, said.replaceAll(/\s*\n\s*\*?\s*|^\*|\s+/g, " ").trim());
      look(one.value, `${key}.`);
    }
  };
  for (const statement of program.body)
    if (statement.type === "VariableDeclaration")
      for (const { init } of statement.declarations) if (init) look(init as Node, "");
  return found;
}

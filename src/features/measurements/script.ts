/** The one script of /measure: the modules of browser/ as one small file, without types, comments and spaces. */
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const PARTS = ["estimate", "exchange", "measure", "outbox", "page"]; // in the order in which they need each other

let made: string | undefined;

/** Made when it is first asked for, from the sources or from what was compiled of them. */
export function measureScript(): string {
  return (made ??= `{${tight(PARTS.map(part).join("\n"))};begin()}\n`);
}

function part(name: string): string {
  const isSource = import.meta.url.endsWith(".ts");
  const file = new URL(`./browser/${name}.${isSource ? "ts" : "js"}`, import.meta.url);
  const text = readFileSync(file, "utf8");
  return (isSource ? stripTypeScriptTypes(text) : text)
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/^export /gm, "")
    .replaceAll(/^\s*\/\*\*.*?\*\/$/gms, "")
    .replaceAll(/(^| )\/\/ .*$/gm, "")
    .replaceAll(/^\/\/#.*$/gm, ""); // where the compiler says what it came from
}

/** Spaces beside signs say nothing, outside of texts. The formatter ends every statement of the modules with its sign. */
function tight(code: string): string {
  return code
    .split(/("[^"\n]*"|`[^`]*`)/)
    .map((piece, i) =>
      i % 2 === 1
        ? piece
        : piece
            .replaceAll(/\s*([^\w\s$])\s*/g, "$1")
            .replaceAll(/\s+/g, " ")
            .replaceAll(/[;,](?=[)\]}])/g, "")
            .replaceAll(/(?<=\d)_(?=\d)/g, "")
            .replaceAll(/(?<![\w.])0(?=\.\d)/g, "")
            .replaceAll("return undefined", "return"),
    )
    .join("");
}

/** The one script of /measure: the modules of browser/ as one small file, without even the spaces. */
import { scriptText } from "../../platform/web/script.ts";

const PARTS = ["estimate", "exchange", "measure", "outbox", "page"]; // in the order in which they need each other

let made: string | undefined;

/** Made when it is first asked for. */
export function measureScript(): string {
  return (made ??= `{${tight(scriptText(import.meta.url, PARTS))};begin()}\n`);
}

/** Spaces beside signs say nothing, outside of texts. The formatter ends every statement of the modules with its sign. */
function tight(code: string): string {
  return code
    .split(/("[^"\n]*"|`[^`]*`)/)
    .map((piece, i) =>
      i % 2 === 1
        ? piece
        : piece
            // bounded: our own script, read once
            .replaceAll(/\s*([^\w\s$])\s*/g, "$1")
            .replaceAll(/\s+/g, " ")
            .replaceAll(/[;,](?=[)\]}])/g, "")
            .replaceAll(/(?<=\d)_(?=\d)/g, "")
            .replaceAll(/(?<![\w.])0(?=\.\d)/g, "")
            .replaceAll("return undefined", "return"),
    )
    .join("");
}

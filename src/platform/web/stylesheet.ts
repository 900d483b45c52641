/** The style sheet as rules with what each asks of a page. Reads the sheets of this project, not CSS at large. */

/** What a selector asks of a page: all of these words, and of each group at least one alternative. */
export interface Need {
  readonly words: readonly string[];
  readonly groups: readonly (readonly Need[])[];
}
export type Node =
  | { readonly kind: "statement"; readonly text: string }
  | { readonly kind: "group"; readonly prelude: string; readonly children: readonly Node[] }
  | {
      readonly kind: "rule";
      readonly selectors: readonly (Need & { readonly text: string })[];
      readonly body: string;
    };

/** Rules are not nested and strings hold no braces. */
export function parseStyle(text: string): Node[] {
  // bounded: our own style sheet
  const css = text.replace(/\/\*[^]*?\*\//g, "");
  let at = 0;
  const nodes = (): Node[] => {
    const found: Node[] = [];
    while (at < css.length) {
      const end = css.slice(at).search(/[;{}]/);
      if (end < 0) return found;
      const prelude = css.slice(at, at + end).trim();
      const mark = css[at + end];
      at += end + 1;
      if (mark === "}") return found;
      if (mark === ";") found.push({ kind: "statement", text: `${tightValues(prelude)};` });
      else if (prelude.startsWith("@"))
        found.push({ kind: "group", prelude: tightValues(prelude), children: nodes() });
      else {
        const close = css.indexOf("}", at);
        const body = tightValues(css.slice(at, close)).replace(/;$/, "");
        at = close + 1;
        found.push({
          kind: "rule",
          selectors: splitList(prelude).map((selector) => ({
            text: tightSelector(selector),
            ...needOf(selector),
          })),
          body,
        });
      }
    }
    return found;
  };
  return nodes();
}

/** Neighbours of one layer, from several sheets, become one group: its name travels once. */
export function joined(nodes: readonly Node[]): Node[] {
  const found: Node[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (node.kind === "group" && last?.kind === "group" && last.prelude === node.prelude)
      found[found.length - 1] = { ...last, children: [...last.children, ...node.children] };
    else found.push(node);
  }
  return found;
}

/** Every word that some selector asks for. */
export function vocabularyOf(nodes: readonly Node[]): string[] {
  const words = (need: Need): string[] => [...need.words, ...need.groups.flat().flatMap(words)];
  const all = (node: Node): string[] =>
    node.kind === "rule"
      ? node.selectors.flatMap(words)
      : node.kind === "group"
        ? node.children.flatMap(all)
        : [];
  return [...new Set(nodes.flatMap(all))].toSorted();
}

/** Spaces inside calc() and between values stay; those beside punctuation go. */
function tightValues(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ?([;,{}]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/(?<![\w.])0\.(?=\d)/g, ".")
    .trim();
}

const tightSelector = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/ ?([>+,]) ?/g, "$1")
    .replace(/="(\w+)"/g, "=$1")
    .trim();

function needOf(selector: string): Need {
  const groups: Need[][] = [];
  const words: string[] = [];
  let rest = selector.replace(/:lang\((\w+)\)/g, "[lang=$1]").replace(/="(\w+)"/g, "=$1");
  for (let open = rest.search(/:[a-z-]+\(/); open >= 0; open = rest.search(/:[a-z-]+\(/)) {
    const start = rest.indexOf("(", open);
    const close = closing(rest, start);
    if (/^:(is|where|has)$/.test(rest.slice(open, start)))
      groups.push(splitList(rest.slice(start + 1, close)).map(needOf));
    rest = rest.slice(0, open) + rest.slice(close + 1); // :not() asks for nothing that we judge
  }
  for (const [word] of rest.matchAll(/\[(?:dir|lang)=\w+\]/g)) words.push(word);
  // bounded: a selector of our own style sheet
  rest = rest.replace(/\[[^\]]*\]|::?[a-z-]+/g, "");
  for (const [word] of rest.matchAll(/\.?[a-z][\w-]*/g)) words.push(word);
  return { words, groups };
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")" && (depth -= 1) === 0) return i;
  }
  return text.length;
}

/** Splits at commas that stand in no bracket. */
function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")") depth -= 1;
    if (text[i] === "," && depth === 0) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}

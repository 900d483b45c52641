/** Buttons that put Markdown around what is chosen in the text. What they change can be undone. */

/** Before and after what is chosen; words in braces are samples, which the page has in its language. */
type Mark = readonly [name: string, before: string, after: string, key?: string];
type Words = Readonly<Record<string, string>>;

const MARKS: readonly Mark[] = [
  ["bold", "**", "**", "b"],
  ["italic", "*", "*", "i"],
  ["heading", "\n\n## ", "\n\n"],
  ["list", "\n\n- ", "\n"],
  ["link", "[", "](https://)", "k"],
  ["quote", "\n\n> ", "\n\n"],
  ["source", "[^", "]"],
  ["pull", "\n\n> ", "\n> — {who}\n\n"],
  ["pair", "\n\n![", "](picture:one)\n![{pair}](picture:two)\n\n"],
  ["map", "\n\n![", "](map:place)\n\n"],
];

function putMark(field: HTMLTextAreaElement, mark: Mark, samples: Words): void {
  const [name, before] = mark;
  const after = mark[2].replace(/\{(\w+)\}/, (_, sample: string) => samples[sample] ?? "");
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to) || (samples[name] ?? "");
  const lines = before.includes("\n> ") || before.includes("\n- ");
  const prefix = before.trim();
  const inner = lines ? chosen.replaceAll("\n", `\n${prefix} `) : chosen;
  const head = trimmed(before, value.slice(0, from));
  field.focus();
  field.setSelectionRange(from, to);
  // The one way to put words in that leaves the browser's undo as it is.
  if (!document.execCommand("insertText", false, head + inner + after))
    field.setRangeText(head + inner + after, from, to, "end");
  const start = from + head.length;
  field.setSelectionRange(start, start + inner.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** No more empty lines than there have to be. */
function trimmed(before: string, text: string): string {
  if (!before.startsWith("\n\n")) return before;
  if (text === "" || text.endsWith("\n\n")) return before.slice(2);
  return text.endsWith("\n") ? before.slice(1) : before;
}

export function showMarks(
  place: HTMLElement,
  field: HTMLTextAreaElement,
  { tools: names, samples }: { readonly tools: Words; readonly samples: Words },
): void {
  for (const mark of MARKS) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    const [name, , , key] = mark;
    button.textContent = names[name] ?? name;
    if (key !== undefined) button.setAttribute("aria-keyshortcuts", `Control+${key.toUpperCase()}`);
    button.addEventListener("click", () => putMark(field, mark, samples));
    place.append(button);
  }
  place.hidden = false;
  field.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const mark = MARKS.find(([, , , key]) => key === event.key.toLowerCase());
    if (!mark) return;
    event.preventDefault();
    putMark(field, mark, samples);
  });
}

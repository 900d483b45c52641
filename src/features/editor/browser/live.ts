/** What the server says to a draft as it is: saved or not, its weight, what stands in the way. */

interface Saved {
  readonly version: number;
  readonly line: string;
  readonly trim: string;
  /** Of the budget, at most 1. */
  readonly share: number;
  readonly problems: readonly string[];
}
export type Answer =
  | Saved
  | { readonly conflict: number }
  | { readonly error: string }
  | "offline"
  | "signed out";

export async function send(
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(fields),
    });
    if (answer.redirected) return "signed out"; // the way to sign in
    return (await answer.json()) as Answer;
  } catch {
    return "offline";
  }
}

const WIDE = 400; // of the meter's drawing

export function showSaved({ line, trim, share, problems }: Saved): void {
  const texts = { weight: line, trim };
  for (const [id, text] of Object.entries(texts)) {
    const part = document.getElementById(id);
    if (part) part.textContent = text;
  }
  const at = Math.min(WIDE - 2, Math.round(share * WIDE));
  document.getElementById("needle")?.setAttribute("d", `M0 13H${at}`);
  const list = document.querySelector("#findings ul");
  if (!list) return;
  const lines = problems.map((problem) => {
    const item = document.createElement("li");
    item.textContent = problem;
    return item;
  });
  if (lines.length > 0) list.replaceChildren(...lines);
}

/** The page as it will be, in a frame; asked for anew after each saving, where it was scrolled to. */
export function openPreview(frame: HTMLIFrameElement): () => void {
  frame.src = frame.dataset["src"] ?? "";
  frame.hidden = false;
  let scrolled = 0;
  frame.addEventListener("load", () => frame.contentWindow?.scrollTo(0, scrolled));
  return () => {
    scrolled = frame.contentWindow?.scrollY ?? 0;
    frame.contentWindow?.location.reload();
  };
}

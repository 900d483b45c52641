/** The list of files that go with the words: what each is called, how far it is, and what can be done with it. */
import { random } from "../../../platform/web/device/browser/device.ts";
import { openAround } from "./form.ts";
import { chooseHidden } from "./hiding.ts";
import type { Piece } from "./keep.ts";
import { shrink } from "./shrink.ts";
import { byId, complain, say, type Telling } from "./telling.ts";
import { percent } from "./units.ts";

export function showPieces(telling: Telling): void {
  const { form, pieces } = telling;
  const list = byId("pieces");
  const buttons = () => [...list.querySelectorAll("button")];
  const at = buttons().indexOf(document.activeElement as HTMLButtonElement);
  list.hidden = pieces.length === 0;
  if (pieces.length > 0) openAround(list);
  list.replaceChildren(...pieces.map((piece) => lineOf(telling, piece)));
  // Who goes on by keys alone stands where they stood.
  if (at >= 0)
    (
      buttons()[at] ??
      buttons().at(-1) ??
      form.querySelector<HTMLElement>("input[type=file]")
    )?.focus();
}

function lineOf(telling: Telling, piece: Piece): HTMLElement {
  const { phrase, shrinking } = telling;
  const item = document.createElement("li");
  item.dataset["id"] = piece.id;
  const text = document.createElement("span");
  text.textContent = textOf(telling, piece);
  const acts = document.createElement("span");
  acts.className = "acts";
  if (piece.what === "photo" && !piece.done)
    acts.append(act(phrase("hide"), () => hideIn(telling, piece)));
  const one = shrinking.get(piece.id);
  if (one) acts.append(act(phrase("asItIs"), async () => one.stop.abort()));
  acts.append(act(phrase("remove"), () => remove(telling, piece)));
  item.append(text, acts);
  return item;
}

function textOf(telling: Telling, piece: Piece): string {
  const { id, name, done } = piece;
  const { phrase, shrinking } = telling;
  const one = shrinking.get(id);
  const more = one ? `; ${phrase("making", { share: percent(one.share) })}` : "";
  return `${calledOf(telling, piece)}: ${name}${more}${done ? `; ${phrase("arrived")}` : ""}`;
}

export function showShare(telling: Telling, id: string, share: number): void {
  const { pieces, shrinking } = telling;
  const [piece, one] = [pieces.find((each) => each.id === id), shrinking.get(id)];
  if (!piece || !one) return;
  one.share = share;
  const line = document.querySelector(`#pieces [data-id="${id}"] span`);
  if (line) line.textContent = textOf(telling, piece);
}

export function calledOf({ pieces }: Telling, { id, what }: Pick<Piece, "id" | "what">): string {
  const label = document.querySelector(`label[for=${what}]`)?.firstChild?.textContent ?? "";
  const same = pieces.filter((one) => one.what === what);
  const n = same.length > 1 ? ` ${same.findIndex((one) => one.id === id) + 1}` : "";
  return label.trim() + n;
}

function act(name: string, work: () => Promise<void>): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = name;
  button.addEventListener("click", () => void work().catch(complain));
  return button;
}

async function hideIn(telling: Telling, piece: Piece): Promise<void> {
  const hidden = await chooseHidden(piece.blob, byId("hiding"), telling.words);
  const at = telling.pieces.findIndex(({ id }) => id === piece.id);
  if (hidden.length > 0 && at >= 0) {
    const blob = await shrink(piece.blob, hidden);
    // Another file than before, so another id: what was sent of the first one belongs to nothing.
    const other = { ...piece, id: random(), blob, sent: 0 };
    leaveOut(telling, piece);
    await replacePieces(
      telling,
      telling.pieces.map((one, i) => (i === at ? other : one)),
    );
  }
  byId("pieces").children[at]?.querySelector("button")?.focus();
  if (hidden.length > 0) say(telling.phrase("isHidden"));
}

async function remove(telling: Telling, piece: Piece): Promise<void> {
  telling.shrinking.get(piece.id)?.stop.abort();
  leaveOut(telling, piece);
  await replacePieces(
    telling,
    telling.pieces.filter((one) => one.id !== piece.id),
  );
}

async function replacePieces(telling: Telling, pieces: Piece[]): Promise<void> {
  telling.pieces = pieces;
  await telling.keepPieces();
  await telling.keepWords();
  showPieces(telling);
}

/** Also where nothing of it was sent yet: it may be on its way. */
const leaveOut = ({ kept }: Telling, { id }: Piece): void => void kept.dropped.push(id);

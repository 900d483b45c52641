/**
 * The script of a page that is signed (components/player.tsx): the sentence lights while it is signed, a tapped one is signed
 * again and again. Without it each sentence is a link to its clip.
 */
import { framesOf, NEAR } from "./frames.ts";
import { scanning } from "./switches.ts";

/** A sentence, or a word of one, and when it is signed: seconds of the film. */
interface Piece {
  readonly link: HTMLAnchorElement;
  readonly start: number;
  readonly end: number;
}

const player = document.querySelector<HTMLElement>("#player")!;
const film = player.querySelector<HTMLVideoElement>("video")!;
const play = player.querySelector<HTMLButtonElement>("#play")!;
const speeds = player.querySelectorAll<HTMLButtonElement>("[data-speed]");
/** A book that is kept has its clips alone, each of them a film of its own. */
const inClips = film.hasAttribute("data-clips");
const links = [...player.querySelectorAll<HTMLAnchorElement>("a[data-at]")];
const pieces = links.map((link): Piece => {
  const [from = 0, to = 0] = link.dataset["at"]!.split(" ").map((ms) => Number(ms) / 1000);
  return { link, start: from, end: to };
});
const lines = pieces.filter(({ link }) => link.dataset["s"] !== undefined);
const [first, last] = [lines[0], lines.at(-1)];

/** What is signed again and again. */
let again: Piece | undefined;
/** Of clips: the one that is in the player. */
let inside: Piece | undefined;

function begin(): void {
  if (!inClips) film.src = film.src.split("#", 1)[0]!; // a part of it is for players without script
  film.preload = "metadata";
  film.controls = false;
  film.tabIndex = 0;
  for (const part of player.querySelectorAll<HTMLElement>("[data-scripted]")) part.hidden = false;
  for (const [i, piece] of pieces.entries()) {
    piece.link.role = "button";
    piece.link.querySelector("small")?.remove(); // nothing is fetched but the film
    piece.link.addEventListener("click", (event) => {
      event.preventDefault();
      tapped(pieces[i]!);
    });
  }
  play.addEventListener("click", toggle);
  film.addEventListener("click", toggle);
  for (const button of speeds)
    button.addEventListener("click", () => setSpeed(button.dataset["speed"]!));
  for (const name of ["play", "pause", "ended"]) film.addEventListener(name, told);
  film.addEventListener("error", () => failed(true));
  film.addEventListener("playing", () => failed(false));
  if (inClips) film.addEventListener("ended", nextClip);
  else framesOf(film, shown);
  player.addEventListener("keydown", keys);
  const asked = new URLSearchParams(location.search);
  scanning(player, asked.has("switches"), (on) => setAddress("switches", on ? "1" : undefined));
  setSpeed(asked.get("speed") ?? "1");
  if (first && !inClips) film.currentTime = first.start + NEAR;
  if (location.hash === "#player") player.focus({ preventScroll: true });
}

/** A frame is seen. @param now how far into it the film is @param length of a frame */
function shown(time: number, now: number, length: number): void {
  const is = (one: Piece) => time > one.start - NEAR && time < one.end - NEAR;
  light(again && is(again) ? again : lines.find(is));
  if (film.seeking || film.paused) return;
  const isOver = (one: Piece) => now > one.end - length / 2; // its last frame was seen, the next one not yet
  if (again && isOver(again)) film.currentTime = again.start + NEAR;
  else if (!again && last && isOver(last)) film.pause(); // the page ends there
}

/** The lit one is told by more than its colour: `aria-current`. */
function light(piece: Piece | undefined): void {
  for (const { link } of pieces)
    if (link === piece?.link) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
}

function tapped(piece: Piece): void {
  const isAgain = again === piece && !film.paused;
  setAgain(isAgain ? undefined : piece);
  if (isAgain) film.pause();
  else start(piece);
}

function setAgain(piece: Piece | undefined): void {
  again = piece;
  if (inClips) film.loop = piece !== undefined;
  for (const { link } of pieces) link.ariaPressed = String(link === piece?.link);
}

function start(piece: Piece): void {
  if (inClips) {
    if (inside !== piece) film.src = piece.link.href;
    film.currentTime = 0;
    inside = piece;
    light(piece);
  } else film.currentTime = piece.start + NEAR;
  void film.play().catch(() => undefined); // another one may be tapped before it comes; what fails is told by `error`
}

/** Plays the page from where it stands, or stops whatever plays. */
function toggle(): void {
  if (!film.paused) return film.pause();
  setAgain(undefined);
  if (!first || !last) return;
  const time = film.currentTime;
  const isOver = inClips ? !inside || film.ended : time < first.start || time > last.end - LAST;
  if (isOver) start(first);
  else void film.play().catch(() => undefined);
}
const LAST = 0.06; // seconds before the end of a page in which it stands on its last frame

function nextClip(): void {
  const next = lines[lines.indexOf(inside!) + 1];
  light(undefined);
  if (next && lines.includes(inside!)) start(next);
  else told();
}

function told(): void {
  const [toPlay, toPause] = play.children;
  toPlay!.toggleAttribute("hidden", !film.paused);
  toPause!.toggleAttribute("hidden", film.paused);
}

function failed(is: boolean): void {
  player.querySelector<HTMLElement>("#failed")!.hidden = !is;
}

function setSpeed(speed: string): void {
  const rate = [...speeds].some((one) => one.dataset["speed"] === speed) ? speed : "1";
  film.defaultPlaybackRate = film.playbackRate = Number(rate);
  for (const one of speeds) one.ariaPressed = String(one.dataset["speed"] === rate);
  setAddress("speed", rate === "1" ? undefined : rate);
}

/** What is set stands in the address, and goes on to the pages before and after. */
function setAddress(name: string, value: string | undefined): void {
  const changed = (address: string): URL => {
    const url = new URL(address);
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return url;
  };
  history.replaceState(null, "", changed(location.href));
  for (const link of turns()) link.href = changed(link.href).href.split("#", 1)[0]! + "#player";
}

const turns = () => player.querySelectorAll<HTMLAnchorElement>("a[rel=prev], a[rel=next]");

function keys(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const { key, target } = event;
  const isRtl = getComputedStyle(player).direction === "rtl";
  const turn =
    key === (isRtl ? "ArrowLeft" : "ArrowRight")
      ? "next"
      : key === (isRtl ? "ArrowRight" : "ArrowLeft")
        ? "prev"
        : "";
  const line = /^[1-9]$/.test(key) ? lines[Number(key) - 1] : undefined;
  const onButton = target instanceof Element && target.closest("a, button, summary");
  if (turn) player.querySelector<HTMLAnchorElement>(`a[rel=${turn}]`)?.click();
  else if (line) tapped(line);
  else if (key === " " && !onButton) toggle();
  else if (key === " " && onButton instanceof HTMLAnchorElement) onButton.click(); // which is a button now
  else if (key === "Escape") film.pause();
  else return;
  event.preventDefault();
}

begin();

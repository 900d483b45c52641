/** What was heard, on the page: the drawing, the score of each second, and in words whether there was a motor. */
import { BANDS, outlinesOf, stepsOf } from "../../told/drawing.ts";
import type { ScriptWords } from "../words.ts";
import type { Heard } from "./ears-say.ts";

const byId = (id: string): HTMLElement => document.getElementById(id)!;
const { lang } = document.documentElement;

/** The drawing and the scores so far. @param threshold a score */
export function draw(heard: readonly Heard[], threshold?: number): void {
  byId("found").hidden = heard.length === 0;
  if (heard.length === 0) return;
  const columns = heard.flatMap(({ drawing }) => drawing);
  const drawing = byId("drawing");
  drawing.setAttribute("viewBox", `0 0 ${columns.length / BANDS} ${BANDS}`);
  const paths = drawing.querySelectorAll("path");
  for (const [i, outline] of outlinesOf(stepsOf(columns)).entries())
    paths[i]!.setAttribute("d", outline);
  byId("scores").setAttribute("viewBox", `0 0 ${heard.length} 1`);
  byId("bars").setAttribute(
    "d",
    heard.map(({ score }, i) => `M${i} 1v${-score}h.94v${score}z`).join(""),
  );
  const line = threshold === undefined ? "" : `M0 ${1 - threshold}h${heard.length}`;
  byId("line").setAttribute("d", line);
}

/** In words, each alarm first. */
export function verdictOf(heard: readonly Heard[], words: ScriptWords): string[] {
  const alarms = new Map(heard.flatMap(({ alarm }) => (alarm ? [[alarm.from, alarm]] : [])));
  const top = heard.reduce((a, b) => (b.score > a.score ? b : a));
  const said = { score: number(top.score), at: time(top.at - 1) };
  if (alarms.size === 0)
    return [filled(heard.some(({ isMotor }) => isMotor) ? words.brief : words.none, said)];
  return [...alarms.values()].map(({ from, to, score }) =>
    filled(words.motor, { from: time(from), to: time(to), score: number(score) }),
  );
}

export function showVerdict(heard: readonly Heard[], words: ScriptWords): void {
  byId("verdict").replaceChildren(...verdictOf(heard, words).map((one) => item(one)));
  byId("seconds").replaceChildren(
    ...heard.map(({ at, score }) =>
      item(filled(words.second, { at: time(at - 1), score: number(score) })),
    ),
  );
  byId("found").scrollIntoView({ block: "nearest" });
}

function item(text: string): HTMLLIElement {
  const line = document.createElement("li");
  line.textContent = text;
  return line;
}

export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? `\u2068${values[name]}\u2069` : whole,
  );

const two = new Intl.NumberFormat(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
export const number = (n: number): string => two.format(n);

/** `0:07`, as recorders write it. */
export function time(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

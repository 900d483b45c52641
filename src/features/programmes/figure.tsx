/** A figure of a programme. Rule G4: its texture, and beside it the word and who says it. */
import type { Html } from "../../platform/web/route.ts";
import { formatDay } from "../../platform/web/words.ts";
import type { ProgrammeFigure } from "./fold.ts";

const texture = ({ state }: ProgrammeFigure): string =>
  state === "evidenced" ? "evidenced" : "claimed";

export function Figure(props: { readonly figure: ProgrammeFigure; readonly lang: string }): Html {
  const { figure, lang } = props;
  return (
    <>
      <span class={`fig ${texture(figure)}`}>{figure.value}</span> {figure.text},{" "}
      {formatDay(figure.asOf, lang)}. <span class={`state ${texture(figure)}`}>{figure.state}</span>{" "}
      <span class="small">{figure.saidBy}</span>
    </>
  );
}

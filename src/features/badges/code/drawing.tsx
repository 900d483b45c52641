/** A badge's code, drawn: error correction M, with the quiet zone that scanners ask for. */
import { encode } from "uqr";
import type { Html } from "../../../platform/web/route.ts";

/** Of the largest code with this correction (ISO/IEC 18004, version 40-M). */
export const MOST_LETTERS = 3391;
const QUIET = 4; // modules

/** Modules on a side, the quiet zone among them. */
export const modulesOf = (code: string): number => encode(code, { ecc: "M", border: QUIET }).size;

/** As wide as its class says; one path of level strokes, on white by night, too. */
export function CodeDrawing(props: {
  readonly code: string;
  readonly label: string;
  readonly class?: string;
  /** mm on a side, where it is printed. */
  readonly mm?: number;
}): Html {
  const { code, label, mm } = props;
  const { size, data } = encode(code, { ecc: "M", border: QUIET });
  const path = data.map(strokes).join("");
  const wide = mm === undefined ? undefined : `${mm}mm`;
  return (
    <svg
      class={props.class}
      viewBox={`0 0 ${size} ${size}`}
      width={wide}
      height={wide}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The dark modules of a row, each run of them as a bar. */
function strokes(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    let end = x;
    while (row[end]) end++;
    path += `M${x} ${y}h${end - x}v1H${x}z`;
    x = end;
  }
  return path;
}

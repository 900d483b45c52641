/**
 * A cover, drawn: the line, and the globe with the place marked; without a place the mark. Over a picture: the line alone,
 * which leads to the place in its middle. No word is drawn, so it fits any script and needs no font.
 */
import { globeRows } from "../../../engines/globe/globe.ts";
import { xml } from "../../../platform/web/feed.ts";

const MARGIN = 60;

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Drawn {
  readonly title: string;
  readonly place?: { readonly lat: number; readonly lon: number } | undefined;
  readonly colour: string;
}

/** What stands behind a picture, and where it ends: the night of the pages. */
export const NIGHT = "#0b0d1c";

/** @param jpeg a square @param marks whether a place is in its middle @param dir the side on which the line begins */
export function drawnOver(
  jpeg: Uint8Array,
  {
    title,
    colour,
    marks,
    dir,
  }: Omit<Drawn, "place"> & { readonly marks: boolean; readonly dir: "ltr" | "rtl" },
  { width, height }: Size,
): string {
  const signal = xml(colour);
  const [middle, end] = [width / 2, height - MARGIN];
  return `<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${xml(title)}</title>
<linearGradient id="dusk" x2="0" y2="1"><stop offset=".6" stop-color="${NIGHT}" stop-opacity="0"/><stop offset="1" stop-color="${NIGHT}"/></linearGradient>
<rect width="${width}" height="${height}" fill="${NIGHT}"/>
<image width="${width}" height="${width}" href="data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}"/>
<rect width="${width}" height="${width}" fill="url(#dusk)"/>
<g${dir === "rtl" ? ` transform="translate(${width})scale(-1 1)"` : ""}>
<g fill="none" stroke="${signal}" stroke-width="4">
<path d="M${MARGIN} ${MARGIN}V${end}"/>
${
  marks
    ? `<path d="M${MARGIN} ${MARGIN}C${middle / 2} ${MARGIN} ${middle / 2} ${middle} ${middle} ${middle}"/>
<circle cx="${middle}" cy="${middle}" r="24"/>`
    : ""
}
</g>
<g fill="${signal}">
<circle cx="${MARGIN}" cy="${MARGIN}" r="10"/>
<circle cx="${MARGIN}" cy="${end}" r="10"/>
${marks ? `<circle cx="${middle}" cy="${middle}" r="10"/>` : ""}
</g>
</g>
</svg>
`;
}

export function drawing({ title, place, colour }: Drawn, { width, height }: Size): string {
  const signal = xml(colour);
  const end = height - MARGIN;
  return `<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${xml(title)}</title>
<rect width="${width}" height="${height}" fill="#f4f4ee"/>
<path d="M${MARGIN} ${MARGIN}V${end}" stroke="${signal}" stroke-width="3"/>
<circle cx="${MARGIN}" cy="${MARGIN}" r="9" fill="${signal}"/>
<circle cx="${MARGIN}" cy="${end}" r="9" fill="${signal}"/>
${place === undefined ? mark({ width, height }) : globe(place, signal, { width, height })}
</svg>
`;
}

/** The globe as large as the sheet lets it be, and the line that leads to the place. */
function globe(
  place: NonNullable<Drawn["place"]>,
  signal: string,
  { width, height }: Size,
): string {
  const size = Math.min(width - 3 * MARGIN, height - 2 * MARGIN);
  const left = width - MARGIN - size;
  const top = (height - size) / 2;
  const { path, pin, rim } = globeRows(place.lat, place.lon, { size, rows: 72 });
  return `<g transform="translate(${left} ${top})">
<path d="${path}" stroke="#76827c" stroke-width="2" fill="none"/>
<circle cx="${rim.x}" cy="${rim.y}" r="${rim.r}" fill="none" stroke="#76827c" stroke-width="1"/>
<circle cx="${pin.x}" cy="${pin.y}" r="9" fill="${signal}"/>
<circle cx="${pin.x}" cy="${pin.y}" r="20" fill="none" stroke="${signal}" stroke-width="2"/>
</g>
<path d="M${MARGIN} ${top + pin.y}H${left + pin.x}" stroke="${signal}" stroke-width="2"/>`;
}

/** Two ends that have not met yet. */
function mark({ width, height }: Size): string {
  const [middle, level] = [width / 2, height / 2];
  return `<path d="M${middle - 150} ${level}h120M${middle + 30} ${level}h120" stroke="#14221e" stroke-width="36"/>`;
}

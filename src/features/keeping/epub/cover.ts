/**
 * A cover, drawn: the line, and the globe with the place marked; without a place the mark. No word is drawn, so it fits
 * any script and needs no font.
 */
import { globeRows } from "../../../engines/globe/globe.ts";
import { xml } from "../../../platform/web/feed.ts";
import type { Book } from "./book.ts";

const MARGIN = 60;

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Drawn {
  readonly title: string;
  readonly place?: { readonly lat: number; readonly lon: number } | undefined;
  readonly colour: string;
}

export const coverOf = (book: Book): string => drawing(book, { width: 600, height: 800 });

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

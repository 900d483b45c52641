/** A book's cover, drawn: the line, and the globe with the place marked. No word is drawn, so it fits any script. */
import { globeRows } from "../../../engines/globe/globe.ts";
import { xml } from "../../../platform/web/feed.ts";
import type { Book } from "./book.ts";

const WIDTH = 600;
const HEIGHT = 800;
const GLOBE = 440;
const LEFT = 120;
const TOP = 220;

export function coverOf({ title, place, colour }: Book): string {
  const signal = xml(colour);
  return `<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
<title>${xml(title)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#f4f4ee"/>
<path d="M60 60V740" stroke="${signal}" stroke-width="3"/>
<circle cx="60" cy="60" r="9" fill="${signal}"/>
<circle cx="60" cy="740" r="9" fill="${signal}"/>
${place === undefined ? mark() : globe(place, signal)}
</svg>
`;
}

function globe({ lat, lon }: NonNullable<Book["place"]>, signal: string): string {
  const { path, pin, rim } = globeRows(lat, lon, { size: GLOBE, rows: 72 });
  return `<g transform="translate(${LEFT} ${TOP})">
<path d="${path}" stroke="#76827c" stroke-width="2" fill="none"/>
<circle cx="${rim.x}" cy="${rim.y}" r="${rim.r}" fill="none" stroke="#76827c" stroke-width="1"/>
<circle cx="${pin.x}" cy="${pin.y}" r="9" fill="${signal}"/>
<circle cx="${pin.x}" cy="${pin.y}" r="20" fill="none" stroke="${signal}" stroke-width="2"/>
</g>
<path d="M60 ${TOP + pin.y}H${LEFT + pin.x}" stroke="${signal}" stroke-width="2"/>`;
}

const mark = (): string =>
  `<path d="M150 400H270M330 400H450" stroke="#14221e" stroke-width="36"/>`;

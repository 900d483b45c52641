/** What a row of each kind of dataset holds, and what each of its cells must be. */
import * as v from "valibot";
import { date, line } from "../../platform/folder/fields.ts";
import { alpha2 } from "./countries.ts";
import type { Dataset } from "./records.ts";
import type { FieldName } from "./records.ts";

export interface Field {
  readonly name: FieldName;
  /** Words that follow "expected". */
  readonly expected: string;
  readonly isOptional?: true;
  /** The value that the table keeps; undefined where the cell does not fit. */
  readonly read: (cell: string) => string | number | undefined;
}

const whole = (name: FieldName, max: number): Field => ({
  name,
  expected: `a whole number from 0 to ${max}`,
  read: (cell) => (/^[0-9]{1,12}$/.test(cell) && Number(cell) <= max ? Number(cell) : undefined),
});

const NUMBER = /^-?[0-9]{1,16}(?:\.[0-9]{1,16})?$/;
const number = (name: FieldName, min: number, max: number, expected: string): Field => ({
  name,
  expected,
  read: (cell) =>
    NUMBER.test(cell) && Number(cell) >= min && Number(cell) <= max ? cell : undefined,
});
const words = (name: FieldName, isOptional?: true): Field => ({
  name,
  expected: "one line of text",
  ...(isOptional && { isOptional }),
  read: (cell) => (v.is(line, cell) ? cell : undefined),
});

const KBPS = 100_000_000; // 100 Gbit/s: beyond any line to a home
const MS = 600_000; // ten minutes
const MANY = 1_000_000_000;

/** In the order of the tables' columns. */
export const ROW_KINDS: Readonly<Record<Dataset["kind"], readonly Field[]>> = {
  "country-indicator": [
    {
      name: "country",
      expected: "a country of ISO 3166 such as ZA or ZAF",
      read: (cell) => alpha2(cell),
    },
    {
      name: "date",
      expected: "a year, a month or a day such as 2026, 2026-11 or 2026-11-24",
      read: (cell) => (v.is(date, cell) ? cell : undefined),
    },
    number("value", 0, Number.MAX_SAFE_INTEGER, "a number not below 0"),
  ],
  tiles: [
    {
      name: "quadkey",
      expected: "a quadkey: up to 23 digits from 0 to 3",
      read: (cell) => (/^[0-3]{1,23}$/.test(cell) ? cell : undefined),
    },
    whole("avg_d_kbps", KBPS),
    whole("avg_u_kbps", KBPS),
    whole("avg_lat_ms", MS),
    whole("tests", MANY),
    whole("devices", MANY),
  ],
  schools: [
    words("id", true),
    words("name"),
    number("lat", -90, 90, "a latitude from -90 to 90"),
    number("lon", -180, 180, "a longitude from -180 to 180"),
    words("connectivity", true),
  ],
};

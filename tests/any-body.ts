/** A body that fits a kind's form, with the same text wherever the form lets anybody write: made from the form itself. */
import * as v from "valibot";

type Schema = v.GenericSchema & {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly items?: readonly Schema[];
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly key?: Schema;
  readonly value?: Schema;
  readonly pipe?: readonly Schema[];
};

const HEX = "ab".repeat(32);
/** Whatever else a text may have to be, the likeliest first. */
const TEXTS = [
  "2026-01-02",
  "2026-01",
  "2026",
  "2026-01-02T00:00:00.000Z",
  "2026-01-02T10:00",
  "en",
  "ZA",
  HEX,
  HEX.slice(0, 32),
  "media/a.jpg",
  "https://example.org/",
  "a",
  "1",
  "10:00",
  "Africa/Johannesburg",
  "EUR",
  "#aa3300",
  "Water",
  "water",
  "image/jpeg",
  `${"A".repeat(42)}A`,
  `${"A".repeat(85)}A`,
  "01a20d6d5a00-0003",
  "CC-BY-4.0",
  "00:00:01.000",
  "web",
  "story",
];

/** @param media names of files that are there @returns undefined where none was found: then a sample has to be given */
export function anyBody(
  form: v.GenericSchema,
  text: string,
  media: readonly string[] = [],
): unknown {
  const body = valueOf(form, [text, `${text}.`, text.toLowerCase().replaceAll(" ", "-"), ...media]);
  if (v.is(form, body)) return body;
  // Rules over several fields: without one or the other of those that may be absent.
  return lighter(form, body);
}

function lighter(form: Schema, body: unknown): unknown {
  if (typeof body !== "object" || body === null) return undefined;
  const optional = Object.keys(form.entries ?? inner(form)?.entries ?? {}).filter(
    (name) => name in body,
  );
  for (let n = 1; n <= 3; n++)
    for (const names of combinations(optional, n)) {
      const less = Object.fromEntries(
        Object.entries(body).filter(([name]) => !names.includes(name)),
      );
      if (v.is(form, less)) return less;
    }
  return undefined;
}

function* combinations(names: readonly string[], n: number, from = 0): Generator<string[]> {
  if (n === 0) yield [];
  else
    for (const [i, name] of names.entries())
      if (i >= from) for (const rest of combinations(names, n - 1, i + 1)) yield [name, ...rest];
}

const inner = (form: Schema): Schema | undefined => form.pipe?.[0] ?? form.wrapped;

function valueOf(form: Schema, texts: readonly string[]): unknown {
  const plain: Schema = form.pipe ? ({ ...form.pipe[0]!, pipe: undefined } as never) : form;
  switch (plain.type) {
    case "string":
      return [...texts, ...TEXTS].find((one) => v.is(form, one)) ?? texts[0];
    case "number":
      return [1, 0, 2026, 0.5, 10].find((one) => v.is(form, one)) ?? 1;
    case "boolean":
      return [true, false].find((one) => v.is(form, one));
    case "literal":
      return plain.literal;
    case "picklist":
    case "enum":
      return plain.options![0];
    case "optional":
    case "exact_optional":
    case "nullable":
    case "nullish":
    case "lazy":
      return valueOf(plain.wrapped!, texts);
    case "array": {
      const one = valueOf(plain.item!, texts);
      return [[one], [one, one], [one, one, one, one]].find((all) => v.is(form, all)) ?? [one];
    }
    case "tuple":
    case "strict_tuple":
      return plain.items!.map((item) => valueOf(item, texts));
    case "record":
      return { [String(valueOf(plain.key!, texts))]: valueOf(plain.value!, texts) };
    case "union":
    case "variant": {
      const all = (plain.options as readonly Schema[]).map((one) => valueOf(one, texts));
      return all.find((one) => v.is(form, one)) ?? all[0];
    }
    case "object":
    case "strict_object":
    case "loose_object": {
      const body = Object.fromEntries(
        Object.entries(plain.entries!).map(([name, one]) => [name, valueOf(one, texts)]),
      );
      return v.is(form, body)
        ? body
        : (lighter({ ...form, entries: plain.entries } as Schema, body) ?? body);
    }
    default:
      return undefined;
  }
}

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import * as v from "valibot";
import { date, line } from "./fields.ts";
import { unfold } from "./form.ts";
import { parseTree } from "./tree.ts";
import { writeJson, writeYaml, writeYamlList } from "./write.ts";

const awkward = [
  "no 2021 1e3 0x1f 12:30 ~ null --- ... y #x &a *a !x %x @x ` a,b [x] a: ' \"".split(" "),
  ["", "a: b", "- x", "x #y", "a\nb", "a\n\n b\n", "a\n---\nb", "x\ty", "a\r\nb", " a "],
  ["\u2028a\nb", "\ufeffa", "a\u0085b"],
].flat();
const text = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.constantFrom(...awkward));
const key = text.filter((name) => !(name in Object.prototype) && name.length < 900);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
const simple = fc.oneof(text, number, fc.integer(), fc.boolean(), fc.constant(null));
const { group } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, simple, fc.array(tie("value"), { maxLength: 4 }), tie("group")),
  group: fc.dictionary(key, tie("value"), { maxKeys: 4 }).map((fields) => ({ ...fields })),
}));
const groups = group as fc.Arbitrary<Record<string, unknown>>;
const read = (written: string, format: "yaml" | "json") =>
  parseTree(written, { format, form: [] }).value;
const notEmpty = (fields: object) => Object.keys(fields).length > 0;

test("F11 canonical YAML and JSON read back as the value that was written", () => {
  fc.assert(
    fc.property(groups.filter(notEmpty), (value) => {
      assert.deepEqual(read(writeYaml(value, []), "yaml"), value);
      assert.deepEqual(read(writeJson(value, []), "json"), value);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.array(groups.filter(notEmpty)), (values) => {
      assert.deepEqual(read(writeYamlList(values, []), "yaml"), values);
    }),
    { numRuns: 200 },
  );
});

test("F11 writing what was read writes the same again, in the order of the form", () => {
  const form = unfold(
    v.strictObject({ title: line, by: v.optional(date), list: v.array(line), deep: v.any() }),
  );
  const written = `title: "2021"\nby: 2021\nlist: [a, b]\ndeep: { a: 1, b: "2" }\n`;
  const value = { list: ["a", "b"], by: "2021", title: "2021", deep: { b: "2", a: 1 } };
  assert.equal(writeYaml(value, form), written);
  fc.assert(
    fc.property(groups.filter(notEmpty), (fields) => {
      const once = writeYaml(fields, form);
      assert.equal(
        writeYaml(parseTree(once, { format: "yaml", form: [] }).value as object as never, form),
        once,
      );
    }),
  );
});

test("F11 groups of one list stand each on one line, or none", () => {
  const short = { id: "a", name: "A" };
  assert.equal(
    writeYaml({ list: [short, short] }, []),
    "list:\n  - { id: a, name: A }\n  - { id: a, name: A }\n",
  );
  const long = { id: "b", name: "B".repeat(100) };
  assert.equal(
    writeYaml({ list: [short, long] }, []),
    `list:\n  - id: a\n    name: A\n  - id: b\n    name: ${long.name}\n`,
  );
});

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import * as fc from "fast-check";
import { canonicalText, namesOf, textOf, typedOf, yamlProblems } from "./typed.ts";

test("W2 every story and translation of the first campaign goes through the form byte for byte", () => {
  const files = globSync("campaign/stories/*.md");
  assert.ok(files.length > 10);
  for (const file of files) {
    const kind = /\.[a-zA-Z-]+\.md$/.test(file) ? "translation" : "story";
    const text = readFileSync(file, "utf8");
    assert.equal(typedOf(kind, text)["file"], undefined, file);
    assert.equal(canonicalText(kind, text), text, file);
  }
});

const words = fc.stringMatching(/^[a-z:#'"-]([ -~é山]{0,20}[a-z])?$/).filter((s) => s.trim() === s);

test("W2 law: what was typed into a field comes back, whatever it is", () => {
  const names = namesOf("story").filter((name) => !["file", "lead"].includes(name));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), words), (typed) => {
      const back = typedOf("story", textOf("story", typed));
      assert.equal(back["file"], undefined);
      for (const name of ["title", "summary", "cover_alt", "markdown", "disclaimer"])
        assert.equal(back[name] ?? "", typed[name] ?? "", name);
      assert.equal(textOf("story", back), textOf("story", typed));
    }),
  );
});

test("W2 sources that cannot be read are kept as they were typed, and named", () => {
  const typed = { title: "A mast", sources: "- { title: A page, url: https://a.example\n- next" };
  const back = typedOf("story", textOf("story", typed));
  assert.equal(back["sources"], typed.sources);
  assert.match(yamlProblems("story", back)["sources"]!, /^line \d/);
  assert.equal(typedOf("story", "no front matter")["file"], "no front matter");
});

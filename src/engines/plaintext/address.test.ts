import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, property, string, webUrl } from "fast-check";
import { partsOf, readAddress } from "./address.ts";
import { skeleton } from "./look.ts";
import { meant } from "./punycode.ts";

const shown = (typed: string) => readAddress(typed)?.shown;

test("PX6 names that look alike have one skeleton", () => {
  for (const [a, b] of [
    ["Editor", "Еdіtоr"],
    ["Editor", "EDIT0R"],
    ["Mankosi", "Маnkоsі"],
    ["Baraka", "Ваrаkа"],
    ["Baraka", "вакака".replace("к", "r")],
    ["Connect, Not Divide", "Connect  Nоt\u200b Divide!"],
    ["José", "Jose"],
    ["Wim", "VVirn"],
    ["𝐀mina", "Amina"],
  ] as const)
    assert.equal(skeleton(a), skeleton(b), `${a} and ${b}`);
  for (const [a, b] of [
    ["Amina", "Amin"],
    ["आशा", "आशी"],
    ["محمد", "محمود"],
    ["李明", "李朋"],
  ] as const)
    assert.notEqual(skeleton(a), skeleton(b), `${a} and ${b}`);
});

test("PX7 a host is shown as it is meant, and as it travels where it could be taken for another", () => {
  assert.equal(shown("https://MÜNCHEN.de/"), "https://münchen.de");
  assert.equal(shown("https://xn--mnchen-3ya.de/a"), "https://münchen.de/a");
  assert.equal(shown("https://пример.рф"), "https://пример.рф");
  assert.equal(shown("https://例え.jp"), "https://例え.jp");
  assert.equal(shown("https://مثال.إختبار/x"), "https://مثال.إختبار/x");
  assert.equal(shown("https://аррӏе.com"), "https://xn--80ak6aa92e.com");
  assert.equal(shown("https://gооgle.com"), "https://xn--ggle-55da.com");
  assert.equal(shown("https://ｅxample.org"), "https://example.org");
  for (const label of ["bücher", "例え", "пример", "ไทย", "faß-ẞ", "😀", "a-ü-z"].map((l) =>
    l.toLowerCase(),
  )) {
    const host = new URL(`https://${label}.org`).hostname.split(".")[0]!;
    assert.ok(meant(host) === label || host === label || label.includes("ß"), label);
  }
});

test("PX8 a long address is short in its middle, its host stays whole, and none names somebody", () => {
  const long = readAddress(`https://example.org/${"path/".repeat(50)}the-end`)!;
  assert.match(long.shown, /^https:\/\/example\.org\/path\/.*…path\/the-end$/);
  assert.ok(long.shown.length <= 60);
  assert.equal(shown("https://u:p@example.org/"), undefined);
  assert.equal(shown("https://paypal.com@example.org/"), undefined);
  assert.equal(shown("ftp://example.org/"), undefined);
  assert.equal(shown("https://"), undefined);
  assert.equal(shown("https://ar.wikipedia.org/wiki/%D8%B4"), "https://ar.wikipedia.org/wiki/ش");
  assert.equal(shown("https://example.org/a%E2%80%AEb"), "https://example.org/a%E2%80%AEb");
  const texts = (text: string) =>
    partsOf(text).map((part) => (part.address ? `[${part.text}]` : part.text));
  assert.deepEqual(texts("See (https://a.org/b_(c)), or https://d.org/e?f=g."), [
    "See (",
    "[https://a.org/b_(c)]",
    "), or ",
    "[https://d.org/e?f=g]",
    ".",
  ]);
  assert.deepEqual(texts("https://u:p@a.org “https://b.org”"), [
    "https://u:p@a.org “",
    "[https://b.org]",
    "”",
  ]);
  holds(
    property(string({ unit: "binary" }), webUrl(), string({ unit: "binary" }), (a, url, b) => {
      const parts = partsOf(`${a} ${url} ${b}`);
      assert.equal(parts.map(({ text }) => text).join(""), `${a} ${url} ${b}`);
      for (const { address } of parts)
        if (address) assert.doesNotMatch(address.href, /^[^/]+\/\/[^/]*@/);
    }),
  );
});

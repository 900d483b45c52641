import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { array, assert as holds, constantFrom, oneof, property, string } from "fast-check";
import { partsOf } from "./address.ts";
import { tidy } from "./tidy.ts";
import { trouble } from "./trouble.ts";

/** What hostile texts are made of, and what stands around it. */
const PIECES =
  "a b é\u0301\u0489\u0344\u20e3 0# \u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\ufe0f\ufe00\u180b\u3164 \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069 \u200e\u200f\u061c שלום نم\u064bی क्षक़ ကြွ\u1039 ន្ត មាន ไทย ᠮᠣᠩ 葛\u{e0100} 👩🔥❤🏴\u{e0067}\u{e0062}\u{e007f}🏽 ᄀ\u1161\u11a8 \r\n\r\t\v\u2028 \ud800\udc00 \uffff\ufff9 > : \u09c7\u09be";
const texts = oneof(
  array(constantFrom(...Array.from(PIECES)), { maxLength: 60 }).map((all) => all.join("")),
  array(constantFrom(...PIECES.split("")), { maxLength: 60 }).map((all) => all.join("")),
  string({ unit: "binary", maxLength: 200 }),
);
const many = { numRuns: 3000 };

test("PX1 a tidied text stays as it is, in normal form C, and is never longer", () => {
  holds(
    property(texts, (text) => {
      const once = tidy(text);
      assert.equal(tidy(once), once);
      assert.equal(once.normalize("NFC"), once);
      assert.ok(once.length <= text.normalize("NFC").length);
      assert.ok(once.isWellFormed());
    }),
    many,
  );
});

test("PX2 every word of ours in eight languages stays as it is, and words that unseen characters make", () => {
  const files = globSync(["translations/*.po", "src/features/**/*words.ts"]);
  const lines = files.flatMap((file) => readFileSync(file, "utf8").split("\n"));
  assert.ok(files.length > 30 && lines.length > 50_000);
  const turns = /[\u200e\u200f\u2066-\u2069]/g; // some stand alone where a sentence is put together
  for (const line of lines)
    assert.equal(tidy(line).replace(turns, ""), line.normalize("NFC").replace(turns, ""));
  for (const word of [
    "می‌خواهم", // Persian: the joiner’s opposite
    "ه‍.ق", // Persian: a joiner at the end
    "क्‍ष", // Hindi: half a letter
    "ক্‌ষ",
    "র‍্যাব", // Bengali
    "ന്‍", // Malayalam, as it was written before 2008
    "ශ්‍රී", // Sinhala
    "ភាសា​ខ្មែរ", // Khmer: where a line may end
    "ကြွေ",
    "བརྒྱུད",
    "שָׁלוֹם",
    "ٱلرَّحْمَٰنِ",
    "ᠮᠣᠩᠭᠣᠯ᠋",
    "葛󠄀城",
    "👩‍👩‍👧‍👦",
    "👩🏽‍⚕️",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "1️⃣",
    "❤️‍🔥",
  ])
    assert.equal(tidy(word), word.normalize("NFC"), `${word} ${codes(word)}`);
});

test("PX3 what nobody sees goes, and a line ends in one way", () => {
  assert.equal(tidy("pay\u200bpal\u00ad\u2060\ufeff \u034f!\u3164"), "paypal !");
  assert.equal(tidy("a\u200db a\u200cb"), "ab ab");
  assert.equal(tidy("hid\u{e0068}\u{e0069}den 😀\u{e0101}\u{e0102}"), "hidden 😀");
  assert.equal(tidy("a\u0000\u001b[31mb\u0085c\ud800"), "a[31mb\nc");
  assert.equal(
    tidy("\r\n one \r\ntwo\rthree\u2028four\n\n \n\t\n\nfive  \n"),
    " one\ntwo\nthree\nfour\n\nfive",
  );
  assert.equal(tidy("\u200b\u2066\u2069 \u202e\n\u200f"), "");
});

test("PX4 no override stays, and what turns the direction ends with its line", () => {
  assert.equal(tidy("photo\u202egpj.exe"), "photogpj.exe");
  assert.equal(tidy("שלום \u202eabc\u202c עולם"), "שלום abc עולם");
  assert.equal(tidy("\u2067שלום\nabc"), "שלום\nabc");
  assert.equal(tidy("\u2069שלום\u202c"), "שלום");
  assert.equal(tidy("\u202bשלום\u202c"), "\u2067שלום\u2069");
  assert.equal(tidy("שלום\u200f\u200f\u200f!"), "שלום\u200f!");
  const deep = `${"\u2067".repeat(1000)}שלום${"\u2069".repeat(1000)}`;
  assert.equal(tidy(deep), "\u2067".repeat(4) + "שלום" + "\u2069".repeat(4));
  holds(
    property(texts, (text) => {
      for (const line of tidy(text).split("\n")) {
        assert.doesNotMatch(line, /[\u202a-\u202e]/);
        const opens = line.match(/[\u2066-\u2068]/g)?.length ?? 0;
        assert.equal(line.match(/\u2069/g)?.length ?? 0, opens);
      }
    }),
    many,
  );
});

test("PX5 marks stay on their line, and a hundred thousand of them hold up nothing", () => {
  const alike = "a" + "\u0301".repeat(50_000) + "\u0316".repeat(50_000);
  const mixed = "a" + "\u0301\u0316".repeat(50_000) + " end";
  assert.equal(tidy(alike), "á\u0301\u0301\u0301");
  assert.match(tidy(mixed), /^á\S{3} end$/u);
  assert.equal(tidy("က" + "\u1039".repeat(500)).length, 13);
  assert.equal(tidy("x".repeat(100_000)).length, 100_000);
});

test("PX14 whatever is repeated, a long text takes time in proportion", () => {
  const before = ["", "a", "\u05d0", "http://a.org/"];
  const repeated = [
    " ",
    "\n",
    " \n",
    "\t",
    "\u00a0",
    "\u0301",
    "\u2067",
    "\u202e",
    "\u2069",
    "\u200d",
    "(",
  ]
    .concat([
      ")",
      ").",
      "‘",
      "👨\u200d",
      "a\u200b ",
      "http://a.org ",
      "\ufeff",
      "\r\n",
      "@a.org ",
      "аb ",
    ])
    .flatMap((piece) => [piece, `${piece}\u05d0`]);
  for (const start of before)
    for (const piece of repeated) {
      const text = `${start}${piece.repeat(Math.ceil(LONG / piece.length))}b`;
      assert.ok(timeOf(() => tidy(text)) < SECOND, `tidy ${JSON.stringify(start + piece)}`);
      assert.ok(timeOf(() => partsOf(text)) < SECOND, `parts ${JSON.stringify(start + piece)}`);
      assert.ok(timeOf(() => trouble(text)) < SECOND, `trouble ${JSON.stringify(start + piece)}`);
    }
});

const LONG = 60_000; // characters: what takes the square of them took 26 seconds
const SECOND = 1000; // ms

/** In ms of this thread's processor, so that others on the machine are not counted. */
function timeOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const codes = (text: string) =>
  Array.from(text)
    .map((one: string) => one.codePointAt(0)!.toString(16))
    .join(" ");

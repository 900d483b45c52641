/** How long HTML from elsewhere takes to become text: an ordinary post, and a megabyte of the worst. */
import { wordsOfHtml } from "../src/platform/federation/words-of-html.ts";

const ROUNDS = 5; // the median is told
const MEGABYTE = 1_000_000;
const POST =
  '<p>We mend it with a rope. <a href="https://example.org/a"><span class="invisible">https://</span>example.org/a</a></p>';

const ordinary = time(POST.repeat(5));
console.log(JSON.stringify({ name: "HTML to text: a post", value: ordinary, unit: "ms" }));
for (const piece of [
  "<b>",
  "<div><p>",
  "<ul><li>",
  "<s>",
  "<",
  "&amp;",
  "</p>",
  "<p hidden>",
  POST,
])
  console.log(
    JSON.stringify({
      name: `HTML to text: a megabyte of ${piece.slice(0, 12)}`,
      value: time(piece.repeat(Math.ceil(MEGABYTE / piece.length))),
      unit: "ms",
    }),
  );

function time(html: string): number {
  wordsOfHtml({ html, most: 5000 });
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    wordsOfHtml({ html, most: 5000 });
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return Number(times[ROUNDS >> 1]!.toFixed(2));
}

/** What once was lost of a post on its way, each by a small example. */
import assert from "node:assert/strict";
import test from "node:test";
import { withCover } from "./cover.ts";
import { expand } from "./shortcodes.ts";
import { toMarkdown } from "./to-markdown.ts";

const turned = (html: string) => {
  const notes = new Set<string>();
  const text = toMarkdown(expand(html, { isPlain: false, files: new Map() }, notes), {
    notes,
    link: (url) => url,
    picture: () => undefined,
  });
  return { text, notes: [...notes] };
};

/** A picture of a library, by its number. */
const library = new Map(
  ["5", "6", "7"].map((id) => [
    id,
    {
      url: `https://old.example.org/p${id}.${id === "7" ? "pdf" : "png"}`,
      alt: `Alt ${id}`,
      caption: `Below <b>picture</b> ${id}`,
      parent: id === "6" || id === "7" ? "9" : "1",
    },
  ]),
);

test("AR17 no visible word is lost: lines of a block, captions of a gallery, titles of marks, links side by side", () => {
  const pre = `<pre class="x">First<br>line<br /><br/>Second <i>word</i></pre><pre><code class="language-js">a\nb</code> and more</pre>`;
  assert.equal(
    turned(pre).text,
    "```\nFirst\nline\n\nSecond word\n```\n\n```js\na\nb and more\n```",
  );
  assert.equal(turned("<pre>a\n```\nb</pre>").text, "````\na\n```\nb\n````");
  const files =
    '<a href="https://x.example.org/a">The plan</a><a href="https://x.example.org/a">Fetch</a>';
  assert.match(turned(files).text, /\) \[Fetch\]/);
  assert.match(turned("kept <![CDATA[ inner words ]]> after").text, /^kept\s+inner words\s+after$/);
  const marks =
    '[box title="A title" color="red"]inside[/box] [quote text=\'Said so\' cite="By her"]';
  for (const words of ["A title", "inside", "Said so", "By her"])
    assert.ok(turned(marks).text.includes(words), words);
  assert.doesNotMatch(turned(marks).text, /red/);
  const old =
    '[caption id="x" caption="In the mark"]<img src="https://old.example.org/a.png">[/caption]';
  assert.match(turned(old).text, /In the mark/);
  const shown = (html: string, post?: string) =>
    expand(html, { isPlain: true, files: library, ...(post && { post }) }, new Set());
  assert.match(shown('[gallery ids="5"]'), /p5\.png[^]*Below <b>picture<\/b> 5/);
  const own = shown("[gallery]", "9");
  assert.match(own, /p6\.png/);
  assert.doesNotMatch(own, /p5|p7/, "those of the post, and pictures alone");
  assert.doesNotMatch(shown("[gallery]"), /<img/);
});

test("AR17 the words below a cover are the first paragraph, on a page below its picture", () => {
  const cover = { url: "https://old.example.org/a.png", alt: "A", caption: "By <i>her</i>" };
  const notes = new Set<string>();
  const story = withCover("<p>x</p>", { cover, isPage: false }, notes);
  assert.equal(turned(story).text, "By *her*\n\nx");
  assert.equal(notes.size, 1);
  assert.match(withCover("<p>x</p>", { cover, isPage: true }, notes), /<img [^]*By <i>her/);
  assert.equal(withCover("y", { cover: { ...cover, caption: "" }, isPage: false }, notes), "y");
});

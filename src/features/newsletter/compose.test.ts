import assert from "node:assert/strict";
import test from "node:test";
import { openMail } from "../../platform/mail/mail.ts";
import { LANGUAGES } from "../../platform/words/catalogue.ts";
import { bodyOf, MAX_MAIL, messageTo } from "./compose.ts";
import type { MailStory } from "./mail-content.ts";
import { nextDaily } from "./follow.ts";

const FROM = {
  name: "A campaign",
  base: "https://campaign.example",
  independence:
    "Independent of, and not endorsed by, any organisation that is named in a story of the campaign.",
  stories: "https://campaign.example/stories",
};
const ANA = {
  id: "ana",
  address: "ana@example.org",
  lang: "en",
  since: "2026-11-24",
  stop: "https://campaign.example/updates/stop/AAAAAAAAAAAAAAAAAAAAAA",
};
const told = (paragraph: string, n: number, title = "A story"): MailStory => ({
  title,
  who: "Ana, Mankosi",
  summary: "What a link changed.",
  markdown: Array.from({ length: n }, (_, i) => `${paragraph} ${i}`).join("\n\n"),
  lang: "en",
  url: "https://campaign.example/stories/mast",
});
const SCRIPTS = {
  Latin: "A mast stands on the school; it carries the calls of the village.",
  French: "L’été, l’école prête son toit à la communauté rurale où elle est née.",
  Arabic: "يقف البرج على المدرسة ويحمل مكالمات القرية كلها في كل يوم.",
  Chinese: "学校的屋顶上立着一座铁塔,承载着全村的通话。",
  marks: "e\u0301".repeat(60),
};

test("U5 a mail is at most 10,000 bytes as it is sent, in any script and language, and uses most of them", async () => {
  const mail = openMail("smtp://localhost");
  const stop = `${ANA.stop}?lang=zh-Hans`;
  const letters = LANGUAGES.flatMap((lang) =>
    Object.entries(SCRIPTS).map(([script, words]) => ({ lang, script, words })),
  );
  for (const { lang, script, words } of letters)
    for (const stories of [
      [told(words, 400, words.slice(0, 60))],
      Array.from({ length: 60 }, () => told(words, 1, words)),
    ]) {
      const body = bodyOf(stories, lang, FROM);
      const message = messageTo({ ...ANA, lang, stop }, "u", stories, body, FROM);
      const weight = await mail.weigh(message);
      assert.ok(weight <= MAX_MAIL && weight > 6500, `${script} in ${lang}: ${weight} bytes`);
      assert.match(message.text, /campaign\.example\/stories/);
      assert.ok(message.text.includes(ANA.stop));
    }
  const short = [told(SCRIPTS.Latin, 2)];
  const { text } = messageTo(ANA, "u", short, bodyOf(short, "en", FROM), FROM);
  assert.match(text, /calls of the village\. 1\n\nRead this on the web:/);
});

test("U6 one text for all readers of a language: it differs by the address that stops it", () => {
  const stories = [
    told("![A mast](/media/x.webp) [Mankosi](/places/mankosi)[^1] is **there**.", 1),
  ];
  const body = bodyOf(stories, "en", FROM);
  const texts = ["ana", "ben"].map((id) => {
    const whom = { ...ANA, id, address: `${id}@example.org`, stop: `https://c.example/${id}` };
    const { text, headers, to: _to, id: name } = messageTo(whom, "u", stories, body, FROM);
    return { all: JSON.stringify([text, headers]).replaceAll(whom.stop, "STOP"), name };
  });
  assert.equal(texts[0]!.all, texts[1]!.all);
  assert.notEqual(texts[0]!.name, texts[1]!.name);
  assert.match(
    body,
    /A mast Mankosi \(https:\/\/campaign\.example\/places\/mankosi\)\[1\] is there\./,
  );
});

test("U3 the day's mail gathers until six in the morning, and is never one that is being sent", () => {
  const at = (time: string) => nextDaily(Date.parse(`2026-11-24T${time}Z`));
  assert.equal(at("05:59:59").id, "day 2026-11-24");
  assert.equal(at("06:00:00").id, "day 2026-11-25");
  assert.equal(at("23:00:00").due, Date.parse("2026-11-25T06:00:00Z"));
});

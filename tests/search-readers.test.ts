/**
 * Thirty questions as readers ask them, in eight languages, and what each should find in the first campaign. They were
 * written down before anything was tuned; whoever tunes changes the search, not the questions.
 */
import assert from "node:assert/strict";
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { serve, temporary, type Served } from "../tools/program.ts";
import { succeed } from "./commands.ts";

/** The language of the page on which it is asked, what is typed, and the addresses of which one should come first, second or third. */
type Asked = readonly [lang: string, words: string, ...finds: string[]];

/** Stories that a teacher leads, each an answer to whoever asks for teachers. */
const BY_TEACHERS = ["/stories/ten-sleep", "/stories/bulilima"] as const;
const QUESTIONS: readonly Asked[] = [
  ["en", "teachers", "/stories/mankosi", ...BY_TEACHERS],
  ["en", "deaf children", "/stories/storysign"],
  ["en", "horse", "/stories/tusheti"],
  ["en", "computer courses in Kenya", "/stories/digitruck"],
  ["en", "storm", "/stories/james-valley", "/stories/viaero"],
  ["en", "chain saw", "/stories/rainforest"],
  ["en", "Nepal", "/places/nangi", "/stories/nangi"],
  ["fr", "école", "/stories/mankosi", "/stories/talea", "/stories/schools-map"],
  ["fr", "enseignant", "/stories/mankosi", "/stories/what-this-is", ...BY_TEACHERS],
  ["fr", "Afrique du Sud", "/places/mankosi", "/stories/mankosi"],
  ["fr", "telephones montagne", "/stories/talea"],
  ["fr", "Géorgie", "/places/omalo", "/stories/tusheti"],
  ["es", "docentes", "/stories/mankosi", ...BY_TEACHERS],
  ["es", "teléfonos celulares", "/stories/talea"],
  ["es", "Filipinas", "/places/palawan", "/stories/rainforest"],
  ["es", "antena", "/stories/talea"],
  ["pt", "Tailândia", "/places/mae-sot", "/stories/thai-samakhi"],
  ["pt", "escolas", "/stories/schools-map"],
  ["pt", "conexao na aldeia", "/stories/nangi"],
  ["ar", "نيبال", "/places/nangi", "/stories/nangi"],
  ["ar", "معلم", "/stories/mankosi", ...BY_TEACHERS],
  ["ar", "مدرسه", "/stories/schools-map"],
  ["sw", "shule", "/stories/schools-map"],
  ["sw", "Afrika Kusini", "/places/mankosi", "/stories/mankosi"],
  ["hi", "नेपाल", "/places/nangi", "/stories/nangi"],
  ["hi", "पहाड पर गांव", "/stories/nangi"],
  ["hi", "शिक्षक", "/stories/mankosi", ...BY_TEACHERS],
  ["zh", "尼泊尔", "/places/nangi", "/stories/nangi"],
  ["zh", "聋童", "/stories/storysign"],
  ["zh", "教师", "/stories/mankosi", ...BY_TEACHERS],
];
const FOUND = 27;

/** In languages in which the campaign has no story of its own yet, a few words of one. */
const TRANSLATIONS: Readonly<Record<string, readonly [title: string, summary: string]>> = {
  "schools-map.pt": [
    "Christopher Fabian e o mapa de cada escola",
    "Em 2018 ninguém sabia quantas escolas existem.",
  ],
  "nangi.pt": [
    "Mahabir Pun e uma rede levada montanha acima",
    "Os vizinhos de Nangi fizeram as conexões de 140 aldeias.",
  ],
  "mankosi.ar": [
    "المعلّمة التي صارت قريتها مشغّل شبكتها",
    "كانت المكالمات غالية، فبنى المعلّمون والجيران شبكة تملكها القرية.",
  ],
  "schools-map.ar": ["كريستوفر فابيان وخريطة كل المدارس", "لم يعرف أحد كم مدرسةً في العالم."],
  "schools-map.sw": [
    "Christopher Fabian na ramani ya kila shule",
    "Mwaka 2018 hakuna aliyejua kuna shule ngapi.",
  ],
  "nangi.hi": [
    "महाबीर पुन, और पहाड़ पर ले जाया गया नेटवर्क",
    "नांगी और 140 गाँवों के लोगों ने अपना नेटवर्क बनाया।",
  ],
  "mankosi.hi": ["शिक्षिका, जिसका गाँव अपना नेटवर्क चलाता है", "शिक्षकों और पड़ोसियों ने नेटवर्क बनाया।"],
  "storysign.zh": ["马克·惠特利，和一本为聋童打手语的书", "一个应用为失聪儿童打手语讲图画书。"],
  "mankosi.zh": ["一位教师，和自己当运营商的村庄", "电话太贵，教师和邻居们建起了自己的网络。"],
};

const folder = temporary();
let server: Served;

before(async () => {
  const campaign = join(folder.dir, "campaign");
  cpSync("campaign", campaign, { recursive: true });
  for (const [name, [title, summary]] of Object.entries(TRANSLATIONS)) {
    const file = join(campaign, "stories", `${name}.md`);
    if (!existsSync(file))
      writeFileSync(
        file,
        `---\ntitle: "${title}"\nsummary: "${summary}"\nstate: machine\n---\n\n${summary}\n`,
      );
  }
  const env = { CND_DATA: join(folder.dir, "data") };
  succeed(["import", campaign], env);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** What a question finds, in the order of the page, without the prefix of a language. */
async function found(lang: string, words: string): Promise<string[]> {
  const path = `${lang === "en" ? "" : `/${lang}`}/search?${new URLSearchParams({ q: words })}`;
  const html = await (await fetch(server.base + path)).text();
  const results = /<section aria-labelledby="(?:names|stories)"[^]*<\/section>/.exec(html)?.[0];
  return [...(results ?? "").matchAll(/<a href="(?:\/[a-z]{2}(?=\/))?(\/[^"]+)"/g)].map(
    (link) => link[1]!,
  );
}

test(`Q9 of thirty questions of readers in eight languages, ${FOUND} find what they should among the first three`, async (t) => {
  assert.equal(QUESTIONS.length, 30);
  assert.equal(new Set(QUESTIONS.map(([lang]) => lang)).size, 8);
  let good = 0;
  for (const [lang, words, ...finds] of QUESTIONS) {
    const first = (await found(lang, words)).slice(0, 3);
    if (finds.some((one) => first.includes(one))) good += 1;
    else t.diagnostic(`${lang} ${words}: ${first.join(" ") || "nothing"}`);
  }
  t.diagnostic(`${good} of ${QUESTIONS.length} find what they should`);
  assert.ok(good >= FOUND);
});

/** What stands in `translations/<language>.po` alone: in no story that is told in that language, and in no English text. */
const IN_FILES: readonly Asked[] = [
  ["fr", "rivière", "/places/mankosi"],
  ["fr", "micrologiciels", "/organisations/asian-institute-of-technology"],
  ["fr", "espaces protégés", "/pledges/protected-areas"],
  ["fr", "forêts que l’on écoute", "/programmes/rainforest-listening"],
  ["fr", "tisserand", "/stories/chanderi"],
  ["ar", "أندورا", "/plans/pyrenees"],
];

test("Q14 what only the campaign's gettext files say of a place, a partner, a pledge, a programme, a story or a plan is found in that language", async () => {
  for (const [lang, words, ...finds] of IN_FILES) {
    const first = (await found(lang, words)).slice(0, 3);
    assert.ok(
      finds.some((one) => first.includes(one)),
      `${lang} ${words}: ${first.join(" ")}`,
    );
  }
  const river = await (await fetch(`${server.base}/fr/search?q=rivi%C3%A8re`)).text();
  assert.match(river, />\s*Dans ce qui en est dit\s*</, "it is not called so");
  const answer = await fetch(`${server.base}/fr/search?q=tisserand`);
  const html = await answer.text();
  assert.match(html, /<h3 lang="fr"|<h3><a href="\/fr\/stories\/chanderi">/);
  assert.match(html, /<mark>tisserands?<\/mark>/i, "shown as it is found");
  assert.match(
    html,
    /<small[^>]*>(?:<span lang="en">)?English/,
    "and the story's own language said",
  );
  assert.ok(!(await found("en", "micrologiciels")).includes(IN_FILES[1]![2]!));
});

/** Made-up stories in eight languages and scripts, for measuring search; never content. Seeded, so runs compare. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cnd } from "../tools/program.ts";
import { seeded } from "./many.ts";

/** Syllables of which words are made; a script without spaces writes them without. */
const TONGUES = {
  en: {
    sounds: "ba con di fer gal hom in ka lo mer net or pas qui ro sta ten un val wi",
    joined: false,
  },
  fr: {
    sounds: "bé cha dou è fran gé hau île jou lé mai nou ô pré qué rê sou té vi œu",
    joined: false,
  },
  ru: {
    sounds: "ба вет го дом ель жар зо ис ка лес мир но об пол ре сто ту ход шко я",
    joined: false,
  },
  ar: { sounds: "با تر ثم جب حد خي دا رس زي سم شب صو طر عل غر فن قر كت مد نو", joined: false },
  hi: { sounds: "का कि गाँ घर चा जल टी डा तो दी ना पा बी मा या रे ला वि शा है", joined: false },
  zh: { sounds: "网 络 学 校 村 子 山 谷 水 电 话 信 号 老 师 孩 路 桥 河 天", joined: true },
  ja: { sounds: "村 学 校 の は が を 電 話 つ な ぐ 山 川 ネ ッ ト 道 人 声", joined: true },
  th: {
    sounds: "ครู บ้าน โรง เรียน น้ำ ทาง เขา ไฟ เสียง คน ฟ้า เครือ ข่าย ต้น ดิน มือ ใจ วัน เดือน ปี",
    joined: true,
  },
} as const;
type Tongue = keyof typeof TONGUES;
export const tongues = Object.keys(TONGUES) as Tongue[];

const VOCABULARY = 3000; // words a language
const LENGTH = 300; // words a story

/** The words of a language, the most frequent first. */
export function vocabulary(tongue: Tongue): string[] {
  const random = seeded(tongues.indexOf(tongue) + 1);
  const sounds = TONGUES[tongue].sounds.split(" ");
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const long = TONGUES[tongue].joined
      ? 2 + Math.floor(random() * 3)
      : 1 + Math.floor(random() * 4);
    words.add(
      Array.from({ length: long }, () => sounds[Math.floor(random() * sounds.length)]!).join(""),
    );
  }
  return [...words];
}

/** Make `dir` a campaign folder with so many stories, the languages in turn. */
export function manyTongues(dir: string, stories: number): void {
  const made = cnd(["init", dir, "--yes"]);
  if (made.code !== 0) throw new Error(made.err);
  mkdirSync(join(dir, "stories"), { recursive: true });
  const words = new Map(tongues.map((tongue) => [tongue, vocabulary(tongue)]));
  const random = seeded(7);
  for (let i = 0; i < stories; i += 1) {
    const tongue = tongues[i % tongues.length]!;
    const known = words.get(tongue)!;
    // As in any language a few words are most of a text: the n-th is about n times rarer than the first.
    const some = (n: number) =>
      Array.from({ length: n }, () => known[Math.floor(known.length ** random()) - 1]!).join(
        TONGUES[tongue].joined ? "" : " ",
      );
    const paragraphs = Array.from({ length: 6 }, () => `${some(LENGTH / 6)}.`).join("\n\n");
    const day = new Date(Date.UTC(2024, 0, 1 + (i % 700))).toISOString().slice(0, 10);
    writeFileSync(
      join(dir, "stories", `made-up-${i}.md`),
      `---\ntitle: ${JSON.stringify(some(5))}\nsummary: ${JSON.stringify(some(12))}\nlanguage: ${tongue}\ncategory: Made up\npublished: ${day}\nauthors: [campaign-desk]\n---\n\n${paragraphs}\n`,
    );
  }
}

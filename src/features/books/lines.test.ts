import assert from "node:assert/strict";
import { test } from "node:test";
import { bookLines } from "../../platform/texts/book-lines.ts";

test("PB40 the sentences of a text are found in every script, and none of it is lost", () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    en: ["The hill is dark.", "“Who is there?” asks Amina.", "A light answers!"],
    fr: ["La colline est noire.", "Qui est là ?", "Une lumière répond !"],
    ar: ["التل مظلم.", "من هناك؟", "ضوء يجيب!"],
    hi: ["पहाड़ी अँधेरी है।", "वहाँ कौन है?", "एक रोशनी जवाब देती है।"],
    zh: ["山很黑。", "谁在那里？", "一盏灯回答了！"],
    am: ["ኮረብታው ጨለማ ነው።", "እዚያ ማን አለ?"],
    sw: ["Kilima ni giza.", "Nani yuko pale?"],
  };
  for (const [lang, lines] of Object.entries(texts)) {
    const isClose = lang === "zh";
    assert.deepEqual(bookLines(lines.join(isClose ? "" : " "), lang), lines, lang);
  }
});

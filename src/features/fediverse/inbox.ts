/** What is told from elsewhere, each to its place: words to the desk, likes to the counts, what is taken back from everywhere. Rules FE1 to FE6. */
import * as v from "valibot";
import { dayAt } from "../../engines/calendar/day.ts";
import { tidy } from "../../engines/plaintext/tidy.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Heard, Hears } from "../../platform/federation/speaking.ts";
import { wordsOfHtml } from "../../platform/federation/words-of-html.ts";
import { language } from "../../platform/folder/fields.ts";
import { shutOut } from "../../platform/private/blocks.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { sha256 } from "../../platform/records/record.ts";
import { commentById, intakeOf, sayerOf, takeBack, thingAbout } from "../conversation/api.ts";
import {
  remarksByAuthor,
  remarkById,
  type Remark,
  type NewRemark,
  askConversation,
} from "../conversation/model.ts";
import { idOf, placeOf } from "./place.ts";
import { askReactors } from "./private.ts";

type Of<What extends Heard["what"]> = Extract<Heard, { what: What }>;

const MAX_WORDS = 5000; // characters; of longer words the rest stands where they were said
const MAX_NAME = 80;

export function fediverseHears(serving: Serving): Hears {
  const { instance, now, base } = serving;
  const ask = instance.log.private;
  const today = () => dayAt(now());
  const intake = intakeOf(serving);
  const host = new URL(base).host;

  async function said(heard: Of<"said">): Promise<void> {
    const { uri, by } = heard;
    if (!heard.isPublic || new URL(uri).host === host) return;
    const { known, shut, place } = await instance.snapshot(async (db) => ({
      known: await remarkById(db, idOf(uri)),
      shut: await shutOut(db, by.uri),
      place: await placeOf(db, await serving.frame(db), heard, today()),
    }));
    if (shut === "blocked") return;
    const { html, warning, calls } = heard;
    const text = wordsOfHtml({ html, warning, calls, most: MAX_WORDS });
    if (known) return changed(known, by.uri, text);
    if (!place || text === "") return;
    const lang = v.safeParse(language, heard.lang);
    await intake.take({
      id: idOf(uri),
      came: "fediverse",
      uri,
      author: by.uri,
      name: nameOf(by),
      text,
      received: today(),
      ...place,
      ...(lang.success && { lang: lang.output }),
      ...(heard.hasMedia && { signals: ["media"] }),
      ...(shut === "muted" && MUTED),
    });
  }

  /** The same author's other words; said once more, nothing happens. */
  async function changed(known: Remark, by: string, text: string): Promise<void> {
    const isSame = text === (known.edit ?? known.text);
    if (known.author !== by || text === "" || isSame || known.state === "withdrawn") return;
    await intake.change(known, text);
  }

  async function deleted({ uri, by }: Of<"deleted">): Promise<void> {
    const isAccount = uri === by;
    const remarks = await instance.snapshot(async (db) =>
      isAccount ? remarksByAuthor(db, uri) : [await remarkById(db, idOf(uri))],
    );
    for (const remark of remarks) {
      if (!remark?.uri || remark.author === null || remark.state === "withdrawn") continue;
      if (new URL(remark.author).host !== new URL(by).host) continue;
      keepWithdrawn(besideData(instance.folder.dir).withdrawn, sha256(remark.uri));
      await takeBack(sayerOf(serving), remark);
    }
    if (isAccount) await askReactors(ask).leave(uri);
  }

  async function reacted({ activity, by, kind, id }: Of<"reacted">): Promise<void> {
    const takes = await instance.snapshot(
      async (db) =>
        (await shutOut(db, by)) === undefined && (await isShown(serving, db, id, today())),
    );
    if (takes) await askReactors(ask).add({ activity, by, kind, about: id });
  }

  async function flagged({ host: from, uris, text }: Of<"flagged">): Promise<void> {
    const abouts = await instance.snapshot(async (db) => {
      if ((await shutOut(db, `https://${from}/`)) === "blocked") return [];
      const shown: string[] = [];
      for (const about of new Set(uris.flatMap((uri) => aboutOf(uri, base))))
        if (await isShown(serving, db, about, today())) shown.push(about); // the desk can do nothing about the rest, and it fills the list
      return shown;
    });
    const words = wordsOfHtml({ html: text, most: 2000 });
    for (const about of abouts)
      await askConversation(ask).report({
        about,
        reason: "elsewhere",
        text: words,
        received: today(),
        host: from,
      });
  }

  return async (heard) => {
    if (heard.what === "said") return said(heard);
    if (heard.what === "deleted") return deleted(heard);
    if (heard.what === "reacted") return reacted(heard);
    if (heard.what === "unreacted")
      return void (await askReactors(ask).undo({ activity: heard.activity, by: heard.by }));
    if (heard.what === "flagged") return flagged(heard);
  };
}

/** A comment by its id, anything else by its subject. */
async function isShown(serving: Serving, db: Db, id: string, today: string): Promise<boolean> {
  if (await commentById(db, id)) return true;
  const frame = await serving.frame(db);
  return (await thingAbout({ db, frame, lang: frame.language, today }, id)) !== undefined;
}

const MUTED: Pick<NewRemark, "state" | "reason"> = { state: "refused", reason: "#muted" };

const nameOf = ({ name, handle }: Of<"said">["by"]): string =>
  tidy(name).replaceAll("\n", " ").trim().slice(0, MAX_NAME).toWellFormed() ||
  handle.slice(0, MAX_NAME);

/** What a reported address means here: a post of ours, or words from elsewhere that we show. */
function aboutOf(uri: string, base: string): string[] {
  const [, id] = /\/ap\/objects\/([0-9a-f]{32,64})$/.exec(uri) ?? [];
  if (id !== undefined && uri.startsWith(`${base}/`)) return [id];
  return uri.startsWith(`${base}/`) ? [] : [idOf(uri)];
}

/** `campaign.yaml` and `pages/<slug>.md` of the campaign folder. */
import { stat } from "node:fs/promises";
import * as v from "valibot";
import { inFile } from "../../platform/folder/fields.ts";
import { checkPoster, filmMedia } from "../../platform/folder/film-fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { checkSky, skyMedia } from "../../platform/folder/sky-fields.ts";
import { longTextForm } from "../../platform/records/last-said.ts";
import { contrast, FOR_WORDS, PAPER, ratioText } from "./settings/contrast.ts";
import {
  CAMPAIGN_EDITED,
  CAMPAIGN_OPENED,
  CAMPAIGN_WITHDRAWN,
  CampaignFile,
  PAGE_EDITED,
  PAGE_TRANSLATED,
  PAGE_WITHDRAWN,
  PAGE_WRITTEN,
  pageForm,
  CAMPAIGN_WORDING,
} from "./records.ts";

/** Bytes; it travels with the first page that somebody opens, over 2G too. */
export const MAX_LOGO = 30_000;

export const campaignFolder: FolderPart = {
  space: "campaign",
  form: "yaml",
  path: "campaign.yaml",
  schema: CampaignFile,
  opening: CAMPAIGN_OPENED,
  edit: CAMPAIGN_EDITED,
  withdrawal: CAMPAIGN_WITHDRAWN,
  refs: {},
  wording: CAMPAIGN_WORDING,
  media: ["logo", "scene.file", ...filmMedia("film"), ...skyMedia("earth")],

  check(thing, problem) {
    const { language, languages, goal, logo, colour, question, topics } = thing as v.InferOutput<
      typeof CampaignFile
    >;
    if (!languages.includes(language))
      problem("languages", `expected ${language}, the campaign's own language, to be among them`);
    if (goal && goal.by < goal.from.slice(0, goal.by.length))
      problem("goal.by", `expected a day not before ${goal.from}, found ${goal.by}`);
    if (question && question.until < question.from)
      problem(
        "question.until",
        `expected a day not before ${question.from}, found ${question.until}`,
      );
    if (question && !topics.some(({ id }) => id === question.topic))
      problem("question.topic", `expected the id of one of the topics, found ${question.topic}`);
    for (const [of, paper] of Object.entries(PAPER)) {
      const own = colour?.[of as keyof typeof PAPER];
      if (own !== undefined && contrast(own, paper) < FOR_WORDS)
        problem(
          `colour.${of}`,
          `expected a colour of ${FOR_WORDS}:1 or more on the paper ${paper}, found ${own} of ${ratioText(contrast(own, paper))}:1`,
        );
    }
    if (typeof logo === "string" && !/\.(png|webp)$/i.test(logo))
      problem("logo", `expected a .png or a .webp, found ${logo}`);
  },

  async checkFiles(thing, pathOf, problem) {
    const { logo, earth, film } = thing as v.InferOutput<typeof CampaignFile>;
    await checkPoster(film, pathOf, problem);
    await checkSky(earth, "earth", pathOf, problem);
    if (typeof logo !== "string") return;
    const { size } = await stat(pathOf(logo));
    if (size > MAX_LOGO) problem("logo", `expected at most ${MAX_LOGO} bytes, found ${size}`);
  },
};

export const pagesFolder: FolderPart = {
  space: "pages",
  form: "markdown-files",
  path: "pages",
  schema: v.strictObject(pageForm(inFile.namedPicture)),
  opening: PAGE_WRITTEN,
  edit: PAGE_EDITED,
  withdrawal: PAGE_WITHDRAWN,
  translation: { kind: PAGE_TRANSLATED, schema: v.strictObject(longTextForm) },
  refs: {},
  media: ["pictures[].file", "pictures[].night"],
};

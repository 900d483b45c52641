/** What an owner saves, said as one record: as `cnd import` says a file that changed. */
import { createHash } from "node:crypto";
import { openTurn } from "../../../platform/db/in-turn.ts";
import { canonical } from "../../../platform/records/jcs.ts";
import { MAX_BODY } from "../../../platform/records/record.ts";
import { sayUnder } from "../../../platform/sent/opening.ts";
import { sayAbout, type Speaker } from "../../../platform/sent/speaker.ts";
import type { Campaign, FreePage } from "../records.ts";
import { CAMPAIGN_EDITED, PAGE_EDITED, PAGE_WITHDRAWN, PAGE_WRITTEN } from "../records.ts";

/** Of two who save the campaign at once the second sees what the first has said, whichever form they save it by. */
export const inSettingsTurn = openTurn();

/** A text that tells whether something is still what a form was made from. */
export const baseOf = (body: object | undefined): string =>
  createHash("sha256")
    .update(canonical(body ?? {}))
    .digest("base64url");

const SALT = 100; // bytes of a body that are not its words
/** More than one record holds: it comes back with a word before it is said. */
export const isTooLong = (body: object): boolean =>
  Buffer.byteLength(canonical(body)) > MAX_BODY - SALT;

export const editCampaign = (speaker: Speaker, subject: string, body: Campaign) =>
  sayAbout(speaker, subject, { kind: CAMPAIGN_EDITED, body });

/** Under a slug that may be new. */
export const writePage = (speaker: Speaker, slug: string, body: FreePage): Promise<void> =>
  sayUnder(speaker, { space: "pages", slug, kind: PAGE_WRITTEN, edit: PAGE_EDITED, body });

export const withdrawPage = (speaker: Speaker, subject: string) =>
  sayAbout(speaker, subject, { kind: PAGE_WITHDRAWN, body: {} });

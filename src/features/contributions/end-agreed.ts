/** A consent is taken back, by its code or at the desk: in public first, then here. Rules T8 and T19. */
import type { Serving } from "../../platform/feature.ts";
import { askSubmissions } from "../../platform/private/submissions.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { inTurn, type Desk } from "../../platform/sent/desk.ts";
import { sortOf } from "../../platform/sent/sort.ts";
import { takenUp } from "./accept.ts";
import { isOffered } from "./form.ts";
import { askConsents, type ConsentRow } from "./private/consents.ts";
import { takeBackConsent } from "./withdraw.ts";

/** Bytes of files go with the next sweep. */
export async function endAgreed(serving: Serving, found: ConsentRow): Promise<void> {
  const { instance, speaker } = serving;
  const ask = instance.log.private;
  const list = besideData(instance.folder.dir).withdrawn;
  const keeping = (hash: string) => keepWithdrawn(list, hash);
  const files = { media: instance.media, dir: instance.folder.dir };
  const desk: Desk = { speaker, private: ask, keepWithdrawn: keeping, files };
  const sent = await askSubmissions(ask).byHash(found.owner);
  const about = sent && (JSON.parse(sent.about) as object);
  if (about && isOffered(about))
    await inTurn(sent.id, async () => {
      await sortOf(serving.sorts, sent).takeBack(desk, sent);
      await askSubmissions(ask).forget([found.owner]);
    });
  else {
    if (sent) await inTurn(sent.id, () => takenUp(desk, sent));
    // As the draft knows the person.
    const now = (await askConsents(ask).byCode(found.code)) ?? found;
    await takeBackConsent(desk, now, async (hashes) => {
      await askSubmissions(ask).forget(hashes);
    });
  }
}

/** A thing is withdrawn, after what names it was said, and brought back. Two places become one. Rules KO8 and KO9. */
import { after, deskPage } from "../../platform/accounts/pages.tsx";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { whatNames, type Called } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Fields as Read } from "../../platform/web/handler.ts";
import { PlainHead } from "../../platform/web/heads.tsx";
import type { Html } from "../../platform/web/route.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { sayAbout } from "../../platform/sent/speaker.ts";
import { askContent } from "./private.ts";
import { isGone, standingAt } from "./things.ts";
import { inTurn } from "./turn.ts";
import { isMadeHere, OWN_EDITORS, PART, pathOfThing, type ThingVisit } from "./visit.ts";
import type { ContentWords } from "./words.ts";

const SHOWN = 100; // things that name it; more are no help

interface Naming {
  readonly name: string;
  readonly path: string | undefined;
}

export async function namingOf(
  db: Db,
  subject: string,
  words: ContentWords,
): Promise<readonly Naming[]> {
  const found: readonly Called[] = await whatNames(db, subject, SHOWN);
  const slugs = await slugsOf(
    db,
    found.map((one) => one.subject),
  );
  return found.map(({ name, space, subject: of }) => ({
    name,
    path: isMadeHere(words, space) ? pathOfThing(space, slugs.get(of) ?? "") : OWN_EDITORS[space],
  }));
}

export const NamingList = ({
  naming,
  words,
  said = words.named,
}: {
  readonly naming: readonly Naming[];
  readonly words: ContentWords;
  /** Of those that name it. */
  readonly said?: string;
}): Html =>
  naming.length === 0 ? (
    <p>{words.namedByNone}</p>
  ) : (
    <>
      <p>{said}</p>
      <ul class="lines">
        {naming.map(({ name, path }) => (
          <li>
            {path === undefined ? (
              <span dir="auto">{name}</span>
            ) : (
              <a href={path} dir="auto">
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );

export async function showWithdraw(at: ThingVisit): Promise<Reply> {
  const { visit, serving, standing, words, name, space } = at;
  const { account, lang } = visit;
  if (isGone(standing)) return { to: pathOfThing(space, standing.slug) };
  const naming = await serving.instance.snapshot((db) => namingOf(db, standing.subject, words));
  const title = words.withdrawTitle(name);
  const main = (
    <>
      <PlainHead title={title} stand={words.withdrawLead} />
      <NamingList
        naming={naming}
        words={words}
        said={space === "people" ? words.namedPerson : words.named}
      />
      <form method="post">
        <p class="acts">
          <button type="submit" name="do" value="withdraw">
            {words.withdraw}
          </button>
          <a href={pathOfThing(space, standing.slug)}>{words.change(name)}</a>
        </p>
      </form>
    </>
  );
  return { page: deskPage({ account, lang, part: PART, title, main }) };
}

/** Withdrawn, or brought back as it was. Done already, it is not done again. */
export const withdraw = (at: ThingVisit & { readonly visit: Read<"do"> }): Promise<Reply> =>
  inTurn(() => withdrawNow(at));

async function withdrawNow(at: ThingVisit & { readonly visit: Read<"do"> }): Promise<Reply> {
  const { visit, serving, part } = at;
  // It may have become another one while it waited for its turn.
  const standing =
    (await serving.speaker.snapshot((db) => standingAt(db, part, at.standing.slug))) ?? at.standing;
  const { subject, slug, known } = standing;
  const path = pathOfThing(part.space, slug);
  const isBack = visit.fields.do === "restore";
  if (isGone(standing) !== isBack || (isBack && !known.body)) return { to: path };
  const sentence = isBack
    ? { kind: part.edit, body: known.body! }
    : { kind: part.withdrawal, body: {} };
  const said = await sayAbout(serving.speaker, subject, sentence);
  await askContent(serving.instance.log.private).changed(
    said.map(({ id }) => ({ record: id, subject, author: visit.account.name })),
  );
  return { ...after(path), noted: { about: `${part.space}/${slug}`, detail: visit.fields.do } };
}

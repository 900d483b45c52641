/** Notices on one's own page of the desk, and the feed at a secret address. Rules D47 and D49. */
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import { hashOf, isSecret, newSecret } from "../../../platform/private/submissions.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { ATOM, atomFeed } from "../../../platform/web/feed.ts";
import { Choice, Group, Hint } from "../../../platform/web/form-fields.tsx";
import { inPublic } from "../../../platform/web/handler.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { lost, type Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { askNotices, OFTEN, SORTS, type Choice as Chosen } from "./private.ts";
import { isFor } from "./signals.ts";
import { lineOf, sortsOf } from "./telling.ts";
import { wordsIn } from "./words.ts";

const ME = "/desk/me";

/** @param mePage one's own page, with what did not fit */
export function noticeAddresses(
  serving: Serving,
  mePage: (visit: DeskVisit, problems: Readonly<Record<string, string>>) => Promise<Reply>,
): Readonly<Record<string, Extra>> {
  const { door, instance, base, accounts } = serving;
  const notices = askNotices(instance.log.private);
  const secretly = inPublic(serving, { words: wordsIn, secret: true });
  return {
    [`POST ${ME}/notices`]: door.of("anybody", [...SORTS, "often"], async (visit) => {
      const { account, fields, lang } = visit;
      const words = wordsIn(lang);
      const often = OFTEN.find((one) => one === fields.often);
      const what = SORTS.filter((one) => fields[one] === "yes" && isFor(account, one));
      if (!often) return mePage(visit, { often: words.chooseOften });
      if (often !== "never" && what.length === 0) return mePage(visit, { what: words.chooseWhat });
      await notices.choose({ account: account.id, what: what.join(" "), often });
      return { to: `${ME}?done=noticesSaved` };
    }),
    [`POST ${ME}/feed`]: door.of("anybody", ["do"], async ({ account, fields, lang }) => {
      const words = wordsIn(lang);
      if (fields.do === "end") {
        await notices.feed({ account: account.id, feed_hash: null });
        return { to: `${ME}?done=feedEnded` };
      }
      const secret = newSecret();
      await notices.feed({ account: account.id, feed_hash: hashOf(secret) });
      const main = (
        <>
          <PageHead title={words.feedTitle} stand={words.feedShown} />
          <p>
            <code dir="ltr">{`${base}/notices/${secret}`}</code>
          </p>
          <p class="acts">
            <a class="button" href={ME}>
              {words.title}
            </a>
          </p>
        </>
      );
      return { page: deskPage({ account, lang, part: ME, title: words.feedTitle, main }) };
    }),
    "GET /notices/:secret": secretly(async (visit) => {
      const secret = visit.params["secret"]!;
      const choice = isSecret(secret) ? await notices.byFeed(hashOf(secret)) : undefined;
      const account = choice && (await accounts.byId(choice.account));
      if (!account || account.closed) return lost(visit);
      const lang = account.lang ?? visit.frame.language;
      const words = wordsIn(lang);
      const id = `urn:sha256:${hashOf(`notices ${secret}`)}`; // the address opens the feed: it stands in no reader's list of ids
      const body = atomFeed({
        id,
        title: words.feedOf(visit.frame.name),
        description: words.intro,
        lang: words.lang,
        home: `${base}/desk`,
        atom: `${base}/notices/${secret}`,
        json: "",
        began: visit.frame.opened ?? visit.today,
        entries: (await notices.latest(account.id)).map((notice) => ({
          id: `${id}:${notice.at}:${encodeURIComponent(notice.what)}`,
          title: lineOf(notice, words),
          url: base + notice.path,
          published: new Date(notice.at).toISOString(),
          summary: lineOf(notice, words),
        })),
      });
      return { file: Buffer.from(body), type: ATOM, cache: "private, no-store" };
    }),
  };
}

interface NoticesProps {
  readonly account: DeskVisit["account"];
  readonly lang: string;
  readonly choice: Chosen | undefined;
  readonly mails: boolean;
  readonly problems: Readonly<Partial<Record<string, string>>>;
}

export function NoticesPart({ account, lang, choice, mails, problems }: NoticesProps): Html {
  const words = wordsIn(lang);
  const isNew = choice === undefined;
  const chosen = isNew ? SORTS : sortsOf(choice);
  const canMail = mails && account.email !== undefined;
  return (
    <Section id="notices" title={words.title} mini>
      <p>{words.intro}</p>
      {!canMail && <p class="aside">{mails ? words.noAddress : words.noServer}</p>}
      <form method="post" action="/desk/me/notices">
        <Group name="what" legend={words.what} problems={problems}>
          {SORTS.filter((sort) => isFor(account, sort)).map((sort) => (
            <label class="tick">
              <input type="checkbox" name={sort} value="yes" checked={chosen.includes(sort)} />{" "}
              {words.sorts[sort]}
            </label>
          ))}
        </Group>
        <Choice
          name="often"
          lang={lang}
          typed={{ often: choice?.often ?? "never" }}
          problems={problems}
          options={OFTEN.filter((one) => canMail || one === "never").map(
            (one) => [one, words.oftens[one]] as const,
          )}
          required
        >
          {words.often}
        </Choice>
        <p class="acts">
          <button type="submit">{words.save}</button>
        </p>
      </form>
      <form method="post" action="/desk/me/feed">
        <p>
          <strong>{words.feed}</strong> <Hint>{words.feedHint}</Hint>
        </p>
        <p class="acts">
          <button type="submit" name="do" value="make" class="quiet">
            {choice?.feed_hash ? words.feedNew : words.feedMake}
          </button>
          {choice?.feed_hash && (
            <button type="submit" name="do" value="end" class="quiet">
              {words.feedEnd}
            </button>
          )}
        </p>
      </form>
    </Section>
  );
}

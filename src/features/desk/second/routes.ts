/** What is asked beside a PIN or a mail, and how codes from an app are set up. Rules D27, D28 and D29. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { wordsIn as doorWordsIn } from "../../../platform/accounts/words.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { plainPage } from "../pages/plain.tsx";
import { passkeyScript } from "../script.ts";
import { ownPath } from "../sign-in.ts";
import { wordsIn as deskWordsIn } from "../words.ts";
import { BackupCodes, Second, SetUp, type CodeTrouble } from "./pages.tsx";
import { wordsIn } from "./words.ts";

const ME = "/desk/me";
const CODES = `${ME}/codes`;

export function secondAddresses({ accounts, door }: Serving): Readonly<Record<string, Extra>> {
  /** @param onward where somebody goes on who has nothing more to show */
  async function ask(
    { must, lang, account }: DeskVisit,
    onward: string,
    trouble?: CodeTrouble,
  ): Promise<Reply> {
    if (!must) return { to: onward };
    const hasCodes = (await (await accounts.codes()).of(account.id)) !== undefined;
    const hasPasskey = (await accounts.passkeys.of(account.id)).length > 0;
    const words = deskWordsIn(lang);
    const main = Second({ words, must, hasCodes, hasPasskey, onward, trouble });
    const { foot } = doorWordsIn(lang); // the other one says that there is no cookie
    const page = { ...plainPage(wordsIn(lang).title, main, passkeyScript.path), foot };
    const status = { code: 403, busy: 503 };
    return { page, ...(trouble && { status: status[trouble] }) };
  }

  const prove = door.early(["code", "then"], async (visit) => {
    const onward = ownPath(visit.fields.then);
    const cookies = await accounts.enterByCode(visit.fields.code, visit.req);
    if (cookies === "busy") return ask(visit, onward, "busy");
    // The trail has a row of each sign-in already.
    return cookies ? { to: onward, cookies, noted: false } : ask(visit, onward, "code");
  });

  const own = ({ account, lang }: DeskVisit, title: string, main: Html) =>
    deskPage({ account, lang, part: ME, title, main });

  async function setUp(visit: DeskVisit, sealed = ""): Promise<Reply> {
    const { account, signIn, lang } = visit;
    const codes = await accounts.codes();
    const before = codes.again(account, signIn, sealed);
    const begun = before ?? codes.begin(account, signIn);
    const main = SetUp({ words: deskWordsIn(lang), begun, isWrong: sealed !== "" });
    const page = own(visit, wordsIn(lang).codesSet, main);
    return { page, ...(sealed !== "" && { status: 422 }) };
  }

  const confirm = door.sure("anybody", CODES, ["sealed", "code"], async (visit) => {
    const { account, signIn } = visit;
    const codes = await accounts.codes();
    const begun = codes.again(account, signIn, visit.fields.sealed);
    const backup = begun && (await codes.confirm(account, begun, visit.fields.code));
    if (!backup) return setUp(visit, visit.fields.sealed || "none");
    await accounts.madeStrong(signIn);
    await accounts.revokeOthers(account.id, signIn);
    return shown(visit, backup);
  });

  const shown = (visit: DeskVisit, codes: readonly string[]): Reply => ({
    page: own(
      visit,
      wordsIn(visit.lang).backups,
      BackupCodes({ words: deskWordsIn(visit.lang), codes }),
    ),
  });

  return {
    "GET /desk/second": door.early(async (visit) =>
      ask(visit, ownPath(visit.search.get("then") ?? "")),
    ),
    "POST /desk/second": prove,
    [`GET ${CODES}`]: door.sure("anybody", CODES, (visit) => setUp(visit)),
    [`POST ${CODES}`]: confirm,
    [`POST ${CODES}/backup`]: door.sure("anybody", ME, async (visit) => {
      const codes = await (await accounts.codes()).remake(visit.account.id);
      return codes.length > 0 ? shown(visit, codes) : { to: ME, noted: false };
    }),
    [`POST ${CODES}/remove`]: door.sure("anybody", ME, async ({ account, signIn }) => {
      await (await accounts.codes()).drop(account.id);
      await accounts.revokeOthers(account.id, signIn);
      return { to: `${ME}?done=codesRemoved` };
    }),
  };
}

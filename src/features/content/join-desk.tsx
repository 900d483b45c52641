/** The page on which two places become one. Rule KO9. */
import { deskPage } from "../../platform/accounts/pages.tsx";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { NothingSent } from "../../platform/web/form-fields.tsx";
import type { Fields as Read } from "../../platform/web/handler.ts";
import { PlainHead } from "../../platform/web/heads.tsx";
import type { Reply } from "../../platform/web/reply.ts";
import { formProps } from "./form-desk.tsx";
import { pick, type Picked } from "./form/picking.ts";
import { unpickedProblems } from "./form/problems.ts";
import type { Field } from "./form/shape.ts";
import type { Typed } from "./form/typed.ts";
import { join } from "./joining.ts";
import { nearMap } from "./near.tsx";
import { PickerField } from "./pages/picker.tsx";
import { isGone, standingAt } from "./things.ts";
import { PART, pathOfThing, type ThingVisit } from "./visit.ts";
import { NamingList, namingOf } from "./withdraw-desk.tsx";

const INTO: Field = {
  is: "ref",
  key: "into",
  at: "into",
  space: "places",
  many: false,
  optional: false,
};

interface Coming {
  readonly typed?: Typed;
  readonly picked?: Picked;
  readonly problems?: Readonly<Record<string, string>>;
}

export async function showJoin(at: ThingVisit, coming: Coming = {}): Promise<Reply> {
  const { visit, serving, standing, words, name, space } = at;
  const { account, lang } = visit;
  const path = pathOfThing(space, standing.slug);
  if (space !== "places" || isGone(standing)) return { to: path };
  const { typed = {}, problems = {}, picked } = coming;
  const naming = await serving.instance.snapshot((db) => namingOf(db, standing.subject, words));
  const more = { typed, base: "", problems, ...(picked && { picked }) };
  const { filling, offered } = await formProps(at, more, [INTO]);
  const map = await nearMap(at);
  const title = words.mergeTitle(name);
  const main = (
    <>
      <PlainHead title={title} stand={words.mergeLead} />
      <NothingSent problems={problems} lang={lang} heading={words.notSaved} />
      <NamingList naming={naming} words={words} said={words.namedNow} />
      {map}
      <form method="post">
        <PickerField
          field={INTO}
          name="into"
          filling={filling}
          space="places"
          label={words.mergeInto}
        />
        <datalist id="names-places">
          {(offered.get("places") ?? []).map((one) => (
            <option value={one} />
          ))}
        </datalist>
        <p class="acts">
          <button type="submit">{words.mergeDo}</button>
          <a href={path}>{words.change(name)}</a>
        </p>
      </form>
    </>
  );
  const status = Object.keys(problems).length > 0 ? 422 : 200;
  return { status, page: deskPage({ account, lang, part: PART, title, main }) };
}

export async function joinPlaces(
  at: ThingVisit & { readonly visit: Read<"into" | "into.pick" | "do"> },
): Promise<Reply> {
  const { visit, serving, standing, words, part, space } = at;
  const own = pathOfThing(space, standing.slug);
  if (space !== "places" || isGone(standing)) return { to: own };
  const { do: _, ...typed } = visit.fields;
  const picked = await serving.instance.snapshot((db) => pick(db, [INTO], typed));
  const slug = picked.slugAt.get("into");
  const other = await serving.instance.snapshot(async (db) => {
    const address = slug === undefined ? undefined : await subjectAt(db, part.space, slug);
    return address && standingAt(db, part, address.slug);
  });
  const isOdd = other && (other.subject === standing.subject || isGone(other));
  const problems =
    typed.into === ""
      ? { into: words.wrong.needed }
      : isOdd
        ? { into: words.mergeSelf }
        : unpickedProblems(picked, words);
  if (!other || Object.keys(problems).length > 0) return showJoin(at, { typed, picked, problems });
  if (!(await join(at, standing, { into: other.subject, by: visit.account.name })))
    return showJoin(at, { typed, picked, problems: { into: words.wrong.withdrawn(typed.into) } });
  const noted = { about: `${part.space}/${standing.slug}`, detail: "joined" };
  return { to: `${pathOfThing(space, other.slug)}?done`, noted };
}

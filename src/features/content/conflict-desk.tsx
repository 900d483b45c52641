/** Two people on one thing: the second to save sees both, and one made of both. Rule KO5. */
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Fields } from "../../platform/folder/thing.ts";
import { PlainHead, Section } from "../../platform/web/heads.tsx";
import type { Reply } from "../../platform/web/reply.ts";
import { changesBetween } from "./changes.ts";
import type { FormVisit } from "./coming.ts";
import { formProps } from "./form-desk.tsx";
import { merged } from "./form/merging.ts";
import type { Typed } from "./form/typed.ts";
import { ChangeList } from "./pages/changes.tsx";
import { ThingForm } from "./pages/form.tsx";
import { NothingSent } from "../../platform/web/form-fields.tsx";
import { askContent } from "./private.ts";
import { bodyAt, fieldsOf, typedFrom, versionOf, type Standing } from "./things.ts";
import { PART } from "./visit.ts";

interface Late {
  readonly typed: Typed;
  readonly base: string;
  readonly back: string;
  readonly mine: Fields;
}

export async function conflictReply(
  at: FormVisit,
  { base, back, mine }: Late,
  standing: Standing,
): Promise<Reply> {
  const { visit, serving, part, words } = at;
  const { account, lang } = visit;
  const ask = askContent(serving.instance.log.private);
  const authors = new Map(await ask.authors(standing.subject));
  const last = standing.records.at(-1);
  const who = (last && authors.get(last.id)) ?? words.somebody;
  const made = await serving.instance.snapshot(async (db) => {
    const was = (await fieldsOf(db, standing, bodyAt(standing, base))) ?? {};
    const theirs = (await fieldsOf(db, standing)) ?? {};
    const both = merged(was, theirs, mine);
    const typed = (fields: Fields) => typedFrom(db, part, fields, lang);
    return {
      was: await typed(was),
      theirs: await typed(theirs),
      mine: await typed(mine),
      both: await typed(both.value),
      clashes: both.clashes,
    };
  });
  const clash = Object.fromEntries(
    made.clashes.map((name) => [name, `${words.clash} ${made.theirs[name] ?? ""}`.trim()]),
  );
  const version = versionOf(standing);
  const props = await formProps(at, { typed: made.both, base: version, back, problems: clash });
  const between = (after: Typed) => changesBetween(part, at.visit.lang, made.was, after);
  const title = words.both(who);
  const main = (
    <>
      <PlainHead title={title} stand={words.bothLead} />
      <NothingSent problems={clash} lang={lang} heading={words.notSaved} />
      <div class="two-texts">
        <Section id="theirs" title={words.theirs} mini>
          <ChangeList changes={between(made.theirs)} words={words} />
        </Section>
        <Section id="mine" title={words.mine} mini>
          <ChangeList changes={between(made.mine)} words={words} />
        </Section>
      </div>
      <ThingForm {...props} />
    </>
  );
  return { status: 409, page: deskPage({ account, lang, part: PART, title, main }) };
}

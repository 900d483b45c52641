/**
 * The one way in: whatever is said, by form, from the fediverse or by link, is looked at here before it is kept, and waits,
 * is shown or is refused as the rules of its section say. Rules MO3 to MO6 of ../moderation/README.md.
 */
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import { tidy } from "../../engines/plaintext/tidy.ts";
import { trouble } from "../../engines/plaintext/trouble.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving } from "../../platform/feature.ts";
import { talkRules } from "./private/moderating.ts";
import type { SectionRule } from "./private/tables.ts";
import { talkerOf } from "./private/talkers.ts";
import { byId, cameBefore } from "./private/finding.ts";
import type { Remark, NewRemark } from "./private/remark.ts";
import { askRemarks } from "./private/remarks.ts";
import { allNames, portrayedNames } from "../people/api.ts";
import { imitated } from "./imitation.ts";
import { openSlowMode, type SlowMode } from "./slow-mode.ts";
import { isOfSending, proofAsked } from "./proof.ts";
import type { Comment } from "./records.ts";
import { acceptRemark, sayerOf } from "./commands.ts";
import { isHard, isRefused, signalsOf, type Looked, type Signal } from "./signals.ts";
import { thingAbout } from "./things.ts";

/** The desk has more to read than it can; its section takes nothing; its author may say nothing here; its thread is slow. */
type NotTaken = "full" | "closed" | "blocked" | "slow";
type TakenIn = { readonly remark: Remark } | { readonly not: NotTaken };
/** With which status a form comes back that is not taken in. */
export const NOT_TAKEN = { full: 503, closed: 403, blocked: 403, slow: 429 } as const;

export interface Intake {
  /**
   * @param window of addresses, for forms: a thread that is slow takes less from each; never kept
   * @param load of the hour, for forms: a proof may be asked for
   */
  take(said: NewRemark, window?: string, load?: number): Promise<TakenIn>;
  /** Other words by its author: looked at like the first. */
  change(remark: Remark, text: string): Promise<Remark | undefined>;
  readonly pace: SlowMode;
}

type Needs = Pick<Serving, "instance" | "speaker" | "frame" | "now">;
const opened = new WeakMap<Needs["instance"], Intake>();

/** One for an instance: it remembers for an hour how much came. */
export function intakeOf(serving: Needs): Intake {
  const known = opened.get(serving.instance);
  if (known) return known;
  const intake = open(serving);
  opened.set(serving.instance, intake);
  return intake;
}

const A_MONTH = 30 * A_DAY; // ms

function open({ instance, speaker, frame: frameOf, now }: Needs): Intake {
  const ask = instance.log.private;
  const pace = openSlowMode({ instance, now });

  /** What is known of it beforehand, in one reading. @param odd about the text as it came */
  async function look(
    db: Db,
    said: Looked & Pick<NewRemark, "id" | "about" | "author" | "more">,
    odd: readonly string[],
  ) {
    const rules = await talkRules(db);
    const talker = said.author === undefined ? undefined : await talkerOf(db, said.author);
    const since = dayAt(now() - A_MONTH);
    const { id, text, about } = said;
    const isTrusted =
      talker?.standing === "trusted" ||
      (talker !== undefined && talker.standing === null && talker.accepted >= rules.trustedAfter);
    const isSlow = await pace.isSlow(db, about);
    const signals = signalsOf(
      { ...said, text: shownOf(said) },
      {
        lists: rules.lists,
        portrayed: await portrayedNames(db),
        isFirst: said.author !== undefined && (talker?.accepted ?? 0) === 0 && !isTrusted,
        cameBefore: await cameBefore(db, { id, text, since }),
        isSlow,
        imitates: imitated(said.name, [(await frameOf(db)).name, ...(await allNames(db))]),
        trouble: odd,
      },
    );
    const section = await sectionOf(db, about);
    const rule: SectionRule = rules.sections[section] ?? "first";
    return { rule, signals, isTrusted, isSlow, standing: talker?.standing ?? null };
  }

  async function sectionOf(db: Db, about: string): Promise<string> {
    if (about === "room") return about;
    const frame = await frameOf(db);
    const today = dayAt(now());
    const thing = await thingAbout({ db, frame, lang: frame.language, today }, about);
    return thing?.path.split("/")[1] ?? "";
  }

  return {
    pace,
    async take(came, window, load) {
      const known = await instance.snapshot((db) => byId(db, came.id));
      if (known) return { remark: known };
      const said = tidied(came);
      const odd = troubleOf({ ...came, text: shownOf(came) });
      const found = await instance.snapshot((db) => look(db, said, odd));
      const { rule, signals, isTrusted, isSlow, standing } = found;
      if (rule === "closed") return { not: "closed" };
      if (standing === "blocked") return { not: "blocked" };
      if (isSlow && window !== undefined && !pace.mayNow(said.about, window))
        return { not: "slow" };
      const begun = beginningOf(signals, standing);
      const looked = [...(said.signals ?? []), ...signals];
      const asked = load === undefined ? [] : proofAsked({ ...said, signals: looked }, load);
      const all = [...looked, ...asked];
      const remark = await askRemarks(ask).add({ ...said, ...begun, signals: all });
      if (!remark) return { not: "full" };
      await pace.came(said.about);
      // Killed before it is said, it waits for a person.
      if (rule === "trusted" && isTrusted && all.length === 0 && remark.state === "waiting") {
        const by = { by: BY_RULE, day: said.received };
        await acceptRemark(sayerOf({ speaker, instance }), remark, by);
        return { remark: (await askRemarks(ask).byId(said.id)) ?? remark };
      }
      return { remark };
    },

    async change(remark, came) {
      const text = tidy(came);
      const { id, about, author, name, lang } = remark;
      const said = {
        id,
        about,
        text,
        more: JSON.parse(remark.more) as object,
        ...(author !== null && { author }),
        ...(name !== null && { name }),
        ...(lang !== null && { lang }),
      };
      const found = await instance.snapshot((db) => look(db, said, troubleOf({ text: came })));
      const before = JSON.parse(remark.signals) as string[];
      const signals = [...before.filter(isOfSending), ...found.signals];
      return await askRemarks(ask).edit({ id, text, signals });
    },
  };
}

/** As it is kept and shown; a name is one line, and none where nothing of it is seen. */
export function tidied(said: NewRemark): NewRemark {
  const name = tidy(said.name ?? "")
    .replace(/\s+/gu, " ")
    .trim();
  const card = cardOf(said);
  return {
    ...said,
    text: tidy(said.text),
    name: name === "" ? undefined : name,
    ...(card && { more: { ...said.more, card: { ...card, title: tidy(card.title) } } }),
  };
}

const cardOf = ({ more = {} }: Pick<NewRemark, "more">) => (more as Pick<Comment, "card">).card;

/** All that a reader is shown of it: of a page elsewhere its title and its address, too. */
function shownOf(said: Pick<NewRemark, "text" | "more">): string {
  const card = cardOf(said);
  return card ? `${card.title}\n${card.url}\n${said.text}` : said.text;
}

/** What is odd about the text itself; how many links it has is counted apart. */
const troubleOf = ({ name, text }: Looked): string[] => [
  ...new Set(
    [...trouble(name ?? ""), ...trouble(text)].flatMap(({ kind }) =>
      kind === "many-links" ? [] : [kind],
    ),
  ),
];

/** Who decided, where a rule of the desk did. */
const BY_RULE = "rule";

/** What a rule has decided already: all else waits for a person. */
function beginningOf(
  signals: readonly Signal[],
  standing: string | null,
): Pick<NewRemark, "state" | "reason"> {
  if (standing === "muted") return { state: "refused", reason: "#muted" };
  return isRefused(signals) && !isHard(signals) ? { state: "refused", reason: "#list" } : {};
}

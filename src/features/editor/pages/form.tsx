/** The form of a draft: one good field for the text, and beside it all that its file can say. */
import type { Html } from "../../../platform/web/route.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import type { DraftKind } from "../../../platform/private/draft-tables.ts";
import type { SkyView } from "../../../platform/folder/sky-fields.ts";
import { filled, listedWords } from "../../../platform/words/inline.tsx";
import { directionOf } from "../../../platform/web/words.ts";
import { Glimpse } from "../../places/api.ts";
import type { Finding } from "../check.ts";
import { itemsIn, type Typed } from "../typed.ts";
import type { WritingWords } from "../words.ts";
import { WithOriginal, type Beside } from "./beside.tsx";

/** What may be named, each by its slug. */
export type Names = Readonly<Record<string, readonly (readonly [slug: string, name: string])[]>>;

export interface FormProps {
  readonly kind: DraftKind;
  readonly typed: Typed;
  readonly lang: string;
  readonly frame: Frame;
  readonly names: Names;
  readonly problems: readonly Finding[];
  readonly words: WritingWords;
  /** What the page opens with where the story has no cover: its place from space. */
  readonly opening?: { readonly place: string; readonly view: SkyView } | undefined;
  /** Of a translation: what it is written from. */
  readonly beside?: Beside | undefined;
}
type FieldName = Exclude<keyof WritingWords["fields"], "addressHint" | "idsOf">;

/** What is written in the story's own language; all else is names and signs, which run from left to right. */
const TEXTS = "title summary ask ask_text category cover_alt cover_credit disclaimer".split(" ");
function way({ lang }: FormProps, name: string): { lang?: string; dir: "ltr" | "rtl" | "auto" } {
  if (TEXTS.includes(name)) return { lang, dir: directionOf(lang) };
  return { dir: name === "translator" || name === "file" ? "auto" : "ltr" };
}

const DAY = { placeholder: "2026-11-24", inputmode: "numeric" } as const;

export function StoryFields(props: FormProps): Html {
  const { words, typed } = props;
  if (typed["file"] !== undefined) return <Long {...props} name="file" rows={30} hint="fileHint" />;
  if (props.kind === "translation") return <TranslationFields {...props} />;
  return (
    <>
      <Short {...props} name="title" />
      <Long {...props} name="summary" rows={3} hint="summaryHint" />
      <Short {...props} name="ask_text" max={60} hint="askHint" />
      <Short {...props} name="ask_to" max={1000} placeholder="/take-part/story" />
      <TextField {...props} />
      <details open={hasProblem(props, ABOUT)}>
        <summary>{words.groups.about}</summary>
        <Short {...props} name="language" hint="languageHint" />
        <Short {...props} name="category" hint="categoryHint" />
        <Several {...props} name="people" hint="peopleHint" />
        <Choose
          {...props}
          name="walk"
          options={props.frame.walks.map(({ id, one }) => [id, one])}
          speak={props.frame.language}
          hint="walkHint"
        />
        <Several {...props} name="authors" />
        <Several {...props} name="places" hint="placesHint" />
        <Several {...props} name="topics" />
        <Long {...props} name="tags" rows={2} />
        <Several {...props} name="programmes" />
        <Several {...props} name="partners" />
      </details>
      <details open={hasProblem(props, ["sources"])}>
        <summary>{words.fields.sources}</summary>
        <Long {...props} name="sources" rows={8} hint="sourcesHint" code />
      </details>
      <details open={hasProblem(props, MEDIA)}>
        <summary>{words.groups.media}</summary>
        <Opening {...props} />
        <Short {...props} name="cover_file" />
        <Short {...props} name="cover_alt" max={5000} />
        <Short {...props} name="cover_credit" />
        <Short {...props} name="cover_night" />
        {(props.typed["cover_formerly"] ?? "") !== "" && (
          <Long {...props} name="cover_formerly" rows={2} />
        )}
        <Long {...props} name="pictures" rows={5} hint="picturesHint" code />
        <Long {...props} name="film" rows={3} hint="filmHint" code />
        <Long {...props} name="sign" rows={2} hint="signHint" code />
      </details>
      <details open={hasProblem(props, REST)}>
        <summary>{words.groups.rest}</summary>
        <Short {...props} name="published" hint="publishedHint" {...DAY} />
        <Short {...props} name="updated" {...DAY} />
        <Short {...props} name="lookedUp" {...DAY} />
        <div class="field">
          <label class="tick">
            <input type="checkbox" name="lead" value="yes" checked={typed["lead"] === "yes"} />{" "}
            {words.fields.lead}
          </label>
        </div>
        <Long {...props} name="disclaimer" rows={2} />
        <Long {...props} name="formerly" rows={2} hint="formerlyHint" />
      </details>
    </>
  );
}

function Opening({ opening, words, typed }: FormProps): Html {
  if (!opening || (typed["cover_file"] ?? "") !== "") return <></>;
  return (
    <div class="opening">
      <Glimpse view={opening.view} />
      <p class="hint">{filled(words.opensWith, { place: <bdi>{opening.place}</bdi> })}</p>
    </div>
  );
}

const ABOUT = "language category people walk authors places topics tags programmes partners".split(
  " ",
);
const MEDIA = ["cover", "pictures", "film", "sign"];
const REST = ["published", "updated", "lookedUp", "disclaimer", "formerly"];
const hasProblem = ({ problems }: FormProps, names: readonly string[]): boolean =>
  problems.some(({ field }) => names.includes(field));

function TranslationFields(props: FormProps): Html {
  const { words, beside } = props;
  return (
    <>
      <WithOriginal beside={beside} name="title" words={words}>
        <Short {...props} name="title" />
      </WithOriginal>
      <WithOriginal beside={beside} name="summary" words={words}>
        <Long {...props} name="summary" rows={3} />
      </WithOriginal>
      {beside?.now.ask && (
        <WithOriginal beside={beside} name="ask" words={words}>
          <Short {...props} name="ask" max={60} />
        </WithOriginal>
      )}
      <WithOriginal beside={beside} name="markdown" words={words}>
        <TextField {...props} />
      </WithOriginal>
      <Choose {...props} name="state" options={Object.entries(words.translationStates)} />
      <Short {...props} name="translator" />
    </>
  );
}

/** The marks are put in by the page's script, before the field. */
function TextField(props: FormProps) {
  const { words } = props;
  return (
    <div class="field wide">
      <label for="markdown">{words.fields.markdown}</label>
      <div id="tools" class="tools" role="group" aria-label={words.tools} hidden />
      <textarea
        id="markdown"
        name="markdown"
        rows={24}
        lang={props.lang}
        dir={directionOf(props.lang)}
        aria-describedby="markdown-hint"
        spellcheck
        {...marks(props, "markdown")}
      >
        {props.typed["markdown"] ?? ""}
      </textarea>
      <span class="hint" id="markdown-hint">
        {words.fields.markdownHint}
      </span>
      <Trouble {...props} name="markdown" />
    </div>
  );
}

function Short(
  props: FormProps & {
    readonly name: FieldName;
    readonly hint?: FieldName;
    readonly max?: number;
    readonly placeholder?: string;
    readonly inputmode?: "numeric";
    readonly list?: string | undefined;
  },
) {
  const { name, typed, words, hint, max = 500, placeholder, inputmode, list } = props;
  return (
    <div class="field">
      <label for={name}>
        {words.fields[name]}
        <HintOf words={words} hint={hint} />
      </label>
      <input
        id={name}
        name={name}
        value={typed[name] ?? ""}
        maxlength={max}
        placeholder={placeholder}
        inputmode={inputmode}
        autocomplete="off"
        list={list}
        {...way(props, name)}
        {...marks(props, name)}
      />
      <Trouble {...props} name={name} />
    </div>
  );
}

/** Slugs with commas between, the names of those typed, and those that there are: to choose the first from, and to read. */
function Several(props: FormProps & { readonly name: FieldName; readonly hint?: FieldName }) {
  const { name, words, names } = props;
  const known = names[name] ?? [];
  const typed = itemsIn(props.typed[name] ?? "");
  const chosen = known.filter(([slug]) => typed.includes(slug)).map(([, title]) => title);
  return (
    <>
      <Short {...props} max={5000} list={known.length > 0 ? `known-${name}` : undefined} />
      {chosen.length > 0 && (
        <p class="hint" lang={props.frame.language} dir="auto">
          {listedWords(chosen, words.lang)}
        </p>
      )}
      {known.length > 0 && (
        <datalist id={`known-${name}`}>
          {known.map(([slug, title]) => (
            <option value={slug}>{title}</option>
          ))}
        </datalist>
      )}
      {known.length > 0 && (
        <details class="names">
          <summary>{words.fields.idsOf(words.fields[name])}</summary>
          <p class="hint">{words.fields.idsHint}</p>
          <ul class="lines" lang={props.frame.language}>
            {known.map(([slug, title]) => (
              <li>
                <code>{slug}</code> <bdi>{title}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Long(
  props: FormProps & {
    readonly name: FieldName;
    readonly rows: number;
    readonly hint?: FieldName;
    readonly code?: boolean;
  },
) {
  const { name, typed, words, rows, hint, code } = props;
  return (
    <div class="field">
      <label for={name}>
        {words.fields[name]}
        <HintOf words={words} hint={hint} />
      </label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        class={code ? "code" : undefined}
        {...way(props, name)}
        {...marks(props, name)}
      >
        {typed[name] ?? ""}
      </textarea>
      <Trouble {...props} name={name} />
    </div>
  );
}

function Choose(
  props: FormProps & {
    readonly name: FieldName;
    readonly options: readonly (readonly [value: string, words: string])[];
    /** The language of the options, where it is the campaign's. */
    readonly speak?: string;
    readonly hint?: FieldName;
  },
) {
  const { name, typed, words, options, hint } = props;
  const value = typed[name] ?? "";
  const known = options.some(([one]) => one === value);
  return (
    <div class="field">
      <label for={name}>
        {words.fields[name]}
        <HintOf words={words} hint={hint} />
      </label>
      <select id={name} name={name} {...marks(props, name)}>
        <option value="">{words.fields.chooseNone}</option>
        {options.map(([one, text]) => (
          <option value={one} selected={one === value} lang={props.speak}>
            {text}
          </option>
        ))}
        {value !== "" && !known && (
          <option value={value} selected>
            {value}
          </option>
        )}
      </select>
      <Trouble {...props} name={name} />
    </div>
  );
}

function HintOf({ words, hint }: { words: WritingWords; hint: FieldName | undefined }) {
  if (hint === undefined) return <></>;
  return <span class="hint">{words.fields[hint]}</span>;
}

/** The first field of what has several. */
const FIRST_OF: Readonly<Record<string, string>> = { ask: "ask_text", cover: "cover_file" };

const troublesOf = ({ problems }: FormProps, name: string): string[] =>
  problems
    .filter(({ field }) => field === name || FIRST_OF[field] === name)
    .map(({ message }) => message);

const marks = (props: FormProps, name: string) =>
  troublesOf(props, name).length === 0
    ? {}
    : { "aria-invalid": "true" as const, "aria-describedby": `${name}-problem` };

function Trouble(props: FormProps & { readonly name: string }) {
  const troubles = troublesOf(props, props.name);
  if (troubles.length === 0) return <></>;
  return (
    <p class="status" id={`${props.name}-problem`}>
      {troubles.join("; ")}
    </p>
  );
}

/** The form of a draft: one good field for the text, and beside it all that its file can say. */
import type { Html } from "../../../platform/web/route.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import type { DraftKind } from "../../../platform/private/drafts.ts";
import { directionOf } from "../../../platform/web/words.ts";
import type { Finding } from "../check.ts";
import type { Typed } from "../typed.ts";
import type { WritingWords } from "../words/en.ts";

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
}
type FieldName = keyof WritingWords["fields"];

const DAY = { placeholder: "2026-11-24", inputmode: "numeric" } as const;

export function StoryFields(props: FormProps): Html {
  const { words, typed } = props;
  if (typed["file"] !== undefined) return <Long {...props} name="file" rows={30} hint="fileHint" />;
  if (props.kind === "translation") return <TranslationFields {...props} />;
  return (
    <>
      <Short {...props} name="title" />
      <Long {...props} name="summary" rows={3} hint="summaryHint" />
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
          hint="walkHint"
        />
        <Several {...props} name="authors" />
        <Several {...props} name="places" hint="placesHint" />
        <Several {...props} name="topics" />
        <Several {...props} name="programmes" />
        <Several {...props} name="partners" />
      </details>
      <details open={hasProblem(props, ["sources"])}>
        <summary>{words.fields.sources}</summary>
        <Long {...props} name="sources" rows={8} hint="sourcesHint" code />
      </details>
      <details open={hasProblem(props, MEDIA)}>
        <summary>{words.groups.media}</summary>
        <Short {...props} name="cover_file" />
        <Short {...props} name="cover_alt" max={5000} />
        <Short {...props} name="cover_credit" />
        <Short {...props} name="cover_night" />
        <Long {...props} name="pictures" rows={5} hint="picturesHint" code />
        <Long {...props} name="film" rows={3} hint="filmHint" code />
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
      </details>
    </>
  );
}

const ABOUT = "language category people walk authors places topics programmes partners".split(" ");
const MEDIA = ["cover", "pictures", "film"];
const REST = ["published", "updated", "lookedUp", "disclaimer"];
const hasProblem = ({ problems }: FormProps, names: readonly string[]): boolean =>
  problems.some(({ field }) => names.includes(field));

export function TranslationFields(props: FormProps): Html {
  const { words } = props;
  return (
    <>
      <Short {...props} name="title" />
      <Long {...props} name="summary" rows={3} />
      <TextField {...props} />
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
    readonly list?: string;
  },
) {
  const { name, typed, words, hint, max = 500, placeholder, inputmode, list } = props;
  return (
    <div class="field">
      <label for={name}>
        {String(words.fields[name])}
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
        {...marks(props, name)}
      />
      <Trouble {...props} name={name} />
    </div>
  );
}

/** Slugs with commas between; below it those that there are. */
function Several(props: FormProps & { readonly name: FieldName; readonly hint?: FieldName }) {
  const { name, words, names } = props;
  const known = names[name] ?? [];
  return (
    <>
      <Short {...props} max={5000} />
      {known.length > 0 && (
        <details class="names">
          <summary>
            {words.fields.ids} ({String(words.fields[name])})
          </summary>
          <p class="hint">{words.fields.idsHint}</p>
          <ul class="lines">
            {known.map(([slug, title]) => (
              <li>
                <code>{slug}</code> <span>{title}</span>
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
        {String(words.fields[name])}
        <HintOf words={words} hint={hint} />
      </label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        class={code ? "code" : undefined}
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
    readonly hint?: FieldName;
  },
) {
  const { name, typed, words, options, hint } = props;
  const value = typed[name] ?? "";
  const known = options.some(([one]) => one === value);
  return (
    <div class="field">
      <label for={name}>
        {String(words.fields[name])}
        <HintOf words={words} hint={hint} />
      </label>
      <select id={name} name={name} {...marks(props, name)}>
        <option value="">{words.fields.chooseNone}</option>
        {options.map(([one, text]) => (
          <option value={one} selected={one === value}>
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
  return <span class="hint">{String(words.fields[hint])}</span>;
}

const troublesOf = ({ problems }: FormProps, name: string): string[] =>
  problems
    .filter(({ field }) => field === name || (field === "cover" && name === "cover_file"))
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

/** The form of a draft: one good field for the text, and beside it all that its file can say. */
import { PageNames, pageShown } from "../../../platform/web/pages-by-name.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { SkyView } from "../../../platform/folder/sky-fields.ts";
import { filled } from "../../../platform/words/inline.tsx";
import { directionOf } from "../../../platform/web/words.ts";
import { Glimpse } from "../../places/api.ts";
import { WithOriginal, type Beside } from "./beside.tsx";
import { Choose, Long, marks, Short, Trouble } from "./fields.tsx";
import { Named, OfferedNames, Topics, type NamedProps } from "./named.tsx";
import {
  Cover,
  FilmFields,
  Pictures,
  SignFields,
  SignLanguages,
  type MediaProps,
} from "./media.tsx";
import { ListRows } from "./list-rows.tsx";
import { languageOfNames, languagesFor } from "../../../platform/web/languages.ts";
import type { DraftKind } from "../../stories/model.ts";
import { zoneName, zoneOf } from "../hours.ts";

export interface FormProps extends NamedProps, MediaProps {
  readonly kind: DraftKind;
  /** What the page opens with where the story has no cover: its place from space. */
  readonly opening?: { readonly place: string; readonly view: SkyView } | undefined;
  /** Of a translation: what it is written from. */
  readonly beside?: Beside | undefined;
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
      <LeadsTo {...props} />
      <FigureFields {...props} />
      <TextField {...props} />
      <details open={hasProblem(props, ABOUT)}>
        <summary>{words.groups.about}</summary>
        <Choose
          {...props}
          name="language"
          options={languagesFor(props.frame.languages, words.lang)}
          speak={languageOfNames(words.lang)}
        />
        <OfferedNames {...props} />
        <Short {...props} name="category" hint="categoryHint" />
        <Named {...props} name="people" hint="peopleHint" />
        <Choose
          {...props}
          name="walk"
          options={props.frame.walks.map(({ id, one }) => [id, one])}
          speak={props.frame.language}
          hint="walkHint"
        />
        <Named {...props} name="authors" />
        <Named {...props} name="places" hint="placesHint" />
        <Topics {...props} />
        <Long {...props} name="tags" rows={2} />
        <Named {...props} name="programmes" />
        <Named {...props} name="partners" />
      </details>
      {(["sources", "questions"] as const).map((list) => (
        <details open={hasProblem(props, [list])}>
          <summary>{words.fields[list]}</summary>
          <ListRows {...props} list={list} />
        </details>
      ))}
      <details open={hasProblem(props, MEDIA)}>
        <summary>{words.groups.media}</summary>
        <SignLanguages {...props} />
        <Opening {...props} />
        <Cover {...props} />
        <Choose
          {...props}
          name="photos"
          options={[["open", words.fields.photosOpen]]}
          none={words.fields.photosClosed}
          hint="photosHint"
        />
        <Pictures {...props} />
        <FilmFields {...props} />
        <SignFields {...props} />
      </details>
      <details open={hasProblem(props, REST)}>
        <summary>{words.groups.rest}</summary>
        <Short {...props} name="published" hint="publishedHint" {...DAY} />
        <Hour {...props} />
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

/** What introduces the story in lists. */
function FigureFields(props: FormProps): Html {
  return (
    <div>
      <Short {...props} name="figure_number" max={20} hint="figure_numberHint" />
      <Short {...props} name="figure_says" max={140} hint="figure_saysHint" />
    </div>
  );
}

/** A page by its name, where it has one. */
function LeadsTo(props: FormProps): Html {
  const { typed, pages } = props;
  const { ask_to: to = "" } = typed;
  const shown = { ...typed, ask_to: pageShown(pages, to) };
  return (
    <>
      <Short {...props} typed={shown} name="ask_to" hint="askToHint" max={1000} list="page-names" />
      <PageNames id="page-names" pages={pages} />
    </>
  );
}

/** By the clock of the campaign, which the label names. */
function Hour(props: FormProps): Html {
  const { words, typed, frame } = props;
  return (
    <div class="field">
      <label for="hour">
        {words.fields.hour}
        <span class="hint">{words.hours.hint(zoneName(zoneOf(frame)))}</span>
      </label>
      <input
        id="hour"
        name="hour"
        value={typed["hour"] ?? ""}
        maxlength={12}
        placeholder="09:30"
        autocomplete="off"
        dir="ltr"
        {...marks(props, "hour")}
      />
      <Trouble {...props} name="hour" />
    </div>
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
const MEDIA = ["cover", "pictures", "photos", "film", "sign"];
const REST = ["published", "hour", "updated", "lookedUp", "disclaimer", "formerly"];
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
      {beside?.now.figure !== undefined && (
        <WithOriginal beside={beside} name="figure" words={words}>
          <FigureFields {...props} />
        </WithOriginal>
      )}
      {beside?.now.questions !== undefined && (
        <WithOriginal beside={beside} name="questions" words={words}>
          <Long {...props} name="questions" rows={3} />
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

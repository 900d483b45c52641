/** Fields that name people, places, partners and programmes, each by its name, and topics by ticks. Rule W26. */
import type { Html } from "../../../platform/web/route.ts";
import type { PagesByName } from "../../../platform/web/pages-by-name.tsx";
import type { Choice } from "../../../platform/addresses/choices.ts";
import { MOST_NAMED, NAMED, type NamedField, type Row, type Rows } from "../naming.ts";
import { linesIn } from "../typed.ts";
import { marks, Trouble, type FieldsProps } from "./fields.tsx";

/** Names to choose from. */
export type Offered = readonly string[];

export interface NamedProps extends FieldsProps {
  readonly rows: Rows;
  /** Names to choose from, by space. */
  readonly offered: Readonly<Record<string, Offered>>;
  /** Where the next step of a reader may lead. */
  readonly pages: PagesByName;
  /** The draft to which whoever may add what is not known yet comes back. */
  readonly addsFrom?: string | undefined;
}

const EMPTY = 2; // rows for more; saving brings new ones

export function Named(
  props: NamedProps & { readonly name: NamedField; readonly hint?: "peopleHint" | "placesHint" },
): Html {
  const { name, words, rows, typed, hint } = props;
  const isTooLong = linesIn(typed[name] ?? "").length > MOST_NAMED;
  const unknown = (rows[name] ?? []).map((row) => words.naming.unknown(row.name));
  // What is said at its own field is not said above all of them, too.
  const problems = props.problems.filter(({ message }) => !unknown.includes(message));
  const own = { ...props, problems };
  const all = [...(rows[name] ?? []), ...Array.from({ length: EMPTY }, () => undefined)];
  return (
    <fieldset class="field" id={name} {...marks(own, name)}>
      <legend>
        {words.fields[name]}
        {hint !== undefined && <span class="hint">{words.fields[hint]}</span>}
      </legend>
      <Trouble {...own} name={name} />
      {isTooLong && <input type="hidden" name={name} value={typed[name]} />}
      {all.map((row, i) => (
        <NameField {...props} at={`${name}.${i}`} row={row} n={i + 1} />
      ))}
    </fieldset>
  );
}

function NameField(
  props: NamedProps & {
    readonly name: NamedField;
    readonly at: string;
    readonly n: number;
    readonly row: Row | undefined;
  },
): Html {
  const { name, at, n, row, words, addsFrom } = props;
  const isOdd = row !== undefined && row.slug === undefined;
  return (
    <div class="field">
      <label class="vh" for={at}>
        {words.naming.one(words.fields[name], n)}
      </label>
      <input
        id={at}
        name={at}
        value={row?.name ?? ""}
        list={`names-${NAMED[name]}`}
        maxlength={500}
        autocomplete="off"
        dir="auto"
        {...(isOdd && { "aria-invalid": "true", "aria-describedby": `${at}-problem` })}
      />
      {isOdd && (
        <p class="status" id={`${at}-problem`}>
          {row.choices.length > 0 ? words.naming.several(row.name) : words.naming.unknown(row.name)}
          {addsFrom !== undefined && (
            <>
              {" "}
              <a
                href={`/desk/content/${NAMED[name]}/new?${new URLSearchParams({ name: row.name, back: addsFrom })}`}
              >
                {words.naming.add}
              </a>
            </>
          )}
        </p>
      )}
      {isOdd && row.choices.length > 0 && <Choices at={at} choices={row.choices} />}
    </div>
  );
}

const Choices = ({ at, choices }: { at: string; choices: readonly Choice[] }): Html => (
  <div role="radiogroup" aria-labelledby={`${at}-problem`}>
    {choices.map((one) => (
      <label class="tick">
        <input type="radio" name={`${at}.pick`} value={one.slug} /> <bdi>{one.name}</bdi>
      </label>
    ))}
  </div>
);

/** What browsers offer while a name is typed; once, for all fields of a space. */
export const OfferedNames = ({ offered, frame }: NamedProps): Html => (
  <>
    {Object.entries(offered).map(([space, names]) => (
      <datalist id={`names-${space}`} lang={frame.language}>
        {names.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    ))}
  </>
);

/** One that the campaign no longer has stays until it is taken out. */
export function Topics(props: NamedProps): Html {
  const { words, typed, frame } = props;
  const chosen = linesIn(typed["topics"] ?? "");
  const known = frame.topics.map(({ id, name }) => [id, name] as const);
  const others = chosen.filter((id) => !known.some(([one]) => one === id));
  if (known.length + others.length === 0) return <></>;
  return (
    <fieldset class="field" id="topics" {...marks(props, "topics")}>
      <legend>{words.fields.topics}</legend>
      <Trouble {...props} name="topics" />
      {known.map(([id, name]) => (
        <label class="tick">
          <input type="checkbox" name={`topics.${id}`} value="yes" checked={chosen.includes(id)} />{" "}
          <bdi lang={frame.language}>{name}</bdi>
        </label>
      ))}
      {others.length > 0 && (
        <label class="tick">
          <input type="checkbox" name="topics" value={others.join(", ")} checked />{" "}
          <bdi>{others.join(", ")}</bdi>
        </label>
      )}
    </fieldset>
  );
}

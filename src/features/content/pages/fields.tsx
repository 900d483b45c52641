/** The fields of a form, each by what it holds. */
import { Group } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { isAsked, type Field } from "../form/shape.ts";
import { isEmpty, nextRow, rowsIn, under, type Typed } from "../form/typed.ts";
import { kindOf } from "../labelled.ts";
import { Leaf, labelIn, nameOfField, rowTitle, type One } from "./leaf.tsx";
import { DocumentField, MediaField } from "./media-field.tsx";
import type { Filling } from "./filling.ts";
import { PickerField } from "./picker.tsx";
import { TasksField } from "./tasks-field.tsx";
import { RegisterField } from "./register-field.tsx";

/** Entries that are read in their order, and may change places. */
const ORDERED = new Set(["pages", "lessons", "lessons[].exercises"]);
/** Of a book: its sentences are found in a text. */
const SENTENCES = "pages[].lines";

export const Fields = (props: {
  readonly fields: readonly Field[];
  readonly prefix?: string;
  readonly filling: Filling;
  /** Whom or what they are about, where the form asks the same of several. */
  readonly within?: string;
}): Html => {
  const { fields, prefix = "", filling, within } = props;
  return (
    <>
      {fields.map((field) => (
        <OneField field={field} name={under(prefix, field.key)} filling={filling} within={within} />
      ))}
    </>
  );
};

function OneField(props: One): Html {
  const { field, name, filling } = props;
  switch (field.is) {
    case "own":
    case "kept":
      return filling.typed[name] ? (
        <input type="hidden" name={name} value={filling.typed[name]} />
      ) : (
        <></>
      );
    case "fixed":
      return <></>;
    case "group":
      return <GroupField {...props} />;
    case "rows":
      return <RowsField {...props} />;
    case "ref":
      return field.many ? (
        <ManyPickers {...props} />
      ) : (
        <PickerField {...props} label={labelIn(props)} space={field.space} />
      );
    case "tasks":
      return <TasksField {...props} />;
    case "hash":
      return <DocumentField {...props} label={labelIn(props)} />;
    case "reference":
      return <RegisterField {...props} label={labelIn(props)} />;
    case "media":
      return <MediaField {...props} label={labelIn(props)} />;
    default:
      return (
        <>
          <Leaf {...props} />
          {field.is === "lines" && field.at === SENTENCES && (
            <p class="acts">
              <button
                type="submit"
                class="quiet"
                name="do"
                value={`sentences:${name}`}
                formnovalidate
              >
                {filling.words.sentences}
                {props.within !== undefined && <span class="vh">: {props.within}</span>}
              </button>
            </p>
          )}
        </>
      );
  }
}

const hasProblem = (problems: Filling["problems"], name: string): boolean =>
  Object.keys(problems).some((key) => key === name || key.startsWith(`${name}.`));

function GroupField({ field, name, filling, within }: One): Html {
  if (field.is !== "group") return <></>;
  const { typed, problems } = filling;
  const title = nameOfField(filling, field);
  const around = within ?? (name.includes(".") ? title : undefined);
  const inner = (
    <Fields
      fields={field.fields}
      prefix={name}
      filling={filling}
      {...(around !== undefined && { within: around })}
    />
  );
  const isPlain = field.key === "geometry" || field.key === "properties";
  if (isPlain || !field.fields.some(isAsked)) return inner;
  if (!field.optional)
    return (
      <Group name={name} legend={labelIn({ field, name, filling })} problems={problems}>
        {inner}
      </Group>
    );
  const isOpen = !isEmpty(field.fields, typed, name) || hasProblem(problems, name);
  return (
    <details class="part" open={isOpen}>
      <summary>{title}</summary>
      <Group name={name} legend={labelIn({ field, name, filling })} problems={problems}>
        {inner}
      </Group>
    </details>
  );
}

function RowsField({ field, name, filling, within }: One): Html {
  if (field.is !== "rows") return <></>;
  const { typed, problems, words, labels } = filling;
  const title = nameOfField(filling, field);
  const last = rowsIn(typed, name).length - 1;
  return (
    <Group name={name} legend={labelIn({ field, name, filling })} problems={problems}>
      {rowsIn(typed, name).map((i, n) => {
        const row = `${name}.${i}`;
        const kind = typed[row] ?? "row";
        const fields = field.kinds.get(kind) ?? field.fields;
        const number = words.row(title, n + 1);
        const called = field.kinds.has(kind) ? `${number}: ${kindOf(labels, kind)}` : number;
        const whole = within === undefined ? called : `${within} · ${called}`;
        const inner = (
          <>
            <input type="hidden" name={row} value={kind} />
            <Fields fields={fields} prefix={row} filling={filling} within={whole} />
          </>
        );
        // What is answered in two short fields stands open, one below the other.
        if (fields.length <= 2 && fields.every(isShort))
          return (
            <Group name={row} legend={called} problems={problems}>
              {inner}
            </Group>
          );
        return (
          <details
            class="part"
            open={isBegun(fields, typed, row) || hasProblem(problems, row)}
            id={row}
          >
            <summary>
              {called} {rowTitle(typed, row) !== undefined && <small>{rowTitle(typed, row)}</small>}
            </summary>
            {inner}
            <p class="acts">
              {ORDERED.has(field.at) &&
                ([n > 0 && "up", n < last && "down"] as const).map(
                  (way) =>
                    way && (
                      <button
                        type="submit"
                        class="quiet"
                        name="do"
                        value={`${way}:${row}`}
                        formaction={`#${name}`}
                        formnovalidate
                      >
                        {words[way](called)}
                      </button>
                    ),
                )}
              <button
                type="submit"
                class="quiet"
                name="do"
                value={`drop:${row}`}
                formaction={`#${name}`}
                formnovalidate
              >
                {words.remove(called)}
              </button>
            </p>
          </details>
        );
      })}
      <AddOne name={name} title={title} filling={filling} kinds={[...field.kinds.keys()]} />
    </Group>
  );
}

const isShort = ({ is }: Field): boolean => is === "line" || is === "flag";

/** Whether an entry, or one within it, waits to be filled in. */
const isBegun = (fields: readonly Field[], typed: Typed, row: string): boolean =>
  isEmpty(fields, typed, row) ||
  fields.some(
    (field) =>
      field.is === "rows" &&
      rowsIn(typed, under(row, field.key)).some((i) =>
        isBegun(field.fields, typed, `${row}.${field.key}.${i}`),
      ),
  );

/** One more entry of a list, of each kind that there is. */
function AddOne(props: {
  readonly name: string;
  readonly title: string;
  readonly filling: Filling;
  readonly kinds?: readonly string[];
}): Html {
  const { name, title, filling, kinds = [] } = props;
  const { labels, words, typed } = filling;
  const next = nextRow(typed, name); // the page comes back at the entry that was added
  return (
    <p class="acts">
      {(kinds.length > 0 ? kinds : [undefined]).map((kind) => (
        <button
          type="submit"
          class="quiet"
          name="do"
          value={kind === undefined ? `add:${name}` : `add:${name}:${kind}`}
          formaction={`#${next}`}
          formnovalidate
        >
          {kind === undefined ? words.more : words.moreOf(kindOf(labels, kind))}
          <span class="vh">: {title}</span>
        </button>
      ))}
    </p>
  );
}

/** Several things of one space, each by its name: always one place more than are named. */
function ManyPickers({ field, name, filling, within }: One): Html {
  if (field.is !== "ref") return <></>;
  const { typed, problems, words } = filling;
  const named = rowsIn(typed, name);
  const next = (named.at(-1) ?? -1) + 1;
  const title = nameOfField(filling, field);
  const shown = named.some((i) => !typed[`${name}.${i}`]) ? named : [...named, next];
  return (
    <Group
      name={name}
      legend={labelIn({ field, name, filling })}
      problems={problems}
      {...(within !== undefined && { within })}
    >
      {shown.map((i, n) => (
        <PickerField
          field={field}
          name={`${name}.${i}`}
          filling={filling}
          space={field.space}
          label={words.row(title, n + 1)}
          isLoose
        />
      ))}
      <AddOne name={name} title={title} filling={filling} />
    </Group>
  );
}

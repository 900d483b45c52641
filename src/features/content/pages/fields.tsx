/** The fields of a form, each by what it holds. */
import { Choice, Group, Hint, Line, Tick, Words } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { isAsked, type Field } from "../form/shape.ts";
import { isEmpty, rowsIn, under, type Typed } from "../form/typed.ts";
import { choiceOf, hintOf, labelOf } from "../labels.ts";
import { MediaField } from "./media-field.tsx";
import type { Filling } from "./filling.ts";
import { PickerField } from "./picker.tsx";
import type { ContentWords } from "../words.ts";

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

interface One {
  readonly field: Field;
  readonly name: string;
  readonly filling: Filling;
  readonly within?: string | undefined;
}

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
    case "media":
      return <MediaField {...props} label={labelIn(props)} />;
    default:
      return <Leaf {...props} />;
  }
}

export const nameOfField = ({ space, labels }: Filling, field: Field): string =>
  labelOf(labels, space, field.at) ?? field.key;

/** With its hint, and that it may stay empty. */
function labelIn({ field, filling }: One): unknown {
  const hint = hintOf(filling.labels, filling.space, field.at);
  const isLoose = field.optional && field.is !== "flag";
  const more = [hint, isLoose ? filling.words.optional : undefined].filter((one) => one);
  return [nameOfField(filling, field), more.length > 0 && <Hint>{more.join(" · ")}</Hint>];
}

function Leaf(props: One): Html {
  const { field, name, filling, within } = props;
  const { typed, problems, labels, words } = filling;
  const shared = { name, typed, problems, ...(within !== undefined && { within }) };
  const label = labelIn(props);
  const required = !field.optional;
  switch (field.is) {
    case "text":
    case "lines":
    case "markdown":
      return (
        <Words
          {...shared}
          rows={field.is === "markdown" ? 16 : 4}
          most={field.is === "text" ? 5000 : 200_000}
          optional={field.optional}
        >
          {label}
          {field.is === "lines" && <Hint>{words.lineEach}</Hint>}
        </Words>
      );
    case "flag":
      return <Tick {...shared}>{label}</Tick>;
    case "country":
      return (
        <Choice {...shared} options={filling.countries} required={required} lang={words.lang}>
          {label}
        </Choice>
      );
    case "column":
      return (
        <Choice
          {...shared}
          options={filling.columns.map((column) => [column, column])}
          none={words.noColumn}
        >
          {label}
        </Choice>
      );
    case "choice":
    case "listed":
    case "row": {
      const options = optionsOf(field, filling);
      if (field.is !== "row" && field.many)
        return (
          <Group {...shared} legend={label}>
            {options.map(([value, said]) => (
              <Tick name={`${name}.${value}`} typed={typed} problems={{}}>
                {said}
              </Tick>
            ))}
          </Group>
        );
      return (
        <Choice {...shared} options={options} required={required} lang={words.lang}>
          {label}
        </Choice>
      );
    }
    case "day":
    case "url":
      return (
        <Line
          {...shared}
          type={field.is === "day" ? "date" : "url"}
          maxlength={2000}
          required={required}
        >
          {label}
        </Line>
      );
    default:
      return (
        <Line
          {...shared}
          maxlength={500}
          required={required}
          {...(field.is === "number" && { inputmode: "decimal" as const })}
        >
          {label}
        </Line>
      );
  }

  function optionsOf(one: Field, { typed: all }: Filling): readonly (readonly [string, string])[] {
    if (one.is === "choice")
      return one.options.map((value) => [value, choiceOf(labels, one.at, value) ?? value]);
    if (one.is === "listed") return filling.listed.get(one.list) ?? [];
    if (one.is !== "row") return [];
    return rowsIn(all, one.of).flatMap((i) => {
      const row = `${one.of}.${i}`;
      const id = all[`${row}.id`];
      return id ? [[id, rowTitle(all, row) ?? id] as const] : [];
    });
  }
}

/** By what an entry of a list is told from the others. */
const rowTitle = (typed: Typed, row: string): string | undefined => {
  const words = ["text", "title", "value", "url", "date"].flatMap(
    (key) => typed[`${row}.${key}`] || [],
  );
  const [first] = words;
  return first === undefined ? undefined : first.length > 80 ? `${first.slice(0, 79)}…` : first;
};

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

function RowsField({ field, name, filling }: One): Html {
  if (field.is !== "rows") return <></>;
  const { typed, problems, words } = filling;
  const title = nameOfField(filling, field);
  return (
    <Group name={name} legend={labelIn({ field, name, filling })} problems={problems}>
      {rowsIn(typed, name).map((i, n) => {
        const row = `${name}.${i}`;
        const called = words.row(title, n + 1);
        const isOpen = isEmpty(field.fields, typed, row) || hasProblem(problems, row);
        return (
          <details class="part" open={isOpen} id={row}>
            <summary>
              {called} {rowTitle(typed, row) !== undefined && <small>{rowTitle(typed, row)}</small>}
            </summary>
            <input type="hidden" name={row} value="row" />
            <Fields fields={field.fields} prefix={row} filling={filling} within={called} />
            <p class="acts">
              <button type="submit" class="quiet" name="do" value={`drop:${row}`} formnovalidate>
                {words.remove(called)}
              </button>
            </p>
          </details>
        );
      })}
      <AddOne name={name} title={title} words={words} />
    </Group>
  );
}

/** One more entry of a list. */
const AddOne = ({
  name,
  title,
  words,
}: {
  name: string;
  title: string;
  words: ContentWords;
}): Html => (
  <p class="acts">
    <button type="submit" class="quiet" name="do" value={`add:${name}`} formnovalidate>
      {words.more}
      <span class="vh">: {title}</span>
    </button>
  </p>
);

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
      <AddOne name={name} title={title} words={words} />
    </Group>
  );
}

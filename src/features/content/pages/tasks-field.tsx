/** The tasks of a course that a teacher has to have seen: each is ticked by its question, and no id is typed. */
import { Group, Hint, Tick } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { tasksIn } from "../form/tasks.ts";
import { labelIn, type One } from "./leaf.tsx";

export function TasksField(props: One): Html {
  const { name, filling, within } = props;
  const { typed, problems, words } = filling;
  const tasks = tasksIn(typed);
  // In the order in which they stand, so that a form that is sent as it came changes nothing.
  const begin = `${name}.`;
  const ticked = Object.keys(typed).flatMap((key) =>
    key.startsWith(begin) && typed[key] === "yes" ? [key.slice(begin.length)] : [],
  );
  const ids = [...new Set([...ticked, ...tasks.keys()])];
  return (
    <Group
      name={name}
      legend={labelIn(props)}
      problems={problems}
      {...(within !== undefined && { within })}
    >
      {ids.length === 0 && <p class="hint">{words.noTasks}</p>}
      {ids.map((id) => {
        const task = tasks.get(id);
        return (
          <Tick name={begin + id} typed={typed} problems={{}}>
            <span>
              {task?.question ?? id}
              <br />
              <Hint>{task?.lesson ?? words.noSuchTask}</Hint>
            </span>
          </Tick>
        );
      })}
    </Group>
  );
}

/** The tasks of a course that a teacher has to have seen: each is ticked by its question, and no id is typed. */
import { Hint } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { tasksIn } from "../form/tasks.ts";
import { Ticks, type One } from "./leaf.tsx";

export function TasksField(props: One): Html {
  const { typed, words } = props.filling;
  const options = [...tasksIn(typed)].map(
    ([id, { question, lesson }]) => [id, inLesson(question, lesson)] as const,
  );
  return (
    <Ticks {...props} options={options} other={(id) => inLesson(id, words.noSuchTask)}>
      {words.noTasks}
    </Ticks>
  );
}

const inLesson = (question: string, lesson: string): Html => (
  <span>
    {question}
    <br />
    <Hint>{lesson}</Hint>
  </span>
);

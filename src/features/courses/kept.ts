/** A course to keep on a device: what it weighs, and the list of all that it cannot do without, which the worker asks for (features/offline). */
import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { toIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { courseAt, type ToldCourse } from "./queries.ts";
import { practiseScript } from "./script.ts";
import { textIn, type ReadCourse } from "./text.ts";

export const USES_OF_COURSES = ["courses", "addresses"];

export interface KeptCourse {
  readonly title: string;
  readonly lang: string;
  readonly path: string;
  /** Of all lessons, with what they look like and what judges the answers. */
  readonly bytes: number;
}

/** The course that `params.slug` names, as somebody may keep it. */
export async function keptCourse(
  request: Pick<PageRequest, "db" | "params" | "lang" | "frame">,
): Promise<KeptCourse | undefined> {
  const course = await courseAt(request.db, request.params["slug"] ?? "");
  if (!course) return undefined;
  const text = textIn(course, request.lang);
  const path = toIn(request)(`/courses/${course.slug}`);
  return { title: text.title, lang: text.lang, path, bytes: weightOf(text) };
}

const FRAME = 3200; // bytes that a page travels with beside its text: its style, what stands around it
const FORMS = 1.95; // an exercise stands in a page twice, for the server and for the script; compressed, about
const script = brotliCompressSync(practiseScript.text).length;

/** As it travels, compressed. */
export const weightOf = ({ lessons, markdown }: ReadCourse): number => {
  const texts = [markdown, ...lessons.map((lesson) => lesson.markdown)];
  const packed = texts.map((text) => FRAME + FORMS * brotliCompressSync(text).length);
  return Math.round(packed.reduce((sum, bytes) => sum + bytes, script));
};

export const keptRoutes: readonly Route[] = [{ path: "/courses/:slug/kept", answer: list }];

async function list(request: PageRequest): Promise<Answer> {
  const slug = request.params["slug"] ?? "";
  const course = await courseAt(request.db, slug);
  if (!course || course.slug !== slug) return undefined;
  const text = textIn(course, request.lang);
  const to = toIn(request);
  return {
    kind: "file",
    uses: { projections: USES_OF_COURSES },
    type: "application/json",
    body: JSON.stringify({
      version: versionOf(course, text),
      pages: text.lessons.map(({ id }) => to(`/courses/${slug}/${id}`)),
      parts: [practiseScript.path],
    }),
  };
}

/** Another one when anything of it is worded anew. */
const versionOf = (course: ToldCourse, text: ReadCourse): string =>
  createHash("sha256")
    .update(JSON.stringify([course.thing, text]))
    .digest("hex")
    .slice(0, 16);

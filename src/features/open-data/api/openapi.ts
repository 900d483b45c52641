/** The description of the API: OpenAPI 3.1. Rule OD3. */
import { pathIn, type Frame } from "../../../platform/web/frame.ts";
import { refTo } from "./fields.ts";
import { schemas } from "./schemas.ts";

interface Described {
  readonly path: string;
  readonly schema: string;
  readonly summary: string;
}

/** Every address of the API. `{slug}` is the slug of a thing; a list has pages. */
const DESCRIBED: readonly Described[] = [
  { path: "/api/campaign", schema: "Campaign", summary: "The campaign in its own words" },
  { path: "/api/stories", schema: "StoryList", summary: "Stories, newest first" },
  { path: "/api/stories/{slug}", schema: "Story", summary: "A story with its text" },
  { path: "/api/places", schema: "PlaceList", summary: "Places, by slug" },
  { path: "/api/partners", schema: "PartnerList", summary: "Partners, by slug" },
  { path: "/api/programmes", schema: "ProgrammeList", summary: "Programmes, by slug" },
  { path: "/api/books", schema: "BookList", summary: "Picture books, by slug" },
  { path: "/api/courses", schema: "CourseList", summary: "Courses with their lessons, by slug" },
  { path: "/api/pledges", schema: "PledgeList", summary: "Pledges by pledger, then series" },
  {
    path: "/api/pledges/{slug}",
    schema: "Pledge",
    summary: "A pledge with its ledger: every figure, revised ones too",
  },
];

/** What stands under `/api/`, for people. */
export const apiAddresses = (): readonly Pick<Described, "path" | "summary">[] => DESCRIBED;

export function openapi(
  frame: Frame,
  licence: { readonly name: string; readonly url: string } | undefined,
): object {
  return {
    openapi: "3.1.1",
    info: {
      title: `${frame.name}: open data`,
      version: "1.0.0",
      description:
        "Read-only. Every thing carries its permanent id (`subject`), its address for people and the address of its record in the log. A figure carries who said it, when, and of which date it speaks. New members may be added; none changes its meaning.",
      license: licence ?? { name: "The campaign has named none", url: `${frame.base}/data` },
    },
    servers: frame.languages.map((lang) => ({
      url: `${frame.base}${pathIn(frame, lang, "/")}`.replace(/\/$/, ""),
      description: `Texts in ${lang} where there are any`,
    })),
    externalDocs: { url: `${frame.base}/data`, description: "All open data, and how to cite it" },
    security: [], // nobody has to say who they are
    paths: Object.fromEntries(DESCRIBED.map((one) => [one.path, { get: operation(one) }])),
    components: { schemas: schemas() },
  };
}

function operation({ path, schema, summary }: Described): object {
  const ofOne = path.endsWith("{slug}");
  const parameters = [
    ...(ofOne
      ? [{ ...parameter("slug", "path"), required: true, schema: { type: "string" } }]
      : []),
    ...(schema.endsWith("List")
      ? [{ ...parameter("page", "query"), schema: { type: "integer", minimum: 1, default: 1 } }]
      : []),
  ];
  return {
    operationId: `get${schema}`,
    summary,
    ...(parameters.length > 0 && { parameters }),
    responses: {
      200: {
        description: summary,
        content: { "application/json": { schema: refTo(schema) } },
      },
      ...(ofOne && { 301: { description: "It stands under another slug today" } }),
      304: { description: "Unchanged since the ETag that was sent along" },
      404: { description: "Nothing stands at this address" },
    },
  };
}

const parameter = (name: string, where: "path" | "query") => ({ name, in: where });

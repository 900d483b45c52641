/** `events/<slug>.yaml` of the campaign folder. */
import * as v from "valibot";
import { inFile } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import {
  endsAfterStart,
  EVENT_ANNOUNCED,
  EVENT_EDITED,
  EVENT_WITHDRAWN,
  EVENT_WORDING,
  eventForm,
} from "./records.ts";

const EventFile = v.strictObject(eventForm(inFile));

export const eventFolder: FolderPart = {
  space: "events",
  form: "yaml-files",
  path: "events",
  schema: EventFile,
  opening: EVENT_ANNOUNCED,
  edit: EVENT_EDITED,
  withdrawal: EVENT_WITHDRAWN,
  refs: { place: "places", "partners[]": "partners" },
  wording: EVENT_WORDING,
  media: [],

  check(thing, problem) {
    const event = thing as v.InferOutput<typeof EventFile>;
    if (event.place === undefined && event.address === undefined)
      problem("address", "expected a place or an address, found neither");
    if (!endsAfterStart(event))
      problem("end", `expected a time after ${event.start}, found ${event.end}`);
  },
};

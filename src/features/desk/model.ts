/** What the log’s thread loads of the desk: its private tables. */
import type { Model } from "../../platform/feature.ts";
import { noticesPart } from "./notices/private.ts";

export const deskModel: Model = { kinds: {}, projections: [], private: [noticesPart] };

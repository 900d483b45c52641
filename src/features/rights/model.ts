/** What the log’s thread loads of rights: the private register of requests. */
import type { Model } from "../../platform/feature.ts";
import { rightsPart } from "./private.ts";

export const rightsModel: Model = { kinds: {}, projections: [], private: [rightsPart] };

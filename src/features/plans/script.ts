/** The one script of the link page: what works out a profile, from this folder and the engines of ground and waves, as one small file. */
import { scriptText, versioned, type Script } from "../../platform/web/script.ts";

const ENGINES = "../../../engines"; // from browser/, where the modules of a script lie
const PARTS = [
  `${ENGINES}/terrain/great-circle`,
  `${ENGINES}/terrain/grid`,
  `${ENGINES}/terrain/profile`,
  `${ENGINES}/propagation/free-space`,
  `${ENGINES}/propagation/clearance`,
  `${ENGINES}/propagation/p526/path`,
  `${ENGINES}/propagation/p526/knife-edge`,
  `${ENGINES}/propagation/p526/bullington`,
  "hop",
  "shape",
  "ground",
  "verdict",
  "page",
];

export const linkScript: Script = versioned(
  "/plans/link",
  `{${scriptText(import.meta.url, PARTS)}\nbegin()}\n`,
);

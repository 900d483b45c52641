/** Names that could be taken for the campaign, for its desk or for somebody who writes here. Rule CO21. */
import { skeleton } from "../../engines/plaintext/look.ts";

/** How people call whoever keeps a site, in the languages of the interface: as a name, or as a word of one. */
const DESK = ["editor", "editors", "moderator", "moderators", "admin", "administrator", "desk"]
  .concat(["official", "staff", "support", "redaction", "rédacteur", "rédactrice", "modérateur"])
  .concat(["modératrice", "administrateur", "équipe", "redacción", "redactor", "redactora"])
  .concat(["moderador", "moderadora", "administrador", "oficial", "equipo", "redação", "editora"])
  .concat([
    "equipe",
    "mhariri",
    "wahariri",
    "msimamizi",
    "wasimamizi",
    "المحرر",
    "المشرف",
    "الإدارة",
  ])
  .concat(["संपादक", "मॉडरेटर", "व्यवस्थापक", "编辑", "管理员", "版主", "官方"]);
const LOOKS = new Map(DESK.map((word) => [skeleton(word), word]));
const SHORTEST = 3; // letters: shorter names are many people's

/** @returns the name that this one could be taken for */
export function imitated(name = "", known: readonly string[]): string | undefined {
  const look = skeleton(name);
  if (look === "") return undefined;
  const word = name.split(/[^\p{L}\p{M}\p{N}]+/u).find((one) => LOOKS.has(skeleton(one)));
  if (word !== undefined || LOOKS.has(look)) return LOOKS.get(skeleton(word ?? name));
  return known.find((one) => one.length >= SHORTEST && skeleton(one) === look);
}

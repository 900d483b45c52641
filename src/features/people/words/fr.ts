/** The words of people's pages, in French. */
import type { PersonWords } from "./en.ts";

export const fr: PersonWords = {
  lang: "fr",
  photo: "Photo",
  title: "Titre",
  organisation: "Organisation",
  name: "Nom",
  chosen: "choisi par la personne",
  publicRole: "Rôle public",
  consent: "Son propre accord",
  purposes: {
    story: "récit",
    photo: "photo",
    film: "film",
    voice: "voix",
    sign: "vidéo en langue des signes",
  },
  agreed: (purposes, from, until) => `${purposes} : du ${from} au ${until}`,
};

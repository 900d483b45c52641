/** The words of people's pages, in Portuguese. */
import type { PersonWords } from "./en.ts";

export const pt: PersonWords = {
  lang: "pt",
  photo: "Foto",
  title: "Cargo",
  organisation: "Organização",
  name: "Nome",
  chosen: "escolhido pela pessoa",
  publicRole: "Função pública",
  consent: "Consentimento próprio",
  purposes: {
    story: "história",
    photo: "foto",
    film: "filme",
    voice: "voz",
    sign: "vídeo em língua de sinais",
  },
  agreed: (purposes, from, until) => `${purposes}: de ${from} a ${until}`,
};

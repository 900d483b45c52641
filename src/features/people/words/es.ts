/** The words of people's pages, in Spanish. */
import type { PersonWords } from "./en.ts";

export const es: PersonWords = {
  lang: "es",
  photo: "Foto",
  title: "Cargo",
  organisation: "Organización",
  name: "Nombre",
  chosen: "elegido por la persona",
  publicRole: "Función pública",
  consent: "Su propio consentimiento",
  purposes: {
    story: "historia",
    photo: "foto",
    film: "película",
    voice: "voz",
    sign: "video en lengua de señas",
  },
  agreed: (purposes, from, until) => `${purposes}: del ${from} al ${until}`,
};

/** The words of the desk's own form for asks and offers, in Spanish. */
import type { AcceptWords } from "./en.ts";

export const es: AcceptWords = {
  lang: "es",
  one: "Petición u oferta",
  many: "Peticiones y ofertas",
  notAgreed:
    "Quien lo envió no ha aceptado que se publique. Puede convertirse en algo que ya existe aquí, o rechazarse.",
  becomes: "En qué se convierte",
  ways: {
    opportunity: "Mostrarlo como petición u oferta",
    place: "Hacer de ello un lugar",
    project: "Hacer de ello un proyecto",
    partner: "Hacer de ello un socio",
    standing: "Se convirtió en algo que ya existe aquí",
  },
  near: "Cerca de",
  placeName: "Nombre del lugar",
  projectTitle: "Título del proyecto",
  partnerName: "Nombre del socio",
  partnerSort: "Qué clase de socio",
  path: "Su dirección",
  pathHint:
    "Como /places/mankosi, o una dirección entera de este sitio. Quien lo envió ve el enlace.",
  text: "Palabras que quedan",
  textHint: "Tal como se enviaron, o las suyas. Sin ninguna forma de contactar con nadie.",
  place: "Un lugar que tiene página",
  placeHint: "La última parte de su dirección, como mankosi; o nada.",
  slug: (path) => `Su dirección: ${path}`,
  country: "País",
  lat: "Grados de latitud",
  latHint: "Se redondean a 0,1 grados, unos 11 km, antes de mostrarse.",
  lon: "Grados de longitud",
  problems: {
    as: "Elija en qué se convierte.",
    path: "Escriba la dirección de una página de este sitio, como /places/mankosi.",
    nothingThere: "No hay nada en esta dirección.",
    country: "Escriba el nombre de un país o dos letras como ZA.",
    lat: "Escriba grados de -90 a 90, como -31.98.",
    lon: "Escriba grados de -180 a 180, como 29.15.",
    position: "Un lugar nuevo necesita un país y los dos grados, como ZA, -31.9 y 29.1.",
    slug: "Escriba solo a-z, 0-9 y -.",
    taken: "Ya hay algo en esta dirección. Elija otra, o acéptelo con lo que hay allí.",
    contact:
      "Aquí hay algo que parece una dirección o un número de teléfono. Escriba sin ninguna forma de contactar con nadie.",
  },
};

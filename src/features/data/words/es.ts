/** The words of the open data's page and of a pledge to copy, in Spanish. */
import type { DataWords } from "./en.ts";

export const es: DataWords = {
  lang: "es",
  title: "Datos abiertos, para guardar",
  about:
    "Todo lo que se muestra aquí se puede llevar: sin clave, sin cuenta, desde cualquier sitio. Una cifra viene con quién la dijo, cuándo, y de qué fecha habla.",
  description: (name) =>
    `Historias, lugares, aliados, programas y compromisos de ${name} en archivos y por una API: cómo tomarlos, citarlos e insertarlos.`,
  files: "Archivos",
  api: "API",
  apiIs:
    "JSON, para leer. Cada cosa lleva su identificador permanente, su página y la dirección de su anotación en el registro. Las listas vienen en páginas de 100: {page}.",
  apiDescription: "Descripción, OpenAPI 3.1",
  embed: "Un compromiso en su página",
  embedIs:
    "Cada compromiso es también un trozo de HTML en {address}: sin programa, sin marco, nada que los navegadores de sus lectores vengan a buscar aquí. Dice qué día se copió; cópielo de nuevo cuando quiera cifras más recientes.",
  copy: (pledge) => `Para copiar: ${pledge}`,
  from: "De {address}",
  noPledge: "Todavía no hay compromisos aquí.",
  what: "Qué",
  form: "Forma",
  cite: "Licencia, y cómo citar",
  licence: "Los textos y datos propios de la campaña: {licence}.",
  noLicence:
    "La campaña no ha indicado una licencia para sus propios textos. Una cifra es un hecho: diga quién la dio y cuándo.",
  belongs: "Lo que dicen las fuentes es de las fuentes, y los nombres son de sus dueños.",
  citeFigure: "Cite una cifra con quién la dijo, su fecha y su fuente, y dónde la encontró:",
  citation: (base, day) => `datos abiertos. ${base}/data, leído el ${day}.`,
  citeThing:
    "Para citar una cosa para siempre, dé su identificador permanente, los 64 dígitos bajo {subject}. Para mostrar más tarde que lo que cita estaba aquí, guarde {checkpoint} de ese día.",
  checkpoint: "el punto de control del registro",
  iati: "En el archivo IATI esta campaña informa de los resultados de lo que otros prometen y hacen: cada actividad lo dice, y cada cifra dice quién la dio. Una campaña que no está registrada en IATI figura allí con su identificador permanente. Las cifras no se deben sumar: las actividades que pueden contar a las mismas personas se nombran unas a otras.",
  fileWords: {
    "/data/pledges.csv": {
      name: "Compromisos",
      what: "Una fila por compromiso: la promesa, su estado, sus cifras",
    },
    "/data/claims.csv": {
      name: "Cifras",
      what: "Una fila por cada cifra dicha, también las revisadas, con su fuente",
    },
    "/data/places.geojson": {
      name: "Lugares",
      what: "Posición, país y región, y las historias que se cuentan allí",
    },
    "/data/iati-activities.xml": {
      name: "Compromisos y programas como actividades",
      what: "Quién participa, los objetivos, y cada cifra con fecha como resultado",
    },
    "/data/plans.geojson": {
      name: "Planes",
      what: "Mástiles, saltos y lugares de cada plan, con coste, carga y orden",
    },
    "/data/plans-points.geojson": {
      name: "Planes, puntos",
      what: "Solo mástiles y lugares, para programas que aceptan una sola clase de geometría por archivo",
    },
    "/data/plans-lines.geojson": {
      name: "Planes, líneas",
      what: "Solo saltos, igualmente",
    },
    "/data/measurements.csv": {
      name: "Conexiones medidas",
      what: "Una fila por celda y mes, cuando cinco navegadores han medido allí",
    },
    "/data/letter.csv": {
      name: "Firmas de la carta abierta",
      what: "Una fila por firma confirmada: el nombre si se muestra, el tipo, el lugar, el día",
    },
    "/conversation/feed.xml": {
      name: "La conversación",
      what: "Lo que se dice con la etiqueta y sobre los temas, como canal",
    },
    "/feed.xml": {
      name: "Historias, según llegan",
      what: "Temas, autores y lugares tienen sus propios canales: añada /feed.xml a su dirección",
    },
    "/feed.json": {
      name: "Historias, según llegan, en JSON",
      what: "Las mismas historias en otra forma",
    },
    "/log": {
      name: "El registro",
      what: "Cada anotación firmada detrás de todo esto, para copiar, comparar y comprobar",
    },
    "/sitemap.xml": { name: "Todas las páginas", what: "Con sus idiomas" },
  },
  fragment: {
    with: (names) => `con ${names}`,
    claimed: "Declarado (rayado)",
    evidenced: "Documentado (medio tono)",
    attested: "Atestiguado (lleno)",
    none: "nada presentado aquí",
    asOf: (day) => `estado a ${day}.`,
    contain: "Los números se contienen unos a otros.",
    newest: "Últimas cifras y todas las fuentes",
  },
};

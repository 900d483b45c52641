/** What stands on every page, in Spanish. */
import { counting } from "../../words/counted.ts";
import type { Chrome } from "./en.ts";

const count = counting("es");

export const es: Chrome = {
  lang: "es",
  skip: "Ir al texto",
  main: "Principal",
  nav: {
    "/stories": "Historias",
    "/do-good": "Hacer el bien",
    "/pledges": "Compromisos",
    "/conversation": "Conversación",
    "/take-part": "Participar",
  },
  weight: (weight) =>
    `Esta página pesa ${weight} kB con su estilo. Sin scripts, sin fuentes que descargar, sin cookies. No se guarda nada sobre quien lee.`,
  weightWithScript: (weight) =>
    `Esta página pesa ${weight} kB con su estilo. Un solo script pequeño, propio, sin fuentes que descargar, sin cookies. No se guarda nada sobre quien lee.`,
  review:
    "Las palabras en español de la interfaz esperan la revisión de una persona de lengua materna española.",
  languages: "Idiomas",
  search: "Buscar",
  feed: "Canal",
  data: "Datos abiertos",
  honest: "Cómo mantenemos la honestidad",
  about: "Acerca de",
  privacy: "Privacidad",
  press: "Prensa",
  events: "Encuentros",
  updates: "Novedades por correo",
  lost: "No hay nada en esta dirección",
  lostHint: "Quizá se retiró la página, o la dirección tiene un error. Todo empieza en la portada.",
  failed: "No se pudo hacer esta página",
  failedHint: "La falta es nuestra y quedó anotada. Inténtelo de nuevo en un minuto.",
  away: "Ahora mismo no podemos llegar a nuestra base de datos",
  awayHint:
    "Las páginas que ya se leyeron siguen aquí; nada se ha perdido y nada nuevo se ha guardado. Inténtelo de nuevo en un minuto.",
  full: "No queda sitio en nuestro disco",
  fullHint:
    "Nada de lo que envió se ha guardado: consérvelo usted por ahora. Quien lleva este sitio ve el motivo; inténtelo más tarde.",
  patterns: {
    title: "Qué dicen las tramas",
    claimed: "declarado por el autor",
    claimedMeans:
      "Lo dice quien se comprometió. Lo escribimos así para todos. La cifra de un tercero con nombre se llama «comunicada».",
    evidenced: "documentado",
    evidencedMeans: "Presentado con una fuente o datos que otros pueden comprobar.",
    attested: "atestiguado",
    attestedMeans: "Firmado aquí por alguien que no es quien se comprometió.",
    notFound:
      "Lo que no hemos encontrado lo llamamos no encontrado por nosotros, con el día de la búsqueda. Una corrección queda al lado de lo que corrige.",
    log: "Cada entrada está firmada y fechada en [un registro que cualquiera puede copiar y comparar].",
  },
  share: {
    title: "Pásela",
    link: "Enlace para copiar",
    message: "Mensaje",
    mail: "Correo",
    print: "Para imprimir: no hacen falta imágenes",
  },
  form: {
    choose: "Elija",
    done: "Hecho.",
    nothingSent: "Todavía no se ha enviado nada.",
    fields: (n) =>
      count(n, { one: "Hay un campo por revisar.", other: "Hay {n} campos por revisar." }),
  },
};

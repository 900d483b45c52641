/** The words of the atlas and of the indicators, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { AtlasWords } from "./en.ts";

const count = counting("es");
const speeds = ["50 o más", "de 10 a 50", "de 1 a 10", "menos de 1"];

export const es: AtlasWords = {
  lang: "es",
  title: "Atlas",
  titleOf: (region) => `Atlas: ${region}`,
  heading: "El atlas",
  headingOf: (region) => `El atlas: ${region}`,
  description:
    "Los lugares de esta campaña en un mapa fiel a las superficies, con sus historias, redes y compromisos.",
  regions: {
    "": "Mundo",
    africa: "África",
    americas: "América",
    asia: "Asia",
    europe: "Europa",
    oceania: "Oceanía",
  },
  regionsLabel: "Regiones",
  found: (n) => count(n, { one: "{n} lugar.", other: "{n} lugares." }),
  fitting: (n) => count(n, { one: "{n} lugar coincide.", other: "{n} lugares coinciden." }),
  told: (n) => `Con una historia aquí: ${n}.`,
  westToEast: "Se leen de oeste a este.",
  offlineByCountry: "Personas sin conexión, por país",
  plans: "Planes: qué lugar después, por qué enlace",
  filters: {
    layers: "También en el mapa",
    placesAlone: "Solo los lugares",
    topics: "Historias por tema",
    allTopics: "Todos los temas",
    states: "Lugares por estado",
    allStates: "Todos los estados",
  },
  map: {
    world: "Mapa del mundo",
    of: (region) => `Mapa de ${region}`,
    empty: (map) => `${map}. No hay lugares marcados.`,
    one: (map, place) => `${map} con ${place} marcado.`,
    many: (map, n) => `${map} con ${n} lugares marcados; la lista está más abajo.`,
    joined: (map, n, first, last) =>
      `${map}: una línea une ${n} lugares, de ${first} al oeste a ${last} al este.`,
    dots: "Un punto lleno es un lugar con una historia aquí; uno vacío, un lugar sin ella.",
    rings:
      "Un anillo alrededor: conectado o medido; a trazos: previsto o en construcción; punteado: sin conexión.",
    drawn: (n, all) => `Se dibujan ${n} de ${all} lugares.`,
    squares: "Los cuadrados son celdas de la capa; la leyenda dice su tamaño.",
    cells: (n, all) => `Se dibujan ${n} de ${all} celdas, las que se apoyan en más datos.`,
    line: "La línea es el orden de lectura, de oeste a este, no un cable.",
    borders:
      "La tierra y las fronteras son como las dibuja Natural Earth; no se dice nada de ninguna frontera.",
  },
  legend: {
    ofPeople: "{title}: de cada 100 personas",
    tones: {
      t1: "90 o más",
      t2: "de 75 a 90",
      t3: "de 50 a 75",
      t4: "menos de 50",
      t0: "sin cifra aquí",
    },
    upTo: (day) => `La última cifra de cada país. Datos hasta: ${day}.`,
  },
  places: {
    title: "Lugares",
    label: "Tabla de lugares",
    caption:
      "De oeste a este. Conexión: como alguien la dijo, con la fecha de la que habla y quién lo dice; «no se sabe» donde nadie que conozcamos lo dice.",
    captionOnline: "Última columna: personas del país que usan Internet, %, con su fecha.",
    place: "Lugar",
    here: "Aquí",
    connection: "Conexión",
    online: "En línea",
    wanted: "Se busca: cuente la suya",
    these: (n, all) =>
      `Estos son ${n} de ${all} lugares; elija una región o tómelos todos más abajo.`,
    none: "Todavía no conocemos ninguno.",
    tell: "Díganos un lugar",
    data: "Todos los lugares como datos abiertos",
  },
  layer: {
    names: { tiles: "Velocidad medida", schools: "Escuelas", measured: "Medido aquí" },
    titles: {
      tiles: "Velocidad medida: de bajada, Mbit/s",
      schools: "Escuelas de la lista",
      measured: "Medido aquí: velocidad de bajada, Mbit/s",
    },
    steps: {
      tiles: speeds,
      schools: ["de 1 a 9", "de 10 a 99", "de 100 a 999", "1000 o más"],
      measured: speeds,
    },
    columns: {
      tiles: ["Pruebas", "Bajada, kbit/s", "Subida, kbit/s", "Ida y vuelta, ms"],
      schools: ["Escuelas", "Conectadas", "Sin conexión"],
      measured: ["Mes", "Navegadores", "Bajada, kbit/s", "Subida, kbit/s", "Ida y vuelta, ms"],
    },
    captions: {
      tiles: "Primero las celdas con más pruebas; la media de todas las pruebas de cada una.",
      schools: "Primero las celdas con más escuelas. De las demás, la lista no lo dice.",
      measured:
        "Primero las celdas con más navegadores; el valor mediano de cada una, en su mes más reciente.",
    },
    middle: "Una celda se nombra por el lugar donde está su centro.",
    others: (n) =>
      count(n, {
        one: "{n} tabla más de este tipo no se dibuja.",
        other: "{n} tablas más de este tipo no se dibujan.",
      }),
    byPeople:
      "Por los navegadores de la gente, cuando cinco han medido en una celda el mismo mes. [Sume el suyo]",
    nothingHere: (name) => `${name}: todavía nada en esta región.`,
    nothingYet: (name) => `${name}: todavía no hay nada publicado.`,
    invite: "Mida su conexión: sea de los cinco primeros",
    table: (name) => `Tabla: ${name}`,
    cell: "Celda",
    these: (n, all) => `Estas son ${n} de ${all} celdas.`,
    whole: "La tabla entera, tal como llegó",
    all: "Todo, por celda y mes",
    around: "alrededor de {where}",
    tooFew: "muy pocos",
  },
  indicators: {
    title: "¿Quién está sin conexión?",
    description:
      "Personas sin conexión por país, con año y fuente, junto a los compromisos que cuentan.",
    about:
      "Cifras por país, cada una con su año, de quién es y cuándo se obtuvo. Los años difieren, por eso los países no se ordenan por puesto.",
    need: "La necesidad y los compromisos",
    offline: "Personas sin conexión",
    estimate: (countries, people, first, last) =>
      `${people}, una estimación: ${count(countries, {
        one: "la cifra de {n} país",
        other: "la suma de {n} países",
      })}, años ${first} a ${last}`,
    workedOut: "calculado a partir de {source}",
    pledges: "Compromisos que cuentan para la meta",
    reached: (pledges, claimed, evidenced, attested) =>
      `${count(pledges, { one: "{n} compromiso", other: "{n} compromisos" })}; personas: declarado ${claimed}, documentado ${evidenced}, atestiguado ${attested}`,
    upToYear: (reached, year) => `${reached}, con cifras hasta ${year}`,
    none: "ninguno en este registro por ahora",
    ledger: "El registro",
    earlier: (who) => `${who}, con estimaciones anteriores`,
    notSubtracted:
      "Nada se resta de nada: hablan de fechas distintas, la última cifra de un país puede tener años, y una persona conectada por un compromiso puede estar entre las de otro.",
    byCountry: "Por país",
    onMap: "Lo mismo en el mapa",
    from: "De dónde vienen las cifras",
    noDataset: "Todavía no se ha traído ningún conjunto de datos.",
    kinds: {
      "country-indicator": "Un indicador por país",
      tiles: "Velocidad medida por tesela",
      schools: "Una lista de escuelas",
    },
    dataOf: (day) => `Datos de ${day}`,
    retrieved: (day) => `obtenidos: ${day}`,
    rows: (n) => count(n, { one: "{n} fila", other: "{n} filas" }),
    leftOut: (n) => `quedaron fuera porque no tienen la forma debida: ${n}`,
    held: (n) => `en este servidor: ${n}`,
    file: (weight) => `El archivo tal como llegó, CSV · ${weight}`,
  },
  countries: {
    label: "Tabla de países",
    caption: "El año es el de la última cifra del país.",
    country: "País",
    online: "En línea, %",
    offline: "Personas sin conexión",
    year: "Año",
  },
};

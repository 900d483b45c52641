/** The words of counts, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("es");

export const es: Words = {
  lang: "es",
  title: "Recuentos",
  lead: "Cuántas veces se enviaron las páginas en los últimos 30 días, y desde qué sitios llegó la gente. No se guarda nada de ningún lector: ni dirección, ni navegador, ni recorrido por el sitio. Los navegadores que piden no ser contados no se cuentan.",
  off: "En esta copia no se cuenta nada.",
  turnOff: "Dejar de contar y borrar lo contado",
  turnOn: "Contar",
  pages: "Páginas",
  from: "Desde otros sitios",
  none: "Nada todavía. Los recuentos llegan una vez por hora.",
  few: (names) =>
    count(names, {
      one: "{n} más, menos de 5 en un día",
      other: "{n} más, cada uno menos de 5 en un día",
    }),
  fewer: "menos de 5",
};

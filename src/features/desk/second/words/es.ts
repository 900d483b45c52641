/** The words of the second factor, in Spanish. */
import type { SecondWords } from "./en.ts";

export const es: SecondWords = {
  lang: "es",
  title: "Una segunda prueba",
  prove:
    "Ha entrado con un PIN o un enlace por correo. Muestre, por favor, una segunda prueba de que es usted.",
  ask: "Su función entra con una segunda prueba, además de un PIN o un enlace por correo: una clave de acceso, o los códigos de una aplicación. Todavía no tiene ninguna, y con un PIN o un correo solos no se añade. Pida un enlace nuevo a un propietario: con él entra, y la añade en la página «Usted».",
  code: "Código de su aplicación, o código de reserva",
  troubles: {
    code: "Este código no vale, ya se usó, o hubo cinco intentos equivocados: entonces espere un cuarto de hora, por favor.",
    busy: "Entra tanta gente en este momento que no se miró su código. Inténtelo de nuevo en un momento, por favor.",
  },
  lost: "¿No tiene ninguna a mano? Un enlace nuevo de un propietario le deja entrar sin ella.",
  roles: "Estas funciones entran con una segunda prueba",
  rolesHint:
    "Un PIN o un enlace por correo ya no basta entonces: se pide además una clave de acceso o los códigos de una aplicación. Quien aún no tiene nada de eso necesita un enlace nuevo de usted, entra con él y lo añade.",
  set: "Guardar estas funciones",
  ownFirst:
    "Añada primero una clave de acceso o unos códigos propios, en la página «Usted»: así es seguro que funcionan aquí y nadie queda fuera.",
  has: "tiene una segunda prueba",
  reset: "Quitar claves de acceso y códigos",
  resetHint:
    "Para quien perdió su teléfono: las claves de acceso y los códigos de esta cuenta dejan de valer, y todas sus sesiones terminan. Después haga un enlace nuevo.",
  codes: "Códigos de una aplicación",
  codesHint:
    "Una aplicación de su teléfono muestra seis cifras, nuevas cada medio minuto, sin ninguna red. Se piden después de un PIN o un enlace por correo.",
  codesSet: "Configurar los códigos",
  since: (day, left) => `Configurados el ${day}. Códigos de reserva que quedan: ${left}`,
  codesNew: "Hacer nuevos códigos de reserva",
  codesRemove: "Quitar los códigos",
  codesRemoved: "Los códigos se quitaron. Todas sus otras sesiones han terminado.",
  scan: "Escanee esto con una aplicación de códigos de un solo uso, o escriba en ella la clave.",
  key: "Clave",
  open: "Abrir la aplicación en este dispositivo",
  now: "Las seis cifras que la aplicación muestra ahora",
  confirm: "Confirmar",
  wrong:
    "No son las cifras de este momento. ¿Va bien el reloj de su teléfono? Espere a las siguientes.",
  backups: "Sus diez códigos de reserva",
  backupsHint:
    "Cada uno deja entrar una vez en lugar de la aplicación. Se muestran ahora y nunca más: anótelos y guárdelos lejos de su teléfono. Los anteriores ya no valen.",
};

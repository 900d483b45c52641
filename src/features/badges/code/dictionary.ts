/**
 * What the parts of a badge are deflated against: words that courses say, the likeliest last, where they cost least. It never
 * changes: another one is another form, with another prefix. Published at `/badges/dictionary.txt`.
 */
export const DICTIONARY =
  "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ zxqjkvbpygfwmucldrhsnioate " +
  "عن على إلى من في التي هذا الذي أن وقد un una para con que del los las por " +
  "des une pour avec dans sur est qui et les la le de " +
  " computer phone internet message password camera screen file page form safe safely secure solar battery power cable network " +
  "antenna mast tower station router signal radio link links hill place people person community school village class lesson course " +
  "exercises exercise right answer answers question percent hours days write read draw drawn build built plan plans measure measured " +
  "connect connects mend repair keep keeps teach use uses using knows know can has have been done made ready with without from " +
  "through before after into over under between about their them they that this what when where which who how and of the to a in for is on by as at it " +
  "Connect, Not Divide Has finished Has shown to a teacher, has read a , and has shown a teacher: " +
  "and of the skills digital learning badge campaign foundation network " +
  "https://www.learn.edu.ngo.net.com.example.org/courses/https://";

/** IATI files as a receiver checks them: against the schema of the standard, and read back. */
import { readFileSync } from "node:fs";
import {
  xmlCleanupInputProvider,
  XmlBufferInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XsdValidator,
} from "libxml2-wasm";

const SCHEMAS = "tests/data/iati/";
const file = (name: string) => readFileSync(`${SCHEMAS}${name}`);

/** What the schema of IATI 2.03 finds wrong; nothing when the file is valid. */
export function schemaErrors(xml: string): string[] {
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(
      Object.fromEntries(["iati-common.xsd", "xml.xsd"].map((name) => [name, file(name)])),
    ),
  );
  try {
    using schema = XmlDocument.fromBuffer(file("iati-activities-schema.xsd"));
    using validator = XsdValidator.fromDoc(schema);
    using document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      return String(error instanceof Error ? error.message : error).split("\n");
    }
  } finally {
    xmlCleanupInputProvider();
  }
}

/** What an XPath finds in a file, as text. */
export function found(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath).map((node) => node.content);
}

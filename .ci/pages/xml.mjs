// XML, read strictly, as the little tree that the checks walk.
import { SaxesParser } from "saxes";
import { fault } from "./common.mjs";

/** The root element; or nothing, and a fault, where it is not well-formed. */
export function parse(file, text, part = "the file") {
  const top = { children: [], text: "" };
  let at = top;
  let error;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (found) => (error ??= found));
  parser.on("opentag", (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element = { name: tag.name, attributes, parent: at, children: [], text: "" };
    at.children.push(element);
    at = element;
  });
  parser.on("text", (text) => (at.text += text));
  parser.on("closetag", () => (at = at.parent ?? top));
  parser.write(text).close();
  if (error) fault(file, `${part} is not well-formed XML: ${error.message}`);
  return error ? undefined : top.children[0];
}

/** All elements below this one in their order; with names, those of these names. */
export const all = (element, ...names) =>
  element.children.flatMap((child) => [
    ...(names.length === 0 || names.includes(child.name) ? [child] : []),
    ...all(child, ...names),
  ]);

/** The first child, its first child and so on, by name. */
export const child = (element, ...names) =>
  names.reduce((at, name) => at?.children.find((child) => child.name === name), element);

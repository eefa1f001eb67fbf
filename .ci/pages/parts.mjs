// What is in a DOCX, as Word and a screen reader need it.
import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { annex, counted, fault, named } from "./common.mjs";
import { all, child, parse } from "./xml.mjs";

const LANGUAGES = { en: "en-GB", nl: "nl-NL" };
const TYPES = "[Content_Types].xml";

/** Checks each file; says how much there was to check. */
export function checkParts(files) {
  const count = { headings: 0, tables: 0, headed: 0, drawings: 0 };
  for (const file of files) {
    let zip;
    try {
      zip = unzipSync(readFileSync(file));
    } catch (error) {
      fault(file, `can't be unpacked: ${error.message}`);
      continue;
    }
    const names = Object.keys(zip).filter((name) => !name.endsWith("/"));
    const parts = new Map();
    for (const name of names.filter((name) => /\.(xml|rels)$/.test(name))) {
      const part = parse(file, strFromU8(zip[name]), name);
      if (part) parts.set(name, part);
    }
    const body = child(parts.get("word/document.xml"), "w:body");
    const styles = parts.get("word/styles.xml");
    if (!body || !styles || !parts.has(TYPES)) {
      fault(file, "has no document, styles or content types that can be read");
      continue;
    }
    checkPackage(file, names, parts);
    count.headings += checkHeadings(file, body, styles);
    const tables = checkTables(file, body);
    count.tables += tables.length;
    count.headed += tables.filter(Boolean).length;
    count.drawings += checkDrawings(file, body);
    checkParagraphs(file, body);
    checkLanguage(file, styles);
    checkFooters(file, body, parts);
    if (!child(parts.get("docProps/core.xml"), "dc:title")?.text.trim()) fault(file, "has no title in docProps/core.xml");
  }
  return `${counted(count.headings, "heading")}, ${counted(count.tables, "table")} (${count.headed} with a header row), ${counted(count.drawings, "drawing")}`;
}

/** The value that an element has at the end of these names. */
const val = (element, ...names) => child(element, ...names)?.attributes["w:val"];
const isOn = (value) => !["0", "false", "off"].includes(value);
const words = (element) => all(element, "w:t").map(({ text }) => text).join("").trim();

/** The relations of a part, and the names of the parts they lead to. */
function relations(parts, name) {
  const { dir, base } = posix.parse(name);
  const file = parts.get(posix.join(dir, "_rels", `${base}.rels`));
  return (file?.children ?? []).map(({ attributes: { Id, Target, TargetMode } }) => ({
    id: Id,
    target: TargetMode === "External" ? undefined : posix.resolve("/", dir, Target).slice(1),
  }));
}

/** Word refuses a file with a part of no type, or one that refers to nothing. */
function checkPackage(file, names, parts) {
  const types = parts.get(TYPES).children;
  const endings = types.map(({ attributes }) => attributes.Extension?.toLowerCase());
  const typed = types.flatMap(({ attributes }) => attributes.PartName?.slice(1) ?? []);
  for (const name of names.filter((name) => name !== TYPES && !typed.includes(name))) {
    if (!endings.includes(name.split(".").pop().toLowerCase())) fault(file, `${name} has no content type`);
  }
  for (const name of typed.filter((name) => !names.includes(name))) fault(file, `there is a content type, but no ${name}`);

  // The package itself has relations as well, as if its name were empty.
  for (const name of ["", ...parts.keys()]) {
    const related = relations(parts, name);
    for (const { target } of related) {
      if (target !== undefined && !names.includes(target)) fault(file, `${name} refers to ${target}, which is not there`);
    }
    const ids = related.map(({ id }) => id);
    for (const element of name ? all(parts.get(name)) : []) {
      for (const attribute of ["r:id", "r:embed", "r:link"]) {
        const id = element.attributes[attribute];
        if (id !== undefined && !ids.includes(id)) fault(file, `${name}: ${element.name} refers to ${id}, which is not there`);
      }
    }
  }
}

/** Headings are what Word calls headings, and none is a level too low. */
function checkHeadings(file, body, styles) {
  const levels = new Map();
  for (const style of all(styles, "w:style")) {
    const [, level = 0] = /^heading ([1-9])$/i.exec(val(style, "w:name")) ?? [];
    levels.set(style.attributes["w:styleId"], Number(level));
  }
  let [count, last, annexes] = [0, 0, 0];
  for (const paragraph of all(body, "w:p")) {
    const style = val(paragraph, "w:pPr", "w:pStyle");
    if (style !== undefined && !levels.has(style)) fault(file, `“${words(paragraph)}” has the style ${style}, which is not there`);
    const level = levels.get(style) ?? 0;
    if (level === 0) continue;
    if (level > last + 1) fault(file, `heading “${words(paragraph)}” is of level ${level} after one of level ${last}`);
    count += 1;
    last = level;
    if (annex(file).test(words(paragraph))) annexes += 1;
  }
  if (count === 0) fault(file, "has no headings");
  if (named(file).memo && annexes !== 1) fault(file, `has ${annexes} headings of Annex A`);
  return count;
}

/**
 * For each table whether it has a header row. One of several rows must have
 * one, repeated on each page, unless its w:tblLook says it has none.
 */
function checkTables(file, body) {
  return all(body, "w:tbl").map((table) => {
    const rows = table.children.filter(({ name }) => name === "w:tr");
    const header = child(rows[0], "w:trPr", "w:tblHeader");
    if (header && isOn(header.attributes["w:val"])) return true;
    const look = child(table, "w:tblPr", "w:tblLook")?.attributes;
    const none = look && !isOn(look["w:firstRow"] ?? (parseInt(look["w:val"], 16) & 0x20 ? "1" : "0"));
    if (rows.length > 1 && !none) fault(file, `the table that begins with “${words(rows[0])}” has no w:tblHeader`);
    return false;
  });
}

function checkDrawings(file, body) {
  const drawings = all(body, "w:drawing");
  for (const drawing of drawings) {
    const [about] = all(drawing, "wp:docPr");
    if (!about?.attributes.descr?.trim()) fault(file, `the drawing “${about?.attributes.name}” has no descr`);
  }
  return drawings.length;
}

/** Space comes from styles: an empty paragraph is a fault, but where a cell must end with one. */
function checkParagraphs(file, body) {
  let before = "";
  for (const paragraph of all(body, "w:p")) {
    const text = words(paragraph);
    const { parent } = paragraph;
    const index = parent.children.indexOf(paragraph);
    const closesCell =
      parent.name === "w:tc" && index === parent.children.length - 1 && parent.children[index - 1]?.name !== "w:p";
    const filled = text || all(paragraph, "w:drawing", "w:br", "w:sym", "w:fldSimple", "w:instrText").length > 0;
    if (!filled && !closesCell) fault(file, `there is an empty paragraph after “${before}”`);
    before = text || before;
  }
}

function checkLanguage(file, styles) {
  const expected = LANGUAGES[named(file).lang];
  if (!child(styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")) fault(file, "has no language in its styles");
  for (const { attributes } of all(styles, "w:lang")) {
    const found = attributes["w:val"];
    if (found !== expected) fault(file, `the language of its styles is ${found}, not ${expected}`);
  }
}

/** Every footer has the page number; and there is one. */
function checkFooters(file, body, parts) {
  const related = relations(parts, "word/document.xml");
  const footers = all(body, "w:footerReference");
  if (footers.length === 0) fault(file, "has no footer");
  for (const { attributes } of footers) {
    const name = related.find(({ id }) => id === attributes["r:id"])?.target;
    const footer = parts.get(name);
    if (!footer) continue; // told already, with the package or as XML
    const fields = [
      ...all(footer, "w:fldSimple").map((field) => field.attributes["w:instr"]),
      ...all(footer, "w:instrText").map(({ text }) => text),
    ];
    if (!fields.some((field) => /\bPAGE\b/.test(field))) fault(file, `${name} has no page number`);
  }
}

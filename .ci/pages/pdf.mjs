// PDF: tagged, named, in a language, with its fonts; on paper.
import { counted, fault, named, output, ready } from "./common.mjs";
import { checkPaper } from "./paper.mjs";

export async function check(files, out) {
  const did = [];
  if (ready("pages of PDF", "pdftotext")) {
    let pages = 0;
    for (const file of files) {
      try {
        pages += checkPaper(file, file, out);
        checkInfo(file);
        checkFonts(file);
      } catch (error) {
        fault(file, error.message.trim());
      }
    }
    did.push(counted(pages, "page"));
  }
  if (ready("structure of PDF", "qpdf")) {
    const figures = files.map(checkStructure).reduce((sum, one) => sum + one, 0);
    did.push(counted(figures, "figure"));
  }
  return did;
}

function checkInfo(file) {
  const info = output("pdfinfo", file);
  if (!/^Tagged: +yes$/m.test(info)) fault(file, "is not tagged");
  if (!/^Title: +\S/m.test(info)) fault(file, "has no title");
}

/** In the list of pdffonts a long name pushes the columns to the right; the
 * last are yes or no for embedded, subset and Unicode, then two numbers. */
function checkFonts(file) {
  const [, , ...fonts] = output("pdffonts", file).trimEnd().split("\n");
  if (fonts.length === 0) fault(file, "has no fonts");
  for (const font of fonts) {
    if (font.trim().split(/\s+/).at(-5) !== "yes") fault(file, `the font ${font.split(" ")[0]} is not embedded`);
  }
}

/** What only the objects of the file tell. Gives the number of figures. */
function checkStructure(file) {
  let objects;
  try {
    output("qpdf", "--check", file);
    [, objects] = JSON.parse(output("qpdf", "--json=2", "--json-key=qpdf", file)).qpdf;
  } catch (error) {
    fault(file, `${error.message.trim()}`);
    return 0;
  }
  const value = (reference) => objects[`obj:${reference}`]?.value;
  const follow = (object) => (/^\d+ \d+ R$/.test(object) ? value(object) : object);
  const root = follow(objects.trailer.value["/Root"]);

  // A string of text begins with “u:”.
  const lang = root["/Lang"]?.slice(2);
  if (lang?.split("-")[0] !== named(file).lang) fault(file, `its language is “${lang ?? ""}”`);
  if (follow(root["/ViewerPreferences"])?.["/DisplayDocTitle"] !== true) fault(file, "a reader would show its file name in place of its title");

  const figures = Object.values(objects).filter((object) => object.value?.["/S"] === "/Figure");
  for (const figure of figures) {
    if (!figure.value["/Alt"]?.slice(2).trim()) fault(file, "a figure has no words in its place (/Alt)");
  }
  return figures.length;
}

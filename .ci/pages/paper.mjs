// A document as printed: A4, and what the board gets is one page.
import { basename, join } from "node:path";
import { annex, fault, named, output } from "./common.mjs";

const lines = (page) => page.split("\n").map((line) => line.trim()).filter(Boolean);
/** A line without its numbers, since page numbers differ. */
const numberless = (line) => line.replace(/\d+/g, "#");

/** Checks the pages that `document` became in `pdf`; gives their number. */
export function checkPaper(document, pdf, out) {
  const sizes = output("pdfinfo", "-l", "-1", pdf).match(/^Page +\d+ size: .*$/gm) ?? [];
  for (const size of sizes) if (!size.includes("(A4)")) fault(document, `not A4: ${size}`);

  output("pdftoppm", "-r", "80", "-f", "1", "-l", "1", "-png", "-singlefile", pdf, join(out, basename(document)));

  if (named(document).memo) checkPageOne(document, output("pdftotext", pdf, "-").split("\f").map(lines));
  return sizes.length;
}

/** Page 2 must begin with Annex A: then all of page one is on one page. */
function checkPageOne(document, pages) {
  const heading = (line) => annex(document).test(line);
  const [one = [], two = [], three = []] = pages;
  // Headers and footers may come first; they stand on another page as well.
  const furniture = new Set([...one, ...three].map(numberless));
  const first = two.find((line) => heading(line) || !furniture.has(numberless(line)));
  if (first !== undefined && heading(first)) return;

  const at = pages.findIndex((page, index) => index > 0 && page.some(heading));
  const where = at < 0 ? "begins on no later page" : `begins on page ${at + 1}`;
  fault(document, `page one is not one page: page 2 begins with “${first ?? two[0] ?? ""}”, and Annex A ${where}`);
}

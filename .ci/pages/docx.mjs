// DOCX: by its parts, and on paper.
import { existsSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { FONTS, counted, fault, output, ready } from "./common.mjs";
import { checkPaper } from "./paper.mjs";

export async function check(files, out) {
  const did = [];
  if (ready("parts of DOCX", "node_modules/fflate", "node_modules/saxes")) {
    const { checkParts } = await import("./parts.mjs");
    did.push(checkParts(files));
  }
  if (ready("DOCX on paper", "soffice", "pdftotext", ...FONTS)) did.push(print(files, out));
  return did;
}

/** All in one go, since each start takes seconds. */
function print(files, out) {
  const profile = pathToFileURL(join(out, "../profile")).href;
  output("soffice", `-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", out, ...files);
  let pages = 0;
  for (const file of files) {
    const made = join(out, `${basename(file, ".docx")}.pdf`);
    if (!existsSync(made)) {
      fault(file, "LibreOffice makes no PDF of it");
      continue;
    }
    const pdf = join(out, `${basename(file)}.pdf`);
    renameSync(made, pdf);
    pages += checkPaper(file, pdf, out);
  }
  return `${counted(pages, "page")} printed`;
}

// Checks every document of a folder: node check.mjs FOLDER OUT
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { counted, fault, faults, named } from "./common.mjs";

const [folder, out] = process.argv.slice(2);
const documents = readdirSync(folder).filter((name) => /\.(html|docx|pdf)$/.test(name)).sort();
// An empty folder would pass every check there is.
if (documents.length === 0) fault(folder, "there is no document in it");

for (const kind of ["html", "docx", "pdf"]) {
  const files = documents.filter((name) => name.endsWith(`.${kind}`)).map((name) => join(folder, name));
  if (files.length === 0) continue;
  const [before, started] = [faults(), Date.now()];
  for (const file of files) {
    if (!named(file).lang) fault(file, "its name must end in -en or -nl, so that its language can be checked");
  }
  const { check } = await import(`./${kind}.mjs`);
  const did = await check(files, out);
  const took = Math.round((Date.now() - started) / 1000);
  console.log(`${kind.toUpperCase()}: ${[counted(files.length, "document"), ...did].join(", ")}: ${counted(faults() - before, "fault")} (${took} s)`);
}
process.exitCode = faults() > 0 ? 1 : 0;

// What all checks share: faults, programs, and what a document's name says.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename } from "node:path";

const told = new Set();
export const faults = () => told.size;

/** Tells a fault of a document, once; the run goes on, and fails in the end. */
export function fault(file, text) {
  const line = `FAULT ${basename(file)}: ${text}`;
  if (!told.has(line)) console.log(line);
  told.add(line);
}

/** The fonts without which a page would break elsewhere. */
export const FONTS = ["fonts/LiberationSans-Regular.ttf", "fonts/DejaVuSans.ttf"];

/** Whether all these programs and files are there; if not, tells what is left out. */
export function ready(check, ...needs) {
  const there = (need) =>
    need.includes("/") ? existsSync(need) : spawnSync("sh", ["-c", 'command -v "$0"', need]).status === 0;
  const missing = needs.filter((need) => !there(need));
  if (missing.length > 0) console.log(`LEFT OUT: ${check} (no ${missing.join(", no ")})`);
  return missing.length === 0;
}

/** What a program prints; throws when it fails or takes more than five minutes. */
export const output = (program, ...args) =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, timeout: 300_000, stdio: ["ignore", "pipe", "pipe"] });

/**
 * `case-nl.html` is a memo in Dutch; `case-nl.cards.html` is something else in
 * Dutch, of which no page one is asked.
 */
export function named(file) {
  const [, lang, kind] = /-(en|nl)(\.\w+)?\.\w+$/.exec(basename(file)) ?? [];
  return { lang, memo: lang !== undefined && kind === undefined };
}

/** How the annex begins that must follow page one. */
export const annex = (file) => (named(file).lang === "nl" ? /^Bijlage A\. \S/ : /^Annex A\. \S/);

export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

// HTML: by its rules; in a browser, wide and narrow, light and dark; on paper.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FONTS, counted, fault, named, output, ready } from "./common.mjs";
import { checkPaper } from "./paper.mjs";

const CHROMIUM = "/usr/bin/chromium";
const VALIDATOR = "node_modules/vnu-jar/build/dist/vnu.jar";
const AXE = "node_modules/axe-core/axe.min.js";

/** What the validator says and we do all the same, and why. */
const ALLOWED = [
  // The file is well-formed XML as well, where every element is closed.
  /^Trailing slash on void elements has no effect/,
  // A property of SVG 2 and of CSS; the validator's list is older.
  /^CSS: “paint-order”: Property “paint-order” doesn't exist\.$/,
];

/** The rules of axe, by their tags. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const SCHEMES = ["light", "dark"];
const WIDTHS = [1280, 400];

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export async function check(files, out) {
  const did = [];
  if (ready("validity of HTML", "java", VALIDATOR)) did.push(validate(files));
  if (ready("HTML as XML", "node_modules/saxes")) {
    const { parse } = await import("./xml.mjs");
    for (const file of files) parse(file, readFileSync(file, "utf8"));
    did.push("read as XML");
  }
  if (ready("HTML in a browser and on paper", CHROMIUM, "pdftotext", "node_modules/playwright-core", AXE, ...FONTS)) {
    did.push(await browse(files, out));
  }
  return did;
}

/** By the rules of HTML and CSS. */
function validate(files) {
  const answer = output("java", "-jar", VALIDATOR, "--format", "json", "--stdout", "--exit-zero-always", ...files);
  const { messages } = JSON.parse(answer);
  const faulty = messages.filter(({ message }) => !ALLOWED.some((allowed) => allowed.test(message)));
  for (const { url, type, lastLine, message } of faulty) fault(fileURLToPath(url), `${type}, line ${lastLine}: ${message}`);
  return `validated (${counted(messages.length - faulty.length, "message")} of the allowed kinds)`;
}

async function browse(files, out) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  let [looks, pages] = [0, 0];
  for (const file of files) {
    // What is seen in every look is told once.
    const seen = new Map();
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({ colorScheme });
      const page = await open(context, file);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const text of await look(page)) {
          seen.set(text, [...(seen.get(text) ?? []), `${colorScheme} ${width} px`]);
        }
        looks += 1;
      }
      if (colorScheme === SCHEMES[0]) {
        const pdf = join(out, `${basename(file)}.pdf`);
        await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true, printBackground: true });
        pages += checkPaper(file, pdf, out);
      }
      await context.close();
    }
    for (const [text, when] of seen) fault(file, `${text} (${when.join(", ")})`);
  }
  await browser.close();
  return `${counted(looks, "look")} with axe, ${counted(pages, "page")} printed`;
}

/** Opens a document, which may ask for nothing but itself and must not complain. */
async function open(context, file) {
  const url = pathToFileURL(file).href;
  const page = await context.newPage();
  await page.route("**/*", (route) => {
    const asked = route.request().url();
    if (asked === url) return route.continue();
    fault(file, `asks for ${asked}`);
    return route.abort();
  });
  page.on("console", (message) => {
    if (message.type() === "error") fault(file, `console: ${message.text()}`);
  });
  page.on("pageerror", (error) => fault(file, `script: ${error}`));
  // Put in this way, axe is there whatever the document's own policy forbids.
  await page.addInitScript({ path: AXE });
  await page.goto(url);
  const lang = await page.locator("html").getAttribute("lang");
  if (lang !== named(file).lang) fault(file, `its language is “${lang}”`);
  return page;
}

/** What is wrong with a document as it stands in the window. */
async function look(page) {
  const found = [];
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return undefined;
    const beyond = [...document.body.querySelectorAll("*")].findLast((one) => one.getBoundingClientRect().right > clientWidth);
    return `${scrollWidth} px wide in a window of ${clientWidth} px, at last with ${beyond?.outerHTML.slice(0, 120)}`;
  });
  if (wide) found.push(wide);

  const { violations } = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ["violations"] }), RULES);
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary, html } of nodes) {
      found.push(`axe ${id} at ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}: ${html.slice(0, 120)}`);
    }
  }
  return found;
}

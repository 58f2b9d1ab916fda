// Opens a page in headless Chromium, light and dark, and has axe-core look for what WCAG 2.2 AA forbids. Called by
// check-reports as: check_html.mjs FILE [PICTURE]. Ends with 3 if a program it needs is not there.
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import path from "node:path";

const lacking = (what) => {
    console.log(what);
    process.exit(3);
};
const places = [process.cwd(), ...(process.env.NODE_PATH ?? "").split(path.delimiter).filter(Boolean)];
const find = (name) => {
    for (const place of places) {
        for (const from of [place, path.dirname(place)]) {
            try {
                return createRequire(path.join(from, "x.js")).resolve(name);
            } catch {}
        }
    }
    lacking(`${name}: npm install playwright-core axe-core, and say where in NODE_PATH`);
};
const { chromium } = createRequire(import.meta.url)(find("playwright-core"));
const axe = find("axe-core");
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) => file && existsSync(file));
if (!executablePath) lacking("chromium: apt-get install chromium, or say where in CHROMIUM");

const [file, picture] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const faults = [];
let passes = 0;
for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1200, height: 1600 }, bypassCSP: true });
    const page = await context.newPage();
    page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) faults.push(`asks for ${request.url()}`);
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("dialog", (dialog) => {
        faults.push(`opens a dialog: ${dialog.message()}`);
        dialog.dismiss();
    });
    await page.goto(pathToFileURL(path.resolve(file)).href);
    if (picture) await page.screenshot({ path: `${picture}-${colorScheme}.png` });
    await page.addScriptTag({ path: axe });
    const found = await page.evaluate(() =>
        window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
    );
    passes += found.passes.length;
    for (const one of found.violations) faults.push(`${colorScheme}: ${one.id} (${one.nodes.length}): ${one.nodes[0].target}`);
    await context.close();
}
await browser.close();
if (faults.length > 0) {
    console.log([...new Set(faults)].join("\n"));
    process.exit(1);
}
console.log(`axe-core: nothing against WCAG 2.2 AA, light or dark; ${passes} rules passed`);

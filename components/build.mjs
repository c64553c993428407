// Bundles the article surface into ../static: one module, and the licences of what is in it.
// Its first line names what it was built from, so that a test can tell, without Node, whether it is up to date.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "static");

const sources = (await readdir(join(here, "src"))).sort().map((name) => join("src", name));
const digest = createHash("sha256");
const shared = join("..", "assistant", "ui", "components", "sending.js");
for (const name of [...sources, shared, "build.mjs", "package-lock.json"]) digest.update(await readFile(join(here, name)));
const origin = digest.digest("hex");

await mkdir(out, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["src/surface.js"],
  outfile: join(out, "article.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  loader: { ".css": "text" },
  legalComments: "none",
  banner: { js: `/* Built by \`make components\` from ${origin}; licences in LICENCES.txt */` },
  metafile: true,
});

const inBundle = Object.keys(metafile.inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
const packages = [...new Set(inBundle.filter(Boolean))].sort();
const licences = [];
for (const name of packages) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((other) => /^licen[cs]e/i.test(other));
  if (!file) throw new Error(`${name} comes without its licence`);
  licences.push(`${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`);
}
await writeFile(join(out, "LICENCES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../paths.ts";

/** Where npm has fonts of Latin letters with signs, and of Chinese. */
const FOLDERS = ["dejavu-fonts-ttf/ttf", "@embedpdf/fonts-sc/fonts"];

const ALIASES = Object.entries({
	"sans-serif": "DejaVu Sans",
	serif: "DejaVu Serif",
	monospace: "DejaVu Sans Mono",
}).map(
	([family, font]) =>
		`<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
);

/**
 * A fontconfig file that knows these fonts only, so that a browser draws the same on every machine, Chinese too. Returns
 * its path.
 */
export function fontsFile(): string {
	const dir = mkdtempSync(join(tmpdir(), "fonts-"));
	const dirs = FOLDERS.map((folder) => `<dir>${join(ROOT, "node_modules", folder)}</dir>`);
	const file = join(dir, "fonts.conf");
	writeFileSync(
		file,
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.join("")}${ALIASES.join("")}<cachedir>${dir}</cachedir></fontconfig>`,
	);
	return file;
}

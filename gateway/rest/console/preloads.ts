import { readFileSync } from "node:fs";
import { join } from "node:path";

type Manifest = Record<string, { file: string; imports?: string[] }>;

export type PageLanguage = "en" | "zh";

const FONT = /source-sans-3-latin-wght-normal\.woff2$/;

/** The language that the console speaks in this browser unless another was chosen there. */
export function languageOf(acceptLanguage = ""): PageLanguage {
	return acceptLanguage.slice(0, 2).toLowerCase() === "zh" ? "zh" : "en";
}

/**
 * Links for the head of the console's page that load at once what its scripts would ask for one after the other: the
 * words, the font and, for `folder` of `console/pages`, the code of the page. Reads the manifest that the build wrote.
 */
export function preloadsOf(dir: string): (folder: string, language: PageLanguage) => string {
	const manifest: Manifest = JSON.parse(readFileSync(join(dir, ".vite/manifest.json"), "utf8"));
	const withImports = (key: string): string[] => {
		const entry = manifest[key];
		return entry ? [entry.file, ...(entry.imports ?? []).flatMap(withImports)] : [];
	};
	const font = Object.keys(manifest).find((key) => FONT.test(key));
	const fontLink = font
		? `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${manifest[font]?.file}">`
		: "";
	return (folder, language) => {
		const page = Object.keys(manifest).filter((key) =>
			new RegExp(`^pages/${folder}/${folder}Page\\.tsx$`, "i").test(key),
		);
		const words = ["common", folder].map((name) => `words/${language}/${name}.json`);
		const files = new Set([...words, ...page].flatMap(withImports));
		const modules = [...files].map(
			(file) => `<link rel="modulepreload" crossorigin href="./${file}">`,
		);
		return [...modules, fontLink].join("\n");
	};
}

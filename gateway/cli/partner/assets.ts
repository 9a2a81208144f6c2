import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packed = new URL("./assets/", import.meta.url);

/** Assets are next to the program in the npm package, and at their own paths in the repository. */
function asset(inPackage: string, inRepository: string): string {
	const beside = new URL(inPackage, packed);
	return fileURLToPath(existsSync(packed) ? beside : new URL(inRepository, import.meta.url));
}

/** The supergraph of the hub's own subgraphs at build time. */
export const SUPERGRAPH = asset("supergraph.graphql", "../../supergraph.graphql");

/** Folders of the templates, in the repository below subgraphs/examples. */
export const TEMPLATES = {
	javascript: "template",
	python: "template-python",
	go: "template-go",
} as const;

export type Language = keyof typeof TEMPLATES;

/** Folder of a language's template. */
export const templateOf = (language: Language) =>
	asset(`templates/${language}/`, `../../../subgraphs/examples/${TEMPLATES[language]}/`);

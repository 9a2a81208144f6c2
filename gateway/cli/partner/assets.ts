import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packed = new URL("./assets/", import.meta.url);

/** In the npm package these lie beside the program, in the repository where they are kept. */
function asset(inPackage: string, inRepository: string): string {
	const beside = new URL(inPackage, packed);
	return fileURLToPath(existsSync(packed) ? beside : new URL(inRepository, import.meta.url));
}

/** The supergraph of the hub's own subgraphs, as it was when this version was built. */
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

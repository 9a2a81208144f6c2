import "reflect-metadata";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLog } from "../../shared/log.ts";
import { apiSchemaOf } from "../composition/api-schema.ts";
import { compose } from "../composition/compose.ts";
import { shippedText } from "../composition/shipped.ts";
import { embeddedSources, openEmbedded } from "../embedded.ts";
import { openPartners } from "../embedded-registry.ts";
import { consoleDocuments } from "./generate-console.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The schemas generated from the classes: file → text. */
async function generated(): Promise<Map<string, string>> {
	const dataDir = mkdtempSync(join(tmpdir(), "generate-"));
	const log = createLog("warn");
	const subgraphs = await openEmbedded({ dataDir, log });
	const own = embeddedSources(subgraphs);
	const partners = await openPartners({ dataDir, log, production: false }, own);
	try {
		const sources = [...own, partners.source];
		const schemas = await Promise.all(
			sources.map(async ({ name, url, readSdl }) => ({ name, url, sdl: await readSdl() })),
		);
		const supergraph = compose(schemas);
		const api = `${apiSchemaOf(supergraph).trim()}\n`;
		return new Map([
			...(await consoleDocuments(ROOT, api)),
			...subgraphs.map(
				({ name, sdl }) => [`subgraphs/${name}/schema.graphql`, `${sdl.trim()}\n`] as const,
			),
			["subgraphs/registry/schema.graphql", `${(await partners.source.readSdl()).trim()}\n`],
			["gateway/supergraph.graphql", shippedText(schemas, supergraph)],
			["docs/api.graphql", api],
		]);
	} finally {
		await partners.close();
		for (const subgraph of subgraphs) await subgraph.close();
		rmSync(dataDir, { recursive: true });
	}
}

const stale: string[] = [];
for (const [file, text] of await generated()) {
	const path = join(ROOT, file);
	if (process.argv.includes("--check")) {
		if (!existsSync(path) || readFileSync(path, "utf8") !== text) stale.push(file);
	} else {
		writeFileSync(path, text);
		console.log(`wrote ${file}`);
	}
}
if (stale.length > 0) {
	console.error(`Out of date: ${stale.join(", ")}. Run npm run generate and commit the result.`);
	process.exitCode = 1;
}

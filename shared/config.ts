import { resolve } from "node:path";
import { z } from "zod";

const addresses = z
	.string()
	.transform((text, ctx) => {
		if (text.trim() === "") return undefined;
		return Object.fromEntries(
			text.split(",").map((entry) => {
				const [name, url] = entry.split(/=(.*)/s).map((part) => part.trim());
				if (!name || !url || !URL.canParse(url)) {
					ctx.addIssue({ code: "custom", message: `"${entry}" is not name=http://host:port` });
					return ["", ""];
				}
				return [name, url];
			}),
		);
	})
	.optional();

const schema = z.object({
	PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
	HUB_DATA_DIR: z
		.string()
		.min(1)
		.default("data")
		.transform((dir) => resolve(dir)),
	HUB_SUBGRAPH_URLS: addresses,
	HUB_SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(10).default(10_000),
	LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Config = {
	port: number;
	/** Absolute folder of the SQLite files. */
	dataDir: string;
	/** Subgraph name → GraphQL endpoint; absent when all run in this process. */
	subgraphUrls?: Record<string, string>;
	subgraphTimeoutMs: number;
	logLevel: string;
};

/** Reads the environment, the only place that does. Throws an Error naming each wrong variable and what was expected. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
	const read = schema.safeParse(env);
	if (!read.success) {
		const faults = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
		throw new Error(`Configuration is wrong. ${faults.join("; ")}`);
	}
	return {
		port: read.data.PORT,
		dataDir: read.data.HUB_DATA_DIR,
		subgraphUrls: read.data.HUB_SUBGRAPH_URLS,
		subgraphTimeoutMs: read.data.HUB_SUBGRAPH_TIMEOUT_MS,
		logLevel: read.data.LOG_LEVEL,
	};
}

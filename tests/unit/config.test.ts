import { expect, it } from "vitest";
import { readConfig } from "../../shared/config.ts";

it("has defaults that need no environment", () => {
	expect(readConfig({})).toMatchObject({ port: 4000, subgraphTimeoutMs: 10_000, logLevel: "info" });
});

it("reads subgraph addresses", () => {
	const { subgraphUrls } = readConfig({
		HUB_SUBGRAPH_URLS:
			"mep=http://127.0.0.1:4001/graphql, institutes=http://127.0.0.1:4002/graphql",
	});
	expect(subgraphUrls).toEqual({
		mep: "http://127.0.0.1:4001/graphql",
		institutes: "http://127.0.0.1:4002/graphql",
	});
});

it("names each wrong variable", () => {
	expect(() => readConfig({ PORT: "http", HUB_SUBGRAPH_URLS: "mep" })).toThrow(
		/PORT: .*HUB_SUBGRAPH_URLS: "mep" is not name=http/,
	);
});

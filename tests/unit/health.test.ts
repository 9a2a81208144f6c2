import { expect, it, vi } from "vitest";
import { type Part, type ReadyRequires, readinessOf } from "../../gateway/rest/health.ts";
import { remoteSources } from "../../gateway/transport/remote-subgraphs.ts";
import { readConfig } from "../../shared/config.ts";
import { unavailable } from "../../shared/errors.ts";
import { DEFAULT_LIMITS } from "../../shared/limits/limits.ts";
import { createLog } from "../../shared/log.ts";
import { serveSubgraph } from "../../shared/subgraph/serve-http.ts";
import { subgraph } from "../support/limited-hub.ts";

const works = async () => undefined;
const fails = async () => {
	throw unavailable("mep", "The mep database does not answer; try again");
};
const part = (name: string, isLocal: boolean, check: Part["check"]): Part => ({
	...{ name, isLocal, check },
});
const read = (parts: Part[], requires: ReadyRequires = "local") =>
	readinessOf(parts, requires, createLog("silent"))();

const MISSING = { mep: "The mep database does not answer; try again" };

it.each<[string, Part[], ReadyRequires | undefined, string]>([
	[
		"a part of this process",
		[part("a", true, works), part("mep", true, fails)],
		undefined,
		"waiting",
	],
	["a part elsewhere", [part("a", true, works), part("mep", false, fails)], undefined, "degraded"],
	[
		"a part elsewhere where all are required",
		[part("a", true, works), part("mep", false, fails)],
		"all",
		"waiting",
	],
	[
		"a part that is not named",
		[part("a", true, works), part("mep", true, fails)],
		["a"],
		"degraded",
	],
	["a part that is named", [part("a", true, works), part("mep", false, fails)], ["mep"], "waiting"],
	["the only part", [part("mep", false, fails)], undefined, "waiting"],
])("without %s, a hub says which is missing", async (_, parts, requires, status) => {
	expect(await read(parts, requires)).toEqual({ status, subgraphs: MISSING });
});

it("says nothing of a driver's own words, and logs them", async () => {
	const log = createLog("silent");
	const error = vi.spyOn(log, "error");
	const broken = part("mep", true, async () => {
		throw new Error("connect ECONNREFUSED 10.0.0.1:5432");
	});
	expect(await readinessOf([broken], "local", log)()).toEqual({
		status: "waiting",
		subgraphs: { mep: "it failed; the reason is in the hub's log" },
	});
	expect(error).toHaveBeenCalledTimes(1);
});

it("answers after two seconds where a part does not, and asks that part no second time meanwhile", async () => {
	const check = vi.fn(() => new Promise<void>(() => undefined));
	const readiness = readinessOf([part("mep", true, check)], "local", createLog("silent"));
	const began = performance.now();
	const answers = await Promise.all([readiness(), readiness(), readiness()]);
	expect(performance.now() - began).toBeGreaterThan(1900);
	for (const answer of answers)
		expect(answer.subgraphs).toEqual({ mep: "no response within 2000 ms" });
	expect(check).toHaveBeenCalledTimes(1);
});

it("a subgraph that is served alone says whether its database works, and the gateway passes it on", async () => {
	let check: () => Promise<void> = works;
	const served = { ...subgraph({ calls: 0, added: [] }), check: () => check() };
	const log = createLog("silent");
	const secret = "s".repeat(32);
	const server = await serveSubgraph(served, {
		...{ port: 0, host: "127.0.0.1", secret, log, limits: DEFAULT_LIMITS },
	});
	const [source] = remoteSources({ mep: server.url }, 5000, secret);
	await source?.check?.();
	check = fails;
	await expect(source?.check?.()).rejects.toMatchObject({
		message: MISSING.mep,
		extensions: { code: "UNAVAILABLE", subgraph: "mep" },
	});
	await server.close();
	await expect(source?.check?.()).rejects.toMatchObject({
		message: expect.stringMatching(/^it does not respond \([A-Z_]+\)$/),
	});
});

it("a name that is no part is refused, with those that are", () => {
	expect(readConfig({ HUB_READY_REQUIRES: "mep, registry" }).readyRequires).toEqual([
		...["mep", "registry"],
	]);
	expect(() => readConfig({ HUB_READY_REQUIRES: "mep,everything" })).toThrow(
		/HUB_READY_REQUIRES: "everything" is not local, all, or some of institutes, mep/,
	);
});

import { expect, it } from "vitest";
import { unseenQueries } from "../bench/figures/unseen.ts";
import { placeOf, selfTimes } from "../bench/profile/summary.ts";

const ROOT = "/hub/";
const node = (id: number, functionName: string, url = "", children: number[] = []) => ({
	id,
	callFrame: { functionName, url },
	children,
});

it.each([
	["file:///hub/node_modules/@apollo/server/dist/index.js", "@apollo/server"],
	["/hub/node_modules/a/node_modules/graphql/execution/execute.js", "graphql"],
	["file:///hub/subgraphs/mep/center/queries.ts", "subgraphs/mep/"],
	["file:///hub/gateway/server.ts", "gateway/server.ts"],
	["node:_http_outgoing", "Node: HTTP, sockets, streams"],
	["node:internal/streams/readable", "Node: HTTP, sockets, streams"],
	["node:internal/process/task_queues", "Node: process/task_queues"],
])("of %s, the time is that of %s", (url, place) => expect(placeOf(url, ROOT)).toBe(place));

it("time of functions without a file counts for what called them; waiting counts for nothing", () => {
	const nodes = [
		node(1, "(root)", "", [2, 5, 6, 7]),
		node(2, "answer", "file:///hub/gateway/http/answer.ts", [3]),
		node(3, "generated", "", [4]),
		node(4, "stringify"),
		node(5, "(idle)"),
		node(6, "(garbage collector)"),
		node(7, "(program)"),
	];
	const profile = { nodes, samples: [2, 3, 4, 5, 6, 7, 4], timeDeltas: [1, 2, 4, 100, 8, 16, 32] };
	expect([...selfTimes(profile, ROOT)]).toEqual([
		["gateway/http/", 39],
		["garbage collection on the main thread", 8],
		["native code outside of JavaScript", 16],
	]);
});

it("no two unseen operations have the same selections", () => {
	const queries = unseenQueries(0, 1792);
	const shapes = new Set(queries.map((query) => query.replace(/^query \w+/, "")));
	expect(shapes.size).toBe(1792);
	expect(unseenQueries(15, 2)).toEqual(queries.slice(15, 17));
	expect(() => unseenQueries(1700, 93)).toThrow("There are 1792 shapes");
});

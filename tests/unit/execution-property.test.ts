import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesFor } from "../support/federation/choices.ts";
import { disturbing, FAULT_NAMES } from "../support/federation/disturbances.ts";
import { comparable } from "../support/federation/executing.ts";
import {
	ABSTRACT,
	INTERFACE_OBJECT_REQUIRES,
	INTERFACE_OBJECTS,
} from "../support/federation/graphs/abstract.ts";
import type { GraphSource } from "../support/federation/graphs/graph.ts";
import { KEYS, MASHED_KEYS } from "../support/federation/graphs/keys.ts";
import { REQUIRED_ARGUMENTS, REQUIRES } from "../support/federation/graphs/requires.ts";
import { MUTATIONS, SHARED, VALUES } from "../support/federation/graphs/values.ts";
import { type OpenGraph, openGraph } from "../support/federation/open-graph.ts";
import { operationOf } from "../support/federation/operation.ts";

/** Operations that are tried on each graph; more for a longer search: EXECUTION_RUNS=5000. */
const RUNS = Number(process.env.EXECUTION_RUNS ?? 25);

const GRAPHS = {
	KEYS,
	MASHED_KEYS,
	REQUIRES,
	REQUIRED_ARGUMENTS,
	ABSTRACT,
	INTERFACE_OBJECTS,
	VALUES,
	SHARED,
	MUTATIONS,
};

const opened = new Map<GraphSource, Promise<OpenGraph>>();
function open(source: GraphSource): Promise<OpenGraph> {
	const graph = opened.get(source) ?? openGraph(source);
	opened.set(source, graph);
	return graph;
}

const SOUND = { nulls: 0, broken: 0, failing: 0 };
const seed = fc.nat({ max: 100_000 });
const percent = (...most: number[]) => fc.constantFrom(0, 0, ...most);
const settings = fc.record({
	seed,
	nulls: percent(15, 40),
	broken: percent(10),
	failing: percent(10),
});
const disturbance = fc.record({
	subgraph: fc.nat({ max: 5 }),
	fault: fc.constantFrom(...FAULT_NAMES),
});

/** Operations of all graphs that Apollo's gateway could judge. */
let compared = 0;

describe.each(Object.entries(GRAPHS))("%s", (_, source) => {
	it("is answered as by one server that owns everything, to the letter", async () => {
		const graph = await open(source);
		await fc.assert(
			fc.asyncProperty(choicesFor(false), seed, percent(15), async (choices, seed, nulls) => {
				const asked = operationOf(graph.schema, choices);
				if (!asked) return fc.pre(false);
				const settings = { ...SOUND, seed, nulls };
				const expected = await graph.unfederated(asked, settings);
				const { result } = await graph.ours(asked, settings);
				expect(JSON.stringify(result), asked.query).toBe(JSON.stringify(expected));
			}),
			{ numRuns: RUNS },
		);
	});
});

// Where interface objects require, Apollo's planner does not always ask for all keys; the registry refuses such fields.
describe.each(Object.entries({ ...GRAPHS, INTERFACE_OBJECT_REQUIRES }))("%s", (_, source) => {
	it("is answered as by Apollo's gateway, whatever subgraphs do", async () => {
		const graph = await open(source);
		await fc.assert(
			fc.asyncProperty(
				choicesFor(true),
				settings,
				fc.array(disturbance, { maxLength: 2 }),
				async (choices, settings, disturbances) => {
					const asked = operationOf(graph.schema, choices);
					if (!asked) return fc.pre(false);
					// What Apollo's gateway gets wrong although nothing is (some @requires, keys and interfaces) it cannot judge.
					const sound = { ...SOUND, seed: settings.seed };
					const [truth, told] = [
						await graph.unfederated(asked, sound),
						await graph.apollos(asked, sound),
					];
					if (comparable(told.result).data !== comparable(truth).data) return;
					const disturb = disturbing(Object.keys(source), disturbances);
					const expected = await graph.apollos(asked, settings, disturb);
					const found = await graph.ours(asked, settings, disturb);
					// Nested fragments on interfaces are asked with their types, which a subgraph that disturbs may answer otherwise.
					for (const one of found.asked) if (!expected.asked.has(one)) return;
					compared++;
					expect(comparable(found.result), asked.query).toEqual(comparable(expected.result));
				},
			),
			{ numRuns: RUNS },
		);
	});
});

it("compared enough of what it tried with Apollo's gateway", () => {
	expect(compared).toBeGreaterThan((Object.keys(GRAPHS).length * RUNS) / 4);
});

import { busySmes, type Dataset } from "./dataset.ts";
import { createPeerClient, percentile } from "./load.ts";
import { type Operation, operationsOn } from "./operations.ts";
import { startHubInOne } from "./peers/hub-one.ts";

export type Growth = { operation: string; smallMs: number; largeMs: number; times: number };

function list(name: string, query: string, variables: Record<string, unknown> = {}): Operation {
	return { name, query, variables: [variables], check: () => undefined };
}

const NODES = "{ nodes { id engagementCount sme { id name } } pageInfo { hasNextPage endCursor } }";
const ENGAGEMENTS =
	"{ nodes { id kind startedOn sme { id name } } pageInfo { hasNextPage endCursor } }";
const LISTS = [
	list("trace", `query Growth { trace(first: 20) ${NODES} }`),
	list(
		"trace of a state",
		`query Growth { trace(first: 20, where: { smeStates: ["US-GA"] }) ${NODES} }`,
	),
	list(
		"trace of a center's kind",
		`query Growth { trace(first: 20, where: { centerIds: ["ga-mep"], kinds: [TRAINING] }) ${NODES} }`,
	),
	list(
		"trace by sponsor",
		`query Growth { trace(first: 20, where: { institute: { sponsors: ["DOE"] } }) ${NODES} }`,
	),
	list(
		"trace while embedded",
		`query Growth { trace(first: 20, where: { embedded: true }) ${NODES} }`,
	),
	list("engagements", `query Growth { engagements(first: 20) ${ENGAGEMENTS} }`),
	list(
		"engagements of a year",
		`query Growth { engagements(first: 20, where: { fiscalYears: [2019] }) ${ENGAGEMENTS} }`,
	),
	list(
		"engagements of an institute",
		`query Growth { engagements(first: 20, where: { instituteIds: ["mxd"] }) ${ENGAGEMENTS} }`,
	),
	list(
		"smes of a state",
		`query Growth { smes(first: 20, where: { states: ["US-GA"] }) { nodes { id name } } }`,
	),
];

async function medians(dataset: Dataset, calls: number): Promise<Map<string, number | Error>> {
	const peer = await startHubInOne(dataset.dir);
	const found = new Map<string, number | Error>();
	try {
		const caller = createPeerClient(peer, 1);
		for (const operation of [...operationsOn(await busySmes(dataset.dir, 50)), ...LISTS]) {
			const took: number[] = [];
			for (let index = 0; index < calls + 3; index++) {
				const start = performance.now();
				const body = await caller
					.call(operation, index % operation.variables.length)
					.catch((error: Error) => error);
				if (body instanceof Error || body.includes('"errors":')) {
					found.set(
						operation.name,
						new Error(body instanceof Error ? body.message : body.slice(0, 300)),
					);
					break;
				}
				if (index >= 3) took.push(performance.now() - start);
			}
			if (!found.has(operation.name)) found.set(operation.name, percentile(took, 0.5));
		}
		await caller.close();
	} finally {
		await peer.stop();
	}
	return found;
}

/** Median time of one call at a time on a small and a large set. An operation that fails throws with its error. */
export async function growth(small: Dataset, large: Dataset, calls: number): Promise<Growth[]> {
	const before = await medians(small, calls);
	const after = await medians(large, calls);
	return [...before].map(([operation, smallMs]) => {
		const largeMs = after.get(operation);
		if (typeof smallMs !== "number" || typeof largeMs !== "number")
			throw new Error(
				`growth of ${operation}: ${[smallMs, largeMs].find((one) => one instanceof Error)}`,
			);
		return { operation, smallMs, largeMs, times: largeMs / smallMs };
	});
}

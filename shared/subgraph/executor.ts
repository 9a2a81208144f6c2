import type { ExecutionResult, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { withinBudget } from "./budget.ts";
import { EXTENSION, lifetimesOf } from "./cache-control.ts";
import { nulInVariables } from "./nul.ts";
import { type Prepared, prepare } from "./prepared.ts";
import { bindBudget } from "./stoppable.ts";
import type { Caller, Execute } from "./subgraph.ts";

/** What all prepared operations of a subgraph may hold: some hundreds of usual size. */
const MOST_BYTES = 48_000_000;

/** Parses, validates and compiles each operation once, then only runs it. Rejects where the request's budget stops it. */
export function createExecutor(
	schema: GraphQLSchema,
	contextFor: (caller: Caller) => object,
): Execute {
	const operations = new LRUCache<string, Prepared>({
		maxSize: MOST_BYTES,
		sizeCalculation: ({ bytes }) => bytes,
	});
	return async ({ query, operationName, variables, requestId, viewer, budget }) => {
		const key = operationName ? `${operationName}\n${query}` : query;
		let prepared = operations.get(key);
		if (!prepared) {
			prepared = prepare(schema, query, operationName);
			operations.set(key, prepared);
		}
		if ("errors" in prepared) return { errors: prepared.errors };
		const nul = nulInVariables(variables ?? {});
		if (nul) return { errors: [nul] };
		const { run } = prepared;
		const context = contextFor({ requestId, viewer, budget });
		if (budget) bindBudget(context, budget);
		const running = () => run(context, variables ?? {}) as ExecutionResult;
		const result = budget ? await withinBudget(budget, running) : await running();
		const lifetimes = lifetimesOf(context);
		return lifetimes ? { ...result, extensions: { [EXTENSION]: lifetimes } } : result;
	};
}

import { HubError } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import { type OpenBudget, openBudget, withinBudget } from "../../shared/subgraph/budget.ts";
import type { Lifetimes } from "../../shared/subgraph/cache-control.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import type { Asked, Execute, Result } from "../execute.ts";

/** An execution, and how many requests wait for it. It has a budget of its own, since it outlives the request that began it. */
type Shared = {
	/** Until it is over: the map of those that run would keep it in memory for longer; see inFlight. */
	result?: Promise<Result>;
	budget: OpenBudget;
	lifetimes: Lifetimes;
	waiting: number;
};

const abandoned = new HubError("UNAVAILABLE", "Every client that waited for this went away");

/**
 * Executes identical queries that run at the same time once, where the answer is the same for everybody: those with a
 * cache policy, which no request with a token has. They are executed as the public.
 */
export function shareExecutions(
	execute: Execute,
	{ deadlineMs, steps }: Pick<Limits, "deadlineMs" | "steps">,
): Execute {
	const running = new Map<string, Shared>();

	function start(key: string, asked: Asked): Shared {
		const budget = openBudget(deadlineMs, steps);
		const lifetimes: Lifetimes = {};
		const context = { ...asked.context, viewer: PUBLIC, budget, lifetimes };
		const result = execute({ ...asked, context });
		const shared: Shared = { result, budget, lifetimes, waiting: 0 };
		running.set(key, shared);
		const end = () => {
			budget.end();
			shared.result = undefined;
			if (running.get(key) === shared) running.delete(key);
		};
		result.then(end, end);
		return shared;
	}

	return async (asked) => {
		const { context } = asked;
		if (!context.cachePolicy?.size) return execute(asked);
		const { operationName, variables } = asked.request;
		const key = JSON.stringify([asked.queryHash, operationName, variables]);
		const joined = running.get(key);
		const shared = joined ?? start(key, asked);
		shared.waiting++;
		try {
			const { budget } = context;
			const executed = shared.result as Promise<Result>;
			const result = await (budget ? withinBudget(budget, () => executed) : executed);
			context.lifetimes = shared.lifetimes;
			return { ...result };
		} catch (error) {
			// What stopped the execution may be the other request's own: its rate limit.
			if (!joined || context.budget?.stopped()) throw error;
			return execute(asked);
		} finally {
			if (--shared.waiting === 0 && running.get(key) === shared) {
				running.delete(key);
				shared.budget.stop(abandoned);
			}
		}
	};
}

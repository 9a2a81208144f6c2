import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { HubError } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import { type OpenBudget, openBudget, withinBudget } from "../../shared/subgraph/budget.ts";
import type { Lifetimes } from "../../shared/subgraph/cache-control.ts";
import { PUBLIC } from "../../shared/viewer/viewer.ts";
import type { RequestContext } from "../context.ts";

type Gateway = ApolloServerOptionsWithGateway<RequestContext>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;
type Result = Awaited<ReturnType<Executor>>;

/** An execution, and how many requests wait for it. It has a budget of its own, since it outlives the request that began it. */
type Shared = {
	result: Promise<Result>;
	budget: OpenBudget;
	lifetimes: Lifetimes;
	waiting: number;
};

const abandoned = new HubError("UNAVAILABLE", "Every client that waited for this went away");

/**
 * Executes identical queries that run at the same time once, where the answer is the same for everybody: those with a
 * cache policy, which no request with a token has. They are executed as the public.
 */
function shareExecutions(execute: Executor, { deadlineMs, steps }: Limits): Executor {
	const running = new Map<string, Shared>();

	function start(key: string, asked: Parameters<Executor>[0]): Shared {
		const budget = openBudget(deadlineMs, steps);
		const lifetimes: Lifetimes = {};
		const context = { ...(asked.context as RequestContext), viewer: PUBLIC, budget, lifetimes };
		const result = execute({ ...asked, context });
		const shared = { result, budget, lifetimes, waiting: 0 };
		running.set(key, shared);
		const end = () => {
			budget.end();
			if (running.get(key) === shared) running.delete(key);
		};
		result.then(end, end);
		return shared;
	}

	return async (asked) => {
		const context = asked.context as RequestContext;
		if (!context.cachePolicy?.size) return execute(asked);
		const { operationName, variables } = asked.request;
		const key = JSON.stringify([asked.queryHash, operationName, variables]);
		const joined = running.get(key);
		const shared = joined ?? start(key, asked);
		shared.waiting++;
		try {
			const { budget } = context;
			const result = await (budget ? withinBudget(budget, () => shared.result) : shared.result);
			context.lifetimes = shared.lifetimes;
			return { ...result };
		} catch (error) {
			// What stopped the execution may be the other request's own: its rate limit.
			if (!joined || context.budget?.signal.aborted) throw error;
			return execute(asked);
		} finally {
			if (--shared.waiting === 0 && running.get(key) === shared) {
				running.delete(key);
				shared.budget.stop(abandoned);
			}
		}
	};
}

/** A gateway that shares executions. */
export function sharingGateway(gateway: Gateway, limits: Limits): Gateway {
	return {
		onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
		async load(options) {
			const { executor } = await gateway.load(options);
			return { executor: executor && shareExecutions(executor, limits) };
		},
		stop: () => gateway.stop(),
	};
}

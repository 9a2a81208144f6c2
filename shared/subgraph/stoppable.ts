import { type GraphQLSchema, isObjectType } from "graphql";
import type { Budget } from "./budget.ts";

const budgets = new WeakMap<object, Budget>();

/** Resolvers that run with `context` stop when `budget` does. */
export function bindBudget(context: object, budget: Budget): void {
	budgets.set(context, budget);
}

/**
 * Makes every resolver of a schema check the budget of its request before it runs. A resolver beyond the budget never
 * settles, so that nothing after it runs; the executor stops waiting when the budget's signal aborts.
 */
export function makeStoppable(schema: GraphQLSchema): void {
	for (const type of Object.values(schema.getTypeMap())) {
		if (!isObjectType(type) || type.name.startsWith("__")) continue;
		for (const field of Object.values(type.getFields())) {
			const { resolve } = field;
			if (!resolve) continue;
			field.resolve = (source, args, context: object, info) => {
				const budget = budgets.get(context);
				// A new promise each time: a shared one would keep everything that awaits it in memory.
				if (budget && !budget.spend()) return new Promise(() => undefined);
				return resolve(source, args, context, info);
			};
		}
	}
}

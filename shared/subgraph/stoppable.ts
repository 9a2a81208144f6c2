import { type GraphQLSchema, isObjectType } from "graphql";
import type { Budget } from "./budget.ts";

const budgets = new WeakMap<object, Budget>();

/** Resolvers that run with `context` stop when `budget` does. */
export function bindBudget(context: object, budget: Budget): void {
	budgets.set(context, budget);
}

/**
 * Makes every resolver of a schema look, before it begins, whether its request may still work. One that may not never
 * answers, so that nothing after it runs; whoever executes stops waiting by the budget's signal.
 */
export function makeStoppable(schema: GraphQLSchema): void {
	for (const type of Object.values(schema.getTypeMap())) {
		if (!isObjectType(type) || type.name.startsWith("__")) continue;
		for (const field of Object.values(type.getFields())) {
			const { resolve } = field;
			if (!resolve) continue;
			field.resolve = (source, args, context: object, info) => {
				const budget = budgets.get(context);
				// A promise of its own each time: one that all shared would hold on to all that wait for it.
				if (budget && !budget.spend()) return new Promise(() => undefined);
				return resolve(source, args, context, info);
			};
		}
	}
}

import type { FetchDataRewrite } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import type { Renames } from "./merge.ts";
import { isOfType } from "./representations.ts";

type Fields = Record<string, unknown>;

const ON_TYPE = "... on ";

/** Sets a property of the object itself, whatever its name. */
function set(object: Fields, name: string, value: unknown): void {
	Object.defineProperty(object, name, {
		value,
		configurable: true,
		enumerable: true,
		writable: true,
	});
}

function rewrite(object: Fields, name: string, rule: FetchDataRewrite): void {
	if (rule.kind === "ValueSetter") set(object, name, rule.setValueTo);
	else if (Object.hasOwn(object, name) && object[name] !== undefined) {
		set(object, rule.renameKeyTo, object[name]);
		delete object[name];
	}
}

/** Applies what a plan changes in representations, or in what a subgraph answered. */
export function applyRewrites(
	rules: readonly FetchDataRewrite[] | undefined,
	schema: GraphQLSchema,
	data: unknown,
): void {
	function apply(value: unknown, at: number, rule: FetchDataRewrite): void {
		if (Array.isArray(value)) {
			for (const element of value) apply(element, at, rule);
			return;
		}
		if (value === null || typeof value !== "object") return;
		const object = value as Fields;
		const step = rule.path[at];
		if (step === undefined) return;
		if (step.startsWith(ON_TYPE)) {
			const type = object.__typename;
			// An answer does not say its type where only one is possible.
			if (!type || isOfType(schema, type, step.slice(ON_TYPE.length))) apply(object, at + 1, rule);
		} else if (at === rule.path.length - 1) rewrite(object, step, rule);
		else if (Object.hasOwn(object, step)) apply(object[step], at + 1, rule);
	}
	for (const rule of rules ?? []) apply(data, 0, rule);
}

/** The names that rewrites of an answer replace. */
export function renamesIn(rules: readonly FetchDataRewrite[] | undefined): Renames {
	const renames = new Map<string, string>();
	for (const rule of rules ?? []) {
		const name = rule.path.at(-1);
		if (rule.kind === "KeyRenamer" && name !== undefined) renames.set(name, rule.renameKeyTo);
	}
	return renames;
}

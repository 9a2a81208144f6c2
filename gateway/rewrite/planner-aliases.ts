import type { GraphQLDataSource } from "@apollo/gateway";

/** Aliases that the planner gives to fields with one name whose types do not merge. */
const ALIAS = /\b(\w+?)__alias_\d+(?=\s*:)/g;

type Answer = Awaited<ReturnType<GraphQLDataSource["process"]>>;
type Names = ReadonlyMap<string, string>;

function namesIn(query: string): Names {
	return new Map([...query.matchAll(ALIAS)].map(([alias, name = ""]) => [alias, name]));
}

function renamed(value: unknown, names: Names): unknown {
	if (Array.isArray(value)) return value.map((one) => renamed(one, names));
	if (value === null || typeof value !== "object") return value;
	const fields: Record<string, unknown> = Object.create(null);
	for (const [name, inner] of Object.entries(value))
		fields[names.get(name) ?? name] = renamed(inner, names);
	return fields;
}

/**
 * Removes the planner's aliases from a subgraph's response. The gateway does this too, but loses 0, false and "", and
 * leaves the aliases in error paths.
 */
export function withoutPlannerAliases(transport: GraphQLDataSource): GraphQLDataSource {
	return {
		async process(options) {
			const answer: Answer = await transport.process(options);
			const query = options.request.query ?? "";
			if (!query.includes("__alias_")) return answer;
			const names = namesIn(query);
			const errors = answer.errors?.map((error) =>
				error.path?.some((step) => names.has(step as string))
					? {
							...error,
							message: error.message,
							path: error.path.map((step) => names.get(step as string) ?? step),
						}
					: error,
			);
			return { ...answer, data: renamed(answer.data, names) as Answer["data"], errors };
		},
	};
}

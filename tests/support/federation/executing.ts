import { createHash } from "node:crypto";
import { type GraphQLError, type GraphQLSchema, parse } from "graphql";

/** An operation with its values. */
export type Asked = {
	query: string;
	variables: Record<string, unknown>;
	operationName?: string;
};

export type Result = {
	data?: unknown;
	errors?: readonly GraphQLError[];
	extensions?: { valueCompletion?: readonly unknown[] };
};

/** What an operation was answered, and what subgraphs were asked for it. */
export type Outcome = { result: Result; asked: ReadonlySet<string> };

/** How a gateway executes what has been validated. */
export type Executing = (context: object) => Promise<Result>;

const quiet = () => undefined;
/** A log of nothing. */
export const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** Asks a gateway's execution; a rejection becomes an outcome too. */
export async function outcomeOf(
	execution: Executing,
	schema: GraphQLSchema,
	{ query, variables, operationName }: Asked,
	context: object,
): Promise<Result> {
	try {
		return await execution({
			request: { query, variables, operationName },
			document: parse(query),
			queryHash: createHash("sha256").update(query).digest("hex"),
			operationName,
			source: query,
			schema,
			context,
			contextValue: context,
			metrics: {},
			logger: SILENT,
		});
	} catch (error) {
		return { errors: [error as GraphQLError] };
	}
}

/** A value whose objects have their fields in alphabetical order. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== "object") return value;
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return entries.map(([name, inner]) => [name, sorted(inner)]);
}

/**
 * Errors as texts that compare, whatever their order. Apollo's gateway counts each of the same representations, which
 * shows where a subgraph does not say whose an error is, and gives the index of another object where one before it has no
 * representation: `execution-examples.test.ts` has these.
 */
function errorTexts(errors: readonly unknown[] | undefined): string[] {
	const unplaced = new Set<string>();
	const placed: string[] = [];
	for (const one of errors ?? []) {
		const { message, path, extensions } = one as GraphQLError;
		const text = message.replace(/contain \d+ elements/, "contain that many elements");
		const names = path?.map((step) => (typeof step === "number" ? "@" : step));
		const written = JSON.stringify({ message: text, path: names, extensions });
		if (path) placed.push(written);
		else unplaced.add(written);
	}
	return [...placed, ...unplaced].sort();
}

/** Where data are null because of a report: of fields side by side that are missing, each execution tells of its own first. */
function nullPlace(data: unknown, path: GraphQLError["path"]): string {
	let value = data;
	let depth = 0;
	for (const step of path ?? []) {
		if (value === null || value === undefined) break;
		value = (value as Record<string | number, unknown>)[step];
		depth++;
	}
	return JSON.stringify(path?.slice(0, depth));
}

/** All of a result but its order: Apollo's gateway writes the fields of fragments last. */
export function comparable({ data, errors, extensions }: Result) {
	// Objects that do not say their type are null without a report, so whether all of it has one depends on the order.
	const reports = data === null ? [] : ((extensions?.valueCompletion ?? []) as GraphQLError[]);
	return {
		data: JSON.stringify(sorted(data)),
		errors: errorTexts(errors),
		valueCompletion: [...new Set(reports.map(({ path }) => nullPlace(data, path)))].sort(),
	};
}

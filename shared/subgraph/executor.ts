import {
	type DocumentNode,
	execute,
	type GraphQLError,
	type GraphQLSchema,
	parse,
	validate,
} from "graphql";
import * as jit from "graphql-jit";
import { LRUCache } from "lru-cache";
import { nulInDocument, nulInVariables } from "./nul.ts";
import type { Caller, Execute } from "./subgraph.ts";

type Prepared =
	| { errors: GraphQLError[] }
	| { run: (context: object, variables: Record<string, unknown>) => unknown };

function prepare(schema: GraphQLSchema, query: string, operationName?: string | null): Prepared {
	const document: DocumentNode = parse(query);
	const errors: GraphQLError[] = [...validate(schema, document)];
	const nul = nulInDocument(document);
	if (nul) errors.push(nul);
	if (errors.length > 0) return { errors };
	const compiled = jit.compileQuery(schema, document, operationName ?? undefined);
	if (jit.isCompiledQuery(compiled))
		return { run: (context, variables) => compiled.query({}, context, variables) };
	return {
		run: (contextValue, variableValues) =>
			execute({ schema, document, contextValue, variableValues, operationName }),
	};
}

/** Parses, validates and compiles each operation once, then only runs it. What graphql-jit cannot compile, graphql-js executes. */
export function createExecutor(
	schema: GraphQLSchema,
	contextFor: (caller: Caller) => object,
): Execute {
	const operations = new LRUCache<string, Prepared>({ max: 1000 });
	return async ({ query, operationName, variables, requestId, viewer }) => {
		const key = operationName ? `${operationName}\n${query}` : query;
		let prepared = operations.get(key);
		if (!prepared) {
			prepared = prepare(schema, query, operationName);
			operations.set(key, prepared);
		}
		if ("errors" in prepared) return { errors: prepared.errors };
		const nul = nulInVariables(variables ?? {});
		if (nul) return { errors: [nul] };
		return (await prepared.run(contextFor({ requestId, viewer }), variables ?? {})) as never;
	};
}

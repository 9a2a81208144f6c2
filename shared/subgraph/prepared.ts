import {
	type DocumentNode,
	execute,
	type GraphQLError,
	type GraphQLSchema,
	Kind,
	parse,
	type SelectionSetNode,
	validate,
} from "graphql";
import * as jit from "graphql-jit";
import { fragmentsOf } from "../fragments.ts";
import { nulInDocument } from "./nul.ts";

/** An operation that only needs to be run, and about how many bytes it holds. */
export type Prepared = { bytes: number } & (
	| { errors: GraphQLError[] }
	| { run: (context: object, variables: Record<string, unknown>) => unknown }
);

/** Measured: a compiled field holds 3 to 10 kB, a parsed character about 100 bytes. */
const BYTES_A_FIELD = 10_000;
const BYTES_A_CHARACTER = 100;
/** Operations with more fields are not compiled: that takes long, and holds megabytes. */
const MOST_COMPILED = 1500;

/** Fields that an operation compiles to, fragments counted wherever they are spread; counting ends beyond `most`. */
export function fieldsOf(document: DocumentNode, most: number): number {
	const fragments = fragmentsOf(document);
	let count = 0;
	function add(set: SelectionSetNode | undefined): void {
		for (const node of set?.selections ?? []) {
			if (count > most) return;
			count++;
			add(
				node.kind === Kind.FRAGMENT_SPREAD
					? fragments.get(node.name.value)?.selectionSet
					: node.selectionSet,
			);
		}
	}
	for (const one of document.definitions)
		if (one.kind === Kind.OPERATION_DEFINITION) add(one.selectionSet);
	return count;
}

/** Parses, validates and compiles an operation. What graphql-jit cannot or should not compile, graphql-js executes. */
export function prepare(
	schema: GraphQLSchema,
	query: string,
	operationName?: string | null,
): Prepared {
	const document = parse(query);
	const errors: GraphQLError[] = [...validate(schema, document)];
	const nul = nulInDocument(document);
	if (nul) errors.push(nul);
	const bytes = BYTES_A_CHARACTER * query.length;
	if (errors.length > 0) return { errors, bytes };
	const fields = fieldsOf(document, MOST_COMPILED);
	const compiled =
		fields <= MOST_COMPILED && jit.compileQuery(schema, document, operationName ?? undefined);
	if (compiled && jit.isCompiledQuery(compiled))
		return {
			run: (context, variables) => compiled.query({}, context, variables),
			bytes: bytes + BYTES_A_FIELD * fields,
		};
	return {
		run: (contextValue, variableValues) =>
			execute({ schema, document, contextValue, variableValues, operationName }),
		bytes,
	};
}

import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from "graphql";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { nestingCheck } from "../server/nesting.ts";
import { withoutNulls } from "../server/null-variables.ts";
import { chooseOperation } from "../server/operations.ts";
import { type DocumentLimits, excessOf } from "./bounds.ts";

/** Characters of the documents that are kept parsed. */
const KEPT_CHARACTERS = 2_000_000;

const bodySchema = z.object({
	query: z.string("must be a text").min(1, "is empty"),
	operationName: z.string("must be a text").nullish(),
	variables: z.record(z.string(), z.unknown(), "must be an object").nullish(),
});

/** A request that was checked against the schema. */
export type CheckedRequest = z.output<typeof bodySchema> & { variables: Record<string, unknown> };

function refused(code: string, message: string, from?: GraphQLError): GraphQLError {
	const { nodes, source, positions } = from ?? {};
	const extensions = { code, http: { status: 400 } };
	return new GraphQLError(message, { nodes, source, positions, extensions });
}

function parsed(query: string, maxTokens: number): DocumentNode {
	try {
		return parse(query, { maxTokens });
	} catch (error) {
		const syntax = error as GraphQLError;
		throw refused("GRAPHQL_PARSE_FAILED", syntax.message, syntax);
	}
}

/**
 * Reads the JSON body of a GraphQL request: parsed, valid, with an operation that can be executed. The function throws
 * GraphQLErrors of status 400; of several, an AggregateError.
 */
export function requestReader(
	schema: GraphQLSchema,
	limits: DocumentLimits,
): (body: unknown) => CheckedRequest {
	const nestingFault = nestingCheck(limits.tokens);
	const documents = new LRUCache<string, DocumentNode>({
		maxSize: KEPT_CHARACTERS,
		sizeCalculation: (_, query) => query.length,
	});

	function validDocument(query: string): DocumentNode {
		const known = documents.get(query);
		if (known) return known;
		const tooDeep = nestingFault(query);
		if (tooDeep) throw refused("GRAPHQL_VALIDATION_FAILED", tooDeep);
		const document = parsed(query, limits.tokens);
		const faults = validate(schema, document);
		if (faults.length > 0)
			throw new AggregateError(
				faults.map((fault) => refused("GRAPHQL_VALIDATION_FAILED", fault.message, fault)),
			);
		documents.set(query, document);
		return document;
	}

	return (body) => {
		const read = bodySchema.safeParse(body);
		if (!read.success) {
			const [issue] = read.error.issues;
			const where = issue?.path.join(".") || "body";
			throw refused("BAD_REQUEST", `${where}: ${issue?.message}; send {"query": "…"} as JSON`);
		}
		const document = validDocument(read.data.query);
		const operation = chooseOperation(document, read.data.operationName);
		const excess = excessOf(document, operation, limits);
		if (excess)
			throw refused(
				"BAD_USER_INPUT",
				`The operation has more than ${excess}. Ask for less, or in several operations.`,
			);
		const variables = withoutNulls(schema, document, operation, read.data.variables ?? {});
		return { ...read.data, variables };
	};
}

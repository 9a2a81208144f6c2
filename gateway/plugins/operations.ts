import { createHash } from "node:crypto";
import type { ApolloServerPlugin } from "@apollo/server";
import {
	calculateReferencedFieldsByType,
	usageReportingSignature,
} from "@apollo/utils.usagereporting";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { isClientCode } from "../../shared/errors.ts";
import { consumerOf, type RequestContext } from "../context.ts";
import type { PartnerHooks } from "../partners/hooks.ts";
import { lengthOf, type Operation } from "../partners/poller/operation-log.ts";

/** Operations with a longer text are not recorded, so that nobody fills the hub's memory with them. */
const MOST_TEXT = 50_000;
const MOST_NAME = 100;
/** Characters of all that is remembered of operations asked before. */
const REMEMBERED_TEXT = 5_000_000;

function describe(
	document: DocumentNode,
	operationName: string | null,
	schema: GraphQLSchema,
	ownerOf: ReadonlyMap<string, string>,
): Operation | undefined {
	const text = usageReportingSignature(document, operationName ?? "");
	const byType = calculateReferencedFieldsByType({
		document,
		schema,
		resolvedOperationName: operationName,
	});
	const fields = Object.entries(byType)
		.flatMap(([type, { fieldNames }]) => (fieldNames ?? []).map((field) => `${type}.${field}`))
		.filter((field) => !field.includes("__"))
		.sort();
	if (fields.length === 0) return undefined;
	const partners = fields.flatMap((field) => ownerOf.get(field) ?? []);
	return {
		hash: createHash("sha256").update(text).digest("base64url"),
		document: text,
		name: operationName?.slice(0, MOST_NAME) ?? null,
		fields,
		partners: [...new Set(partners)].sort(),
	};
}

/**
 * Records each operation as its shape: no values of variables, no literals. Asking about the schema is not recorded.
 * `ownerOf`: "Type.field" → id of the partner that answers it.
 */
export function recordOperations(
	{ operations, noteQuery }: Pick<PartnerHooks, "operations" | "noteQuery">,
	ownerOf: ReadonlyMap<string, string>,
): ApolloServerPlugin<RequestContext> {
	const known = new LRUCache<string, { operation: Operation | undefined }>({
		maxSize: REMEMBERED_TEXT,
		sizeCalculation: ({ operation }, key) => key.length + (operation ? lengthOf(operation) : 0),
	});
	return {
		async requestDidStart({ contextValue: { warming, viewer } }) {
			if (warming) return;
			return {
				async willSendResponse({
					document,
					operation,
					operationName,
					queryHash,
					schema,
					source,
					request,
					response,
				}) {
					if (!document || !operation || !queryHash || !source || source.length > MOST_TEXT) return;
					const { body } = response;
					// Refused before it was run: nobody uses it, and planning it for the next graph may be what it was refused for.
					if (body.kind === "single" && body.singleResult.data === undefined) return;
					const key = `${queryHash} ${request.operationName ?? ""}`;
					let found = known.get(key);
					if (!found) {
						found = { operation: describe(document, operationName ?? null, schema, ownerOf) };
						known.set(key, found);
					}
					if (!found.operation) return;
					if (operation.operation === "query")
						noteQuery(key, { query: source, operationName: request.operationName ?? null });
					const { errors = [] } = body.kind === "single" ? body.singleResult : {};
					// What the client got wrong counts against nobody.
					const failed = errors.some(({ extensions }) => !isClientCode(extensions?.code));
					operations.add(found.operation, consumerOf(viewer), failed);
				},
			};
		},
	};
}

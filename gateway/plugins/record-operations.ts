import { createHash } from "node:crypto";
import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
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

/** Longer operations are not recorded, to bound memory. */
const MAX_DOCUMENT_LENGTH = 50_000;
const MAX_NAME_LENGTH = 100;
/** Size of the cache of described operations, in characters. */
const CACHE_SIZE = 5_000_000;

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
		name: operationName?.slice(0, MAX_NAME_LENGTH) ?? null,
		fields,
		partners: [...new Set(partners)].sort(),
	};
}

/**
 * Records the signature of each operation, without variables and literals. Introspection is not recorded.
 * `ownerOf`: "Type.field" → id of the partner that resolves it.
 */
export function recordOperations(
	{ operations, noteQuery }: Pick<PartnerHooks, "operations" | "noteQuery">,
	ownerOf: ReadonlyMap<string, string>,
): ApolloServerPlugin<RequestContext> {
	const cache = new LRUCache<string, { operation: Operation | undefined }>({
		maxSize: CACHE_SIZE,
		sizeCalculation: ({ operation }, key) => key.length + (operation ? lengthOf(operation) : 0),
	});
	const listener: GraphQLRequestListener<RequestContext> = {
		async willSendResponse({
			document,
			operation,
			operationName,
			queryHash,
			schema,
			source,
			request,
			response,
			contextValue: { viewer },
		}) {
			if (!document || !operation || !queryHash || !source || source.length > MAX_DOCUMENT_LENGTH)
				return;
			const { body } = response;
			// Rejected before execution: not in use, and planning it for the next graph may be too expensive.
			if (body.kind === "single" && body.singleResult.data === undefined) return;
			const key = `${queryHash} ${request.operationName ?? ""}`;
			let cached = cache.get(key);
			if (!cached) {
				cached = { operation: describe(document, operationName ?? null, schema, ownerOf) };
				cache.set(key, cached);
			}
			if (!cached.operation) return;
			if (operation.operation === "query")
				noteQuery(key, { query: source, operationName: request.operationName ?? null });
			const { errors = [] } = body.kind === "single" ? body.singleResult : {};
			// Mistakes of the client count against nobody.
			const failed = errors.some(({ extensions }) => !isClientCode(extensions?.code));
			operations.add(cached.operation, consumerOf(viewer), failed);
		},
	};
	return {
		requestDidStart: async ({ contextValue: { warming } }) => (warming ? undefined : listener),
	};
}

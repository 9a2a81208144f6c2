import type { ApolloServerPlugin } from "@apollo/server";
import { usageReportingSignature } from "@apollo/utils.usagereporting";
import type { Log } from "../../shared/log.ts";
import { operationCost, operationLabel, operationSeconds } from "../../shared/observe/metrics.ts";
import type { RequestContext } from "../context.ts";

/** Outcomes that are counted by their name; all others are faults of the hub. */
const CODES = new Set([
	"BAD_USER_INPUT",
	"NOT_FOUND",
	"FORBIDDEN",
	"UNAUTHENTICATED",
	"CONFLICT",
	"RATE_LIMITED",
	"UNAVAILABLE",
	"BAD_REQUEST",
	"GRAPHQL_PARSE_FAILED",
	"GRAPHQL_VALIDATION_FAILED",
	"OPERATION_RESOLUTION_FAILURE",
	"PERSISTED_QUERY_NOT_FOUND",
]);
/** Longer documents are logged up to here. */
const MOST_DOCUMENT = 5000;

function outcomeOf(errors: readonly { extensions?: { code?: unknown } }[] | undefined): string {
	const [first] = errors ?? [];
	if (!first) return "OK";
	const code = String(first.extensions?.code);
	return CODES.has(code) ? code : "INTERNAL_SERVER_ERROR";
}

/**
 * Counts GraphQL operations, and logs those that take longer than `slowMs` (0: none): as their signature, which has no
 * values, with the time of each subgraph.
 */
export function observeOperations(slowMs: number, log: Log): ApolloServerPlugin<RequestContext> {
	return {
		async requestDidStart({ contextValue }) {
			if (contextValue.warming) return;
			const started = performance.now();
			return {
				async willSendResponse({ response: { body }, document, operationName, request }) {
					const ms = performance.now() - started;
					const { errors } = body.kind === "single" ? body.singleResult : {};
					const outcome = outcomeOf(errors);
					const operation = operationLabel(operationName ?? request.operationName);
					operationSeconds.observe({ operation, outcome }, ms / 1000);
					const { requestId, viewer, observed } = contextValue;
					if (observed?.cost !== undefined)
						operationCost.observe({ role: viewer.role }, observed.cost);
					if (slowMs === 0 || ms < slowMs) return;
					const signature = document && usageReportingSignature(document, operationName ?? "");
					log.warn(
						{
							...{ requestId, operation, outcome, ms: Math.round(ms), role: viewer.role },
							...{ cost: observed?.cost, subgraphMs: observed?.subgraphMs },
							document: signature?.slice(0, MOST_DOCUMENT),
						},
						"slow operation",
					);
				},
			};
		},
	};
}

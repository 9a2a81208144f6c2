import {
	type ApolloServerPlugin,
	type GraphQLRequestContext,
	type GraphQLResponse,
	HeaderMap,
} from "@apollo/server";
import { HubError } from "../../shared/errors.ts";
import { formatError } from "../../shared/server/errors.ts";
import type { Viewer } from "../../shared/viewer/viewer.ts";
import type { Bounds, RequestBounds } from "./bounds.ts";
import { type CostRule, type Measure, TooManyFields } from "./cost.ts";
import { isCachedDocument, measureOnce, shapeOf } from "./document-shape.ts";
import { QueueFull } from "./fair-queue.ts";
import {
	badRequest,
	type Cost,
	documentFault,
	operationFault,
	tooManyFields,
	tooManyWaiting,
} from "./limit-errors.ts";
import { estimateJsonSize } from "./response-size.ts";
import type { Trusted } from "./trusted-operations.ts";
import { checkVariables } from "./variables.ts";
import { weightsOf } from "./weights.ts";

/** Assumed length of a partner's list without @listSize; the check of its schema warns about it. */
const PARTNER_LIST_SIZE = 100;

/** Additional cost per field for the rate limit, for an operation without a cached plan. */
export const PLANNING_COST = 100;

/** What the limits need of the context of a request. */
type LimitedRequest = {
	viewer: Viewer;
	warming?: true;
	bounds?: RequestBounds;
	observed?: { cost?: number };
};

type Context = GraphQLRequestContext<LimitedRequest>;

/** Sets the text of a trusted operation if the client sent only its id. */
function resolveTrusted({ request }: Context, trusted: Trusted): void {
	const { persistedQuery, ...others } = request.extensions ?? {};
	const text = request.query === undefined && trusted.textOf(persistedQuery?.sha256Hash ?? "");
	if (!text) return;
	request.query = text;
	request.extensions = others;
}

/** A response with an error instead of data. */
function errorResponse(error: unknown): GraphQLResponse {
	if (!(error instanceof HubError)) throw error;
	const { status } = (error.extensions.http ?? {}) as { status?: number };
	return {
		http: { status, headers: new HeaderMap() },
		body: {
			kind: "single",
			singleResult: { errors: [formatError(error.toJSON())], data: null },
		},
	};
}

function replaceResponse({ response }: Context, error: unknown): void {
	const { http, body } = errorResponse(error);
	response.http.status = http.status;
	response.body = body;
}

/**
 * Limits operations before planning (cost by role, shape, lists), their execution (queue for mutations, timeout) and the
 * size of their response. `ownerOf`: "Type.field" → partner.
 */
export function limitOperations(
	{ limits, trusted, mutations }: Bounds,
	{ supergraph, ownerOf }: { supergraph: string; ownerOf: ReadonlyMap<string, string> },
): ApolloServerPlugin<LimitedRequest> {
	const weights = weightsOf(supergraph);
	const assumedSize = (coordinate: string) =>
		ownerOf.has(coordinate) ? PARTNER_LIST_SIZE : limits.assumedListSize;

	function measureOf({ schema, document, operation, request }: Context): Measure | undefined {
		if (!document || !operation) return undefined;
		const rule: CostRule = { schema, weights, assumedSize, maxFields: limits.fields };
		const shape = shapeOf(document);
		const variables = request.variables ?? {};
		const fault = documentFault(shape, limits);
		if (fault) throw badRequest(fault.message, fault.extensions);
		checkVariables(schema, operation, variables, limits.list);
		try {
			return measureOnce(rule, shape, operation, variables);
		} catch (error) {
			throw error instanceof TooManyFields ? tooManyFields(limits.fields) : error;
		}
	}

	return {
		async requestDidStart(context) {
			const { warming, viewer, bounds, observed } = context.contextValue;
			if (warming || !bounds) return;
			resolveTrusted(context, trusted);
			let cost: (Cost & Pick<Measure, "depth" | "fields" | "aliases">) | undefined;
			let leave: (() => void) | undefined;
			return {
				async didResolveOperation(context) {
					const isTrusted = trusted.has(context.queryHash);
					if (!isTrusted && !bounds.isInternal && limits.trustedOnly.includes(viewer.role))
						throw new HubError(
							"FORBIDDEN",
							"This hub accepts only trusted operations from your role; sign in, or send the id of a trusted operation",
							{ http: { status: 403 } },
						);
					const isCached = isCachedDocument(context.document);
					const measured = measureOf(context);
					if (!measured || bounds.isInternal) return;
					const limit = limits.cost[viewer.role] * (isTrusted ? limits.trustedCostFactor : 1);
					const { cost: requested, dearest, depth, fields, aliases } = measured;
					cost = { requested, limit, dearest, depth, fields, aliases };
					if (observed) observed.cost = requested;
					const isMutation = context.operation?.operation === "mutation";
					const fault = operationFault(measured, limits, limit, isMutation);
					if (fault) throw fault;
					await bounds.account?.charge(requested + (isCached ? 0 : PLANNING_COST * fields));
				},
				async responseForOperation(context) {
					if (context.operation.operation !== "mutation") return null;
					bounds.budget.until(limits.mutationDeadlineMs);
					try {
						leave = await mutations.enter(bounds.caller, bounds.budget.signal());
						bounds.onEnd(leave);
						return null;
					} catch (error) {
						return errorResponse(error instanceof QueueFull ? tooManyWaiting(limits) : error);
					}
				},
				async willSendResponse(context) {
					leave?.();
					const stopped = bounds.budget.stopped();
					const { body } = context.response;
					if (stopped) return replaceResponse(context, stopped);
					if (body.kind !== "single") return;
					const { singleResult } = body;
					if (estimateJsonSize(singleResult.data, limits.answerBytes) > limits.answerBytes)
						return replaceResponse(
							context,
							badRequest(
								`The response is larger than ${limits.answerBytes} bytes. Request less: a smaller \`first\`, fewer fields`,
							),
						);
					if (bounds.reportsCost && cost)
						singleResult.extensions = { ...singleResult.extensions, cost };
				},
			};
		},
	};
}

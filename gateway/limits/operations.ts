import {
	type ApolloServerPlugin,
	type GraphQLRequestContext,
	type GraphQLResponse,
	HeaderMap,
} from "@apollo/server";
import { HubError } from "../../shared/errors.ts";
import { formatError } from "../../shared/server/errors.ts";
import type { RequestContext } from "../context.ts";
import { sizeUpTo } from "./answer-size.ts";
import type { Bounds } from "./bounds.ts";
import {
	type Cost,
	documentFault,
	operationFault,
	refused,
	tooManyFields,
	tooManyWaiting,
} from "./check.ts";
import { type CostRule, type Measure, TooManyFields } from "./cost.ts";
import { QueueFull } from "./fair-queue.ts";
import { isKnown, measureOnce, shapeOf } from "./shape.ts";
import type { Trusted } from "./trusted.ts";
import { checkVariables } from "./variables.ts";
import { weightsOf } from "./weights.ts";

/** What a partner's list counts that says nothing of its length, as the check of its schema tells it. */
const PARTNER_LIST_SIZE = 100;

/** What a field adds to the cost that is counted by the minute, of an operation that is to be planned first. */
export const PLANNING_COST = 100;

type Asked = GraphQLRequestContext<RequestContext>;

/** Puts the text of a trusted operation where a client sent only its id. */
function takeTrusted({ request }: Asked, trusted: Trusted): void {
	const { persistedQuery, ...others } = request.extensions ?? {};
	const text = request.query === undefined && trusted.textOf(persistedQuery?.sha256Hash ?? "");
	if (!text) return;
	request.query = text;
	request.extensions = others;
}

/** An answer in place of the one that was to come. */
function answerOf(error: unknown): GraphQLResponse {
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

function replaceAnswer({ response }: Asked, error: unknown): void {
	const { http, body } = answerOf(error);
	response.http.status = http.status;
	response.body = body;
}

/**
 * Bounds what operations ask, before they are planned, and what they get: cost by role, shape, lists, who waits for
 * whom, time and size of the answer. `ownerOf`: "Type.field" → partner.
 */
export function boundOperations(
	{ limits, trusted, mutations }: Bounds,
	{ supergraph, ownerOf }: { supergraph: string; ownerOf: ReadonlyMap<string, string> },
): ApolloServerPlugin<RequestContext> {
	const weights = weightsOf(supergraph);
	const assumedSize = (place: string) =>
		ownerOf.has(place) ? PARTNER_LIST_SIZE : limits.assumedListSize;

	function measureOf({ schema, document, operation, request }: Asked): Measure | undefined {
		if (!document || !operation) return undefined;
		const rule: CostRule = { schema, weights, assumedSize, mostFields: limits.fields };
		const shape = shapeOf(document);
		const variables = request.variables ?? {};
		const fault = documentFault(shape, limits);
		if (fault) throw refused(fault.message, fault.extensions);
		checkVariables(schema, operation, variables, limits.list);
		try {
			return measureOnce(rule, shape, operation, variables);
		} catch (error) {
			throw error instanceof TooManyFields ? tooManyFields(limits.fields) : error;
		}
	}

	return {
		async requestDidStart(asked) {
			const { warming, viewer, bounds } = asked.contextValue;
			if (warming || !bounds) return;
			takeTrusted(asked, trusted);
			let cost: (Cost & Pick<Measure, "depth" | "fields" | "aliases">) | undefined;
			let leave: (() => void) | undefined;
			return {
				async didResolveOperation(now) {
					const isTrusted = trusted.has(now.queryHash);
					if (!isTrusted && !bounds.isOwn && limits.trustedOnly.includes(viewer.role))
						throw new HubError(
							"FORBIDDEN",
							"This hub answers only operations that it knows to callers like you; sign in, or send the id of a known one",
							{ http: { status: 403 } },
						);
					const isPlanned = isKnown(now.document);
					const measured = measureOf(now);
					if (!measured || bounds.isOwn) return;
					const limit = limits.cost[viewer.role] * (isTrusted ? limits.trustedCostFactor : 1);
					const { cost: requested, dearest, depth, fields, aliases } = measured;
					cost = { requested, limit, dearest, depth, fields, aliases };
					const isMutation = now.operation?.operation === "mutation";
					const fault = operationFault(measured, limits, limit, isMutation);
					if (fault) throw fault;
					await bounds.account?.charge(requested + (isPlanned ? 0 : PLANNING_COST * fields));
				},
				async responseForOperation(now) {
					if (now.operation.operation !== "mutation") return null;
					bounds.budget.until(limits.mutationDeadlineMs);
					try {
						leave = await mutations.enter(bounds.caller, bounds.budget.signal);
						bounds.atEnd(leave);
						return null;
					} catch (error) {
						return answerOf(error instanceof QueueFull ? tooManyWaiting(limits) : error);
					}
				},
				async willSendResponse(now) {
					leave?.();
					const { signal } = bounds.budget;
					const { body } = now.response;
					if (signal.aborted) return replaceAnswer(now, signal.reason);
					if (body.kind !== "single") return;
					const { singleResult } = body;
					if (sizeUpTo(singleResult.data, limits.answerBytes) > limits.answerBytes)
						return replaceAnswer(
							now,
							refused(
								`The answer is larger than ${limits.answerBytes} bytes. Ask for less: a smaller \`first\`, fewer fields`,
							),
						);
					if (bounds.reportsCost && cost)
						singleResult.extensions = { ...singleResult.extensions, cost };
				},
			};
		},
	};
}

import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type HubError, unavailable } from "../../../shared/errors.ts";
import type { Log } from "../../../shared/log.ts";
import { breakerState } from "../../../shared/observe/metrics.ts";
import type { Disclosure, HubKey, PostBounded, ServedSubgraph } from "../../../shared/registry.ts";
import { callerOf, consumerOf } from "../../context.ts";
import type { Transport } from "../../subgraph-transport.ts";
import { canaryCallerOf } from "../canary/caller.ts";
import { type Shaped, shapeAnswer } from "./answer.ts";
import { boundsOf } from "./bounds.ts";
import { type PartnerOperation, partnerOperation } from "./operation.ts";
import { type Representation, whatIsTold } from "./representations.ts";
import { type PartnerSchema, partnerSchema } from "./schema.ts";

/** The outcome of one request to a partner, with its caller. */
type PartnerCall = {
	ms: number;
	/** The partner's fault, if any. */
	fault?: string;
	/** The partner responded with a client error, which is not its fault. */
	clientMistake: boolean;
	/** The consumer; of an anonymous caller, the network address. */
	caller: string;
	identified: boolean;
};

export type PartnerTransport = Transport & {
	schema: PartnerSchema;
	/** Applies changed grants and quota. */
	update(served: ServedSubgraph): void;
	/** Stops sending and aborts pending requests. `reason`: "is suspended", "was rolled back". */
	close(reason: string): void;
	/** The fault of a health request by the hub; undefined if it succeeds. */
	fault(): Promise<string | undefined>;
};

export type PartnerDependencies = {
	post: PostBounded;
	key: HubKey;
	production: boolean;
	log: Log;
	/** Resolves when the disclosure has been recorded. */
	disclose(made: Disclosure[]): Promise<void>;
	onCall(call: PartnerCall): void;
};

/** Cache size in characters of prepared operations; each takes about 40 bytes. */
const MOST_TEXT = 500_000;

/** Sends requests to one version of a partner's subgraph: minimal data, limited, signed; responses validated, errors masked. */
export function partnerTransport(
	first: ServedSubgraph,
	{ post, key, production, log, disclose, onCall }: PartnerDependencies,
): PartnerTransport {
	const { name, partnerId, version } = first;
	const told = { subgraph: name, partner: partnerId, version };
	const schema = partnerSchema(name, first.url, first.sdl);
	const operations = new LRUCache<string, PartnerOperation>({
		maxSize: MOST_TEXT,
		sizeCalculation: (_, text) => text.length || 1,
	});
	const gate = new AbortController();
	const label = { subgraph: name, version: String(version) };
	breakerState.set(label, 0);
	const noteState = (state: string) => {
		log.warn({ ...told, state }, "a partner's breaker");
		breakerState.set(label, state === "open" ? 1 : 0);
	};
	const lost = (why: string): HubError =>
		unavailable(name, `The ${name} subgraph of the partner ${partnerId} ${why}`);
	let served = first;
	let bounds = boundsOf(first.quota, lost, noteState);

	const errorAt = (path: readonly unknown[], message: string) => ({
		message,
		path,
		extensions: { code: "UNAVAILABLE", subgraph: name },
	});

	function operationOf(query: string): PartnerOperation {
		let operation = operations.get(query);
		if (!operation) {
			operation = partnerOperation(query, schema);
			operations.set(query, operation);
		}
		return operation;
	}

	/** The permitted disclosures of a request. Throws UNAVAILABLE if the plan would send more. */
	function disclosuresOf(representations: Representation[], context: object): Disclosure[] {
		try {
			const { requestId, viewer } = callerOf(context);
			const at = new Date();
			return whatIsTold(representations, schema, served.grants, at.getTime()).map((one) => ({
				at: at.toISOString(),
				requestId,
				partnerId,
				subgraph: name,
				consumer: consumerOf(viewer),
				...one,
			}));
		} catch (error) {
			log.warn({ ...told, reason: (error as Error).message }, "nothing was sent to a partner");
			throw lost("asks for fields that it has no grant for; its fields are left out");
		}
	}

	/** Client errors are passed on to the client; all other errors of a partner are masked. */
	function reportedError({ path, refusal }: Shaped["reported"][number]) {
		if (!refusal) return errorAt(path, `The ${name} subgraph reports an error here`);
		const { code, message } = refusal;
		return { message, path, extensions: { code, subgraph: name } };
	}

	function answerOf({ data, faults, reported }: Shaped): object {
		const errors = [
			...faults.map(({ path }) =>
				errorAt(path, `The ${name} subgraph answered what its schema does not say; left out`),
			),
			...reported.map(reportedError),
		];
		return errors.length > 0 ? { data, errors } : { data };
	}

	return {
		schema,
		update(now) {
			if (JSON.stringify(now.quota) !== JSON.stringify(served.quota))
				bounds = boundsOf(now.quota, lost, noteState);
			served = now;
		},
		async fault() {
			const { url, hosts, quota } = served;
			const body = { query: "{ __typename }" };
			const requestId = randomUUID();
			try {
				const { status, body: answer } = await post({
					url,
					body,
					requestId,
					hosts,
					quota,
					production,
					key,
					signal: gate.signal,
				});
				const { data } = (answer ?? {}) as { data?: { __typename?: unknown } };
				if (status === 200 && typeof data?.__typename === "string") return undefined;
				return `it answered { __typename } with HTTP ${status}`;
			} catch (error) {
				return (error as Error).message;
			}
		},
		close(reason) {
			breakerState.remove(label);
			gate.abort(lost(`${reason}; its fields are left out`));
		},
		async process({ request, context }) {
			gate.signal.throwIfAborted();
			const operation = operationOf(request.query);
			const { variables } = request;
			const { budget } = callerOf(context);
			const representations = (variables?.representations ?? []) as Representation[];
			const disclosures = disclosuresOf(representations, context);
			const caller = canaryCallerOf(context);
			const started = performance.now();
			try {
				const shaped = await bounds.run(async (signal) => {
					if (disclosures.length > 0)
						await disclose(disclosures).catch((error: Error) => {
							log.error({ ...told, err: error }, "a disclosure could not be recorded");
							throw lost("was not asked, since that could not be recorded; try again");
						});
					const { status, body } = await post({
						url: served.url,
						body: { query: operation.text, variables },
						requestId: callerOf(context).requestId,
						hosts: served.hosts,
						quota: served.quota,
						production,
						key,
						signal: budget ? AbortSignal.any([signal, budget.signal()]) : signal,
					});
					return shapeAnswer(body, operation, schema.schema, representations, status);
				}, gate.signal);
				const [fault] = shaped.faults;
				const wrong = fault && `${fault.path.join(".")}: ${fault.reason}`;
				if (wrong) log.warn({ ...told, reason: wrong }, "a partner's answer is wrong");
				const failed = shaped.reported.some(({ refusal }) => !refusal);
				onCall({
					...caller,
					ms: performance.now() - started,
					fault: wrong ?? (failed ? "it reports errors" : undefined),
					clientMistake: !wrong && !failed && shaped.reported.length > 0,
				});
				return answerOf(shaped);
			} catch (error) {
				gate.signal.throwIfAborted();
				budget?.signal().throwIfAborted();
				if ((error as HubError).extensions?.code) throw error;
				const reason = (error as Error).message;
				log.warn({ ...told, reason }, "a partner did not answer");
				onCall({
					...caller,
					ms: performance.now() - started,
					fault: reason,
					clientMistake: false,
				});
				throw lost("does not answer as it should; its fields are left out");
			}
		},
	};
}

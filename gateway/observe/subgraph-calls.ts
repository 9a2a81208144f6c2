import type { GraphQLDataSource } from "@apollo/gateway";
import { subgraphSeconds } from "../../shared/observe/metrics.ts";
import { inSpan } from "../../shared/observe/tracing.ts";
import type { RequestContext } from "../context.ts";

/** Measures and traces the requests to a subgraph, and notes their time for the request that they belong to. */
export function observedTransport(
	subgraph: string,
	transport: GraphQLDataSource,
): GraphQLDataSource {
	return {
		async process(options) {
			const started = performance.now();
			let outcome = "FAILED";
			try {
				const answer = await inSpan(`subgraph ${subgraph}`, { "hub.subgraph": subgraph }, () =>
					transport.process(options),
				);
				outcome = answer.errors?.length ? "ERRORS" : "OK";
				return answer;
			} finally {
				const ms = performance.now() - started;
				subgraphSeconds.observe({ subgraph, outcome }, ms / 1000);
				const { observed } = (options.context ?? {}) as Partial<RequestContext>;
				if (observed)
					observed.subgraphMs[subgraph] = Math.round((observed.subgraphMs[subgraph] ?? 0) + ms);
			}
		},
	};
}

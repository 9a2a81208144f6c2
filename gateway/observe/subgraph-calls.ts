import { subgraphSeconds } from "../../shared/observe/metrics.ts";
import { inSpan } from "../../shared/observe/tracing.ts";
import type { RequestContext } from "../context.ts";
import type { Transport } from "../subgraph-transport.ts";

/** Measures and traces the requests to a subgraph, and notes their time for the request that they belong to. */
export function observedTransport(subgraph: string, transport: Transport): Transport {
	const name = `subgraph ${subgraph}`;
	const attributes = () => ({ "hub.subgraph": subgraph });
	return {
		async process(options) {
			const started = performance.now();
			let outcome = "FAILED";
			try {
				const answer = await inSpan(name, attributes, () => transport.process(options));
				outcome = answer.errors?.length ? "ERRORS" : "OK";
				return answer;
			} finally {
				const ms = performance.now() - started;
				subgraphSeconds.observe({ subgraph, outcome }, ms / 1000);
				const { observed } = options.context as Partial<RequestContext>;
				if (observed)
					observed.subgraphMs[subgraph] = Math.round((observed.subgraphMs[subgraph] ?? 0) + ms);
			}
		},
	};
}

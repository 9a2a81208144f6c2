import { unavailable } from "../../shared/errors.ts";
import { reasonOf, type Send } from "../../shared/subgraph/subgraph-client.ts";
import { callerOf } from "../context.ts";
import type { Transport } from "../subgraph-transport.ts";

/** Sends requests to a subgraph over HTTP. If it does not respond, only its fields fail; the error names it. */
export function httpTransport(name: string, send: Send): Transport {
	return {
		async process({ request, context }) {
			try {
				return await send(name, {
					query: request.query,
					variables: request.variables,
					operationName: request.operationName,
					...callerOf(context),
				});
			} catch (error) {
				callerOf(context).budget?.signal().throwIfAborted();
				const reason = reasonOf(error as Error);
				throw unavailable(
					name,
					`The ${name} subgraph does not respond (${reason})`,
					error as Error,
				);
			}
		},
	};
}

import type { ServerResponse } from "node:http";

/** Calls `call` once a response was sent, or its client has left. */
export function whenOver(response: ServerResponse, call: () => void): void {
	// `finished` of node:stream listens to six events, which no response needs: it always ends with this one.
	if (response.closed) process.nextTick(call);
	else response.once("close", call);
}

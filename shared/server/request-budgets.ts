import type { FastifyReply } from "fastify";
import { HubError } from "../errors.ts";
import { inFlight } from "../in-flight.ts";
import { type OpenBudget, openBudget } from "../subgraph/budget.ts";
import { whenOver } from "./when-over.ts";

/** No client receives it; 499 is the usual code for clients that closed the connection. */
const wentAway = new HubError("UNAVAILABLE", "The client went away", { http: { status: 499 } });
const stopping = new HubError(
	"UNAVAILABLE",
	"The hub is stopping; send the request again in a few seconds",
	{ http: { status: 503 } },
);

/** The budgets of all requests that a server works on. */
export function openBudgets() {
	const open = inFlight<OpenBudget>();
	return {
		/** The budget of one request, which ends when it is answered, and stops when its client leaves before. */
		open(reply: FastifyReply, ms: number, steps: number): OpenBudget {
			const budget = openBudget(ms, steps);
			const { raw } = reply;
			const close = open.add(budget);
			whenOver(raw, () => {
				close();
				if (!raw.writableFinished) budget.stop(wentAway);
				budget.end();
			});
			return budget;
		},
		stopAll(): void {
			for (const budget of open.all()) budget.stop(stopping);
		},
	};
}

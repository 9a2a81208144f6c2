import { setMaxListeners } from "node:events";
import { finished } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isInjection } from "light-my-request";
import { HubError } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import { openBudgets } from "../../shared/server/request-budgets.ts";
import { boundRequests } from "../../shared/server/timeouts.ts";
import type { Budget, OpenBudget } from "../../shared/subgraph/budget.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { tooManyWaiting } from "./check.ts";
import { type FairQueue, fairQueue, QueueFull } from "./fair-queue.ts";
import { type Account, rateKeyOf, rateLimits } from "./rates.ts";
import { refusal } from "./refusal.ts";
import { shedLoad } from "./shedding.ts";
import { readTrusted, type Trusted } from "./trusted.ts";

/** Who wants to be told what an operation costs sends this header with "true". */
const COST_HEADER = "x-hub-cost";

/** What bounds one request. */
export type RequestBounds = {
	budget: OpenBudget;
	/** Counts what is asked; absent where requests from there are not counted. */
	account?: Account;
	/** Who waits in line with whom. */
	caller: string;
	/** Whether the hub asks itself, for its open data. */
	isOwn: boolean;
	reportsCost: boolean;
	/** Calls this when the answer has been sent or nobody waits for it any more, however that came. */
	atEnd(call: () => void): void;
};

type Viewers = { readEarly(request: FastifyRequest): Promise<Viewer> };

export type Bounds = ReturnType<typeof openBounds>;

/** What bounds all requests of one gateway: time, rates, load, and who waits for whom. */
export function openBounds(limits: Limits, viewers: Viewers) {
	const rates = rateLimits(limits);
	const accounts = new WeakMap<FastifyRequest, Account>();
	const budgets = openBudgets();
	const stop = new AbortController();
	let load: { begin(): void } | undefined;
	setMaxListeners(0, stop.signal);
	const trusted: Trusted = readTrusted(limits.trustedFile);
	const mutations: FairQueue = fairQueue(limits.mutationsAtOnce, limits.mutationsWaiting);

	async function countRequest(request: FastifyRequest, reply: FastifyReply) {
		if (request.url.startsWith("/health/")) return;
		const viewer = await viewers.readEarly(request).catch(() => PUBLIC);
		const account = rates.accountOf(viewer, request.ip);
		if (!account || isInjection(request.raw)) return;
		accounts.set(request, account);
		try {
			await account.request();
		} catch (error) {
			if (!(error instanceof HubError)) throw error;
			return reply.send(refusal(reply, error));
		}
	}

	return {
		limits,
		trusted,
		mutations,
		/** Adds the hooks that bound every route of a server. */
		async addTo(app: FastifyInstance): Promise<void> {
			load = await shedLoad(app, limits.lagMs);
			boundRequests(app, limits, (url) => url.startsWith("/imports/"));
			app.addHook("onRequest", countRequest);
			app.addHook("onSend", async (request, reply) => {
				const account = accounts.get(request);
				if (account) void reply.headers(account.headers());
			});
		},
		/** From now on requests are turned away while there is too much to do. */
		begin: () => load?.begin(),
		/** What bounds a request, and the budget that it passes on. */
		of(
			request: FastifyRequest,
			reply: FastifyReply,
			viewer: Viewer,
		): { bounds: RequestBounds; budget: Budget } {
			const budget = budgets.open(reply, limits.deadlineMs, limits.steps);
			const bounds = {
				budget,
				account: accounts.get(request),
				caller: rateKeyOf(viewer, request.ip),
				isOwn: isInjection(request.raw),
				reportsCost: request.headers[COST_HEADER] === "true",
				atEnd: (call: () => void) => void finished(reply.raw, call),
			};
			return { bounds, budget };
		},
		/** Runs a part of an upload when it is its turn among the mutations. */
		async inLine<T>(viewer: Viewer, work: () => Promise<T>): Promise<T> {
			const caller = rateKeyOf(viewer, "upload");
			const leave = await mutations.enter(caller, stop.signal).catch((error: unknown) => {
				throw error instanceof QueueFull ? tooManyWaiting(limits) : error;
			});
			return work().finally(leave);
		},
		/** Stops all work that is under way. */
		giveUp(): void {
			stop.abort(new HubError("UNAVAILABLE", "The hub is stopping; send the file again"));
			budgets.stopAll();
		},
	};
}

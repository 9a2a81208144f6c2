import { setMaxListeners } from "node:events";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isInjection } from "light-my-request";
import { HubError } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits/limits.ts";
import { readMutationQueue } from "../../shared/observe/metrics.ts";
import { openBudgets } from "../../shared/server/request-budgets.ts";
import { boundRequests } from "../../shared/server/timeouts.ts";
import { whenOver } from "../../shared/server/when-over.ts";
import type { Budget, OpenBudget } from "../../shared/subgraph/budget.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { errorReply } from "./error-reply.ts";
import { type FairQueue, fairQueue, QueueFull } from "./fair-queue.ts";
import { tooManyWaiting } from "./limit-errors.ts";
import { shedLoad } from "./load-shedding.ts";
import { type Account, rateKeyOf, rateLimits } from "./rate-limits.ts";
import { type Operations, readTrusted, type Trusted } from "./trusted-operations.ts";

/** With the value "true", the response contains the cost of the operation. */
const COST_HEADER = "x-hub-cost";

/** The limits of one request. */
export type RequestBounds = {
	budget: OpenBudget;
	/** Rate limits of the caller; absent for exempt addresses. */
	account?: Account;
	/** Key of the caller in the queue for mutations. */
	caller: string;
	/** True for the hub's own in-process queries for open data. */
	isInternal: boolean;
	reportsCost: boolean;
	/** Runs `call` after the response was sent or the client disconnected. */
	onEnd(call: () => void): void;
};

type Viewers = { readEarly(request: FastifyRequest): Promise<Viewer> };

export type Bounds = ReturnType<typeof openBounds>;

/**
 * The limits of all requests of one gateway: timeouts, rate limits, load shedding and the queue for mutations. `own` are
 * operations that are trusted besides those of the configured file.
 */
export function openBounds(limits: Limits, viewers: Viewers, own?: Operations) {
	const rates = rateLimits(limits);
	const accounts = new WeakMap<FastifyRequest, Account>();
	const budgets = openBudgets();
	const stop = new AbortController();
	let load: { start(): void } | undefined;
	setMaxListeners(0, stop.signal);
	const trusted: Trusted = readTrusted(limits.trustedFile, own);
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
			return reply.send(errorReply(reply, error));
		}
	}

	return {
		limits,
		trusted,
		mutations,
		/** Adds the hooks that limit every route of a server. */
		async addTo(app: FastifyInstance): Promise<void> {
			load = await shedLoad(app, limits.lagMs);
			boundRequests(app, limits, (url) => url.startsWith("/imports/"));
			const readings = (["running", "waiting"] as const).map((state) =>
				readMutationQueue(() => mutations.counts()[state], state),
			);
			app.addHook("onClose", async () => {
				for (const end of readings) end();
			});
			app.addHook("onRequest", countRequest);
			app.addHook("onSend", (request, reply, payload, done) => {
				const account = accounts.get(request);
				if (account) void reply.headers(account.headers());
				done(null, payload);
			});
		},
		/** Starts rejecting requests under overload. */
		startShedding: () => load?.start(),
		/** The limits of a request, and the budget to pass on. */
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
				isInternal: isInjection(request.raw),
				reportsCost: request.headers[COST_HEADER] === "true",
				onEnd: (call: () => void) => whenOver(reply.raw, call),
			};
			return { bounds, budget };
		},
		/** Runs a part of an upload in the queue for mutations. */
		async runQueued<T>(viewer: Viewer, work: () => Promise<T>): Promise<T> {
			const caller = rateKeyOf(viewer, "upload");
			const leave = await mutations.enter(caller, stop.signal).catch((error: unknown) => {
				throw error instanceof QueueFull ? tooManyWaiting(limits) : error;
			});
			return work().finally(leave);
		},
		/** Cancels all running requests. */
		cancelAll(): void {
			stop.abort(new HubError("UNAVAILABLE", "The hub is stopping; send the file again"));
			budgets.stopAll();
		},
	};
}

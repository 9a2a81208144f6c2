import { setMaxListeners } from "node:events";
import { HubError } from "../errors.ts";

/** How long one request may still run, and how many steps it may take. */
export type Budget = {
	/** When the request began, as `performance.now()` gives it. */
	readonly began: number;
	/** Aborted when the work must stop; its reason is the error for the client. Made when it is first asked for. */
	signal(): AbortSignal;
	/** Counts one step of work; false when the work must stop. */
	spend(): boolean;
	/** The error for the client, once the work must stop. */
	stopped(): Error | undefined;
	/** Calls `call` with that error when the work must stop. The returned function takes it back. */
	onStop(call: (reason: Error) => void): () => void;
};

/** Steps between two checks of the clock: timers do not fire while promises resolve one after another. */
const STEPS_A_LOOK = 64;

function spent(how: string): HubError {
	return new HubError(
		"UNAVAILABLE",
		`The answer ${how}, so the hub stopped working on it. Ask for less: a smaller \`first\`, a narrower \`where\`, fewer totals. What a mutation has changed by now is kept`,
		{ http: { status: 504 } },
	);
}

/** A budget with the functions that end it. */
export type OpenBudget = Budget & {
	stop(reason: Error): void;
	/** Moves the deadline to `ms` after the start. */
	until(ms: number): void;
	/** Frees its timer. */
	end(): void;
};

/** A budget that is over after `ms` milliseconds, after `steps` resolver calls, or when it is stopped. */
export function openBudget(ms: number, steps: number): OpenBudget {
	const began = performance.now();
	const calls = new Set<(reason: Error) => void>();
	let controller: AbortController | undefined;
	let stoppedBy: Error | undefined;
	let deadlineMs = ms;
	let done = 0;
	let timer: NodeJS.Timeout | undefined;

	const stop = (reason: Error) => {
		clearTimeout(timer);
		if (stoppedBy) return;
		stoppedBy = reason;
		controller?.abort(reason);
		for (const call of calls) call(reason);
		calls.clear();
	};
	const late = () => stop(spent(`was not ready within ${deadlineMs} ms`));
	function until(newMs: number): void {
		clearTimeout(timer);
		deadlineMs = newMs;
		const left = began + newMs - performance.now();
		timer = setTimeout(late, Math.max(0, left)).unref();
	}
	until(ms);
	return {
		began,
		signal() {
			if (!controller) {
				controller = new AbortController();
				setMaxListeners(0, controller.signal);
				if (stoppedBy) controller.abort(stoppedBy);
			}
			return controller.signal;
		},
		spend() {
			if (stoppedBy) return false;
			if (++done > steps) stop(spent(`took more than ${steps} steps`));
			else if (done % STEPS_A_LOOK === 0 && performance.now() - began > deadlineMs) late();
			return !stoppedBy;
		},
		stopped: () => stoppedBy,
		onStop(call) {
			calls.add(call);
			return () => calls.delete(call);
		},
		stop,
		until,
		end: () => clearTimeout(timer),
	};
}

/** The result of `work`. Rejects at once when the budget is stopped, and ignores what `work` still does. */
export function withinBudget<T>(budget: Budget, work: () => Promise<T> | T): Promise<T> {
	return new Promise((done, failed) => {
		const reason = budget.stopped();
		if (reason) return failed(reason);
		const leave = budget.onStop(failed);
		Promise.resolve(work()).then(done, failed).finally(leave);
	});
}

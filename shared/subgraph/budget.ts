import { setMaxListeners } from "node:events";
import { HubError } from "../errors.ts";

/** How long one request may still run, and how many steps it may take. */
export type Budget = {
	/** Aborted when the work must stop; its reason is the error for the client. */
	signal: AbortSignal;
	/** Counts one step of work; false when the work must stop. */
	spend(): boolean;
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
	const controller = new AbortController();
	const { signal } = controller;
	setMaxListeners(0, signal);
	const started = performance.now();
	let deadlineMs = ms;
	let done = 0;
	let timer: NodeJS.Timeout | undefined;

	const stop = (reason: Error) => {
		clearTimeout(timer);
		if (!signal.aborted) controller.abort(reason);
	};
	const late = () => stop(spent(`was not ready within ${deadlineMs} ms`));
	function until(newMs: number): void {
		clearTimeout(timer);
		deadlineMs = newMs;
		const left = started + newMs - performance.now();
		timer = setTimeout(late, Math.max(0, left)).unref();
	}
	until(ms);
	return {
		signal,
		spend() {
			if (signal.aborted) return false;
			if (++done > steps) stop(spent(`took more than ${steps} steps`));
			else if (done % STEPS_A_LOOK === 0 && performance.now() - started > deadlineMs) late();
			return !signal.aborted;
		},
		stop,
		until,
		end: () => clearTimeout(timer),
	};
}

/** The result of `work`. Rejects at once when the budget is stopped, and ignores what `work` still does. */
export function withinBudget<T>({ signal }: Budget, work: () => Promise<T> | T): Promise<T> {
	return new Promise((done, failed) => {
		if (signal.aborted) return failed(signal.reason);
		const stop = () => failed(signal.reason);
		signal.addEventListener("abort", stop, { once: true });
		Promise.resolve(work())
			.then(done, failed)
			.finally(() => signal.removeEventListener("abort", stop));
	});
}

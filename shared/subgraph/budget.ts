import { setMaxListeners } from "node:events";

/** How long and how much one request may still work, in this process and those it asks. */
export type Budget = {
	/** Aborted when the work is to stop; its reason is the error that the caller is told. */
	signal: AbortSignal;
	/** Counts one step of work; false when the work is to stop. */
	spend(): boolean;
};

export type BudgetOptions = {
	deadlineMs: number;
	/** Steps that may be spent. */
	steps: number;
	/** What the caller is told at the deadline (`ms` after the start) or after the last step. */
	spent(what: { ms: number } | { steps: number }): Error;
};

/** Steps between two looks at the clock: while promises follow each other, no timer gets its turn. */
const STEPS_A_LOOK = 64;

/** A budget that its owner ends: by its deadline, by its steps, or by `stop`. `end` frees its timer. */
export function openBudget(options: BudgetOptions): Budget & {
	stop(reason: Error): void;
	/** Moves the deadline to `ms` after the start. */
	until(ms: number): void;
	end(): void;
} {
	const { steps, spent } = options;
	const controller = new AbortController();
	const { signal } = controller;
	setMaxListeners(0, signal);
	const started = performance.now();
	let deadlineMs = options.deadlineMs;
	let done = 0;
	let timer: NodeJS.Timeout | undefined;

	const stop = (reason: Error) => {
		clearTimeout(timer);
		if (!signal.aborted) controller.abort(reason);
	};
	function until(ms: number): void {
		clearTimeout(timer);
		deadlineMs = ms;
		const left = started + ms - performance.now();
		timer = setTimeout(() => stop(spent({ ms })), Math.max(0, left)).unref();
	}
	until(deadlineMs);
	return {
		signal,
		spend() {
			if (signal.aborted) return false;
			if (++done > steps) stop(spent({ steps }));
			else if (done % STEPS_A_LOOK === 0 && performance.now() - started > deadlineMs)
				stop(spent({ ms: deadlineMs }));
			return !signal.aborted;
		},
		stop,
		until,
		end: () => clearTimeout(timer),
	};
}

/** What `work` gives, or at once the reason why its budget is stopped; what it still does then is for nobody. */
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
